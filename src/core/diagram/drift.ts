/** Telling beforehand what "update the draft" would change, in sentences for the things that it concerns. */
import { capitalized } from '../base/words.ts';
import type { DiagramEdge, Drawn } from './diagram.ts';
import { nameOf } from './edit.ts';
import { type Merged, mergeDraft } from './merge.ts';
import { findGroup, findPart, type Page, type Part } from './page.ts';

/** Something that a new draft would have otherwise, and why, in one sentence with names. */
export interface Drift {
  readonly id: string;
  readonly type: Part['type'];
  readonly kind: 'added' | 'removed' | 'changed' | 'kept';
  readonly text: string;
}

/** What `mergeDraft` would change: nodes, then groups, then edges; nothing where the page is up to date. */
export function drift(page: Page, fresh: Page): readonly Drift[] {
  const merged = mergeDraft(page, fresh);
  const drifts = (['added', 'removed', 'changed', 'kept'] as const).flatMap((kind) =>
    merged[kind].flatMap((id) => told(page, merged, kind, id)),
  );
  const rank: Readonly<Record<Part['type'], number>> = { node: 0, group: 1, edge: 2 };
  return drifts.sort((left, right) => rank[left.type] - rank[right.type]);
}

function told(page: Page, merged: Merged, kind: Drift['kind'], id: string): readonly Drift[] {
  const [before, after] = [findPart(page, id), findPart(merged.page, id)];
  const part = kind === 'added' ? after : before;
  if (!part) return [];
  const name = capitalized(nameAmong(kind === 'added' ? merged.page : page, part));
  const texts: Readonly<Record<Drift['kind'], () => string>> = {
    added: () => `${name} is new${part.type === 'node' && part.record.detail ? `: ${part.record.detail}` : ''}.`,
    removed: () => `${name} is no longer needed.`,
    kept: () => `${name} is no longer needed, but stays, since it was changed or joined to something by hand.`,
    changed: () => `${name}: ${before && after ? differences(merged.page, before, after) : 'has changed'}.`,
  };
  return [{ id, type: part.type, kind, text: texts[kind]() }];
}

/** A part as messages name it; with what it does here where another one has the same name. */
function nameAmong(page: Page, part: Part): string {
  const name = nameOf(page, part);
  if (part.type !== 'node' || !part.record.detail) return name;
  const alike = Object.values(page.nodes).filter(({ label }) => label === part.record.label);
  return alike.length > 1 ? `${name} (${part.record.detail})` : name;
}

/** What reads well of each field; the rest is "has changed". */
function differences(merged: Page, before: Part, after: Part): string {
  const [old, now]: readonly Readonly<Record<string, unknown>>[] = [{ ...before.record }, { ...after.record }];
  const differs = (field: string): boolean => JSON.stringify(old?.[field]) !== JSON.stringify(now?.[field]);
  const said: string[] = [];
  if (differs('label')) said.push(labelChange(before.record, after.record));
  if (differs('entry') && !differs('label')) said.push('it stands for another service');
  if (differs('detail') || differs('covers')) said.push(workChange(now?.detail));
  if (differs('role'))
    said.push(now?.role === 'stage' ? 'it now does what was asked' : 'it now stands beside the flow');
  if (differs('group') || differs('parent')) said.push(holderChange(merged, now?.group ?? now?.parent));
  if (differs('from') || differs('to')) said.push(endsChange(merged, after));
  if (differs('style') || differs('direction') || differs('data')) said.push('what flows along it has changed');
  if (said.length === 0 && differs('why')) said.push('the reason for it has changed');
  return said.length === 0 ? 'it has changed' : said.join('; ');
}

const labelOf = (record: Drawn): string | undefined => {
  const label = 'label' in record && typeof record.label === 'string' ? record.label.trim() : '';
  return label === '' ? undefined : label;
};

function labelChange(before: Drawn, after: Drawn): string {
  const label = labelOf(after);
  if (label === undefined) return 'its label is gone';
  return labelOf(before) === undefined ? `it is now labelled “${label}”` : `it is now called “${label}”`;
}

const workChange = (detail: unknown): string =>
  typeof detail === 'string' && detail !== '' ? `here it now does: ${detail}` : 'what it does here has changed';

function holderChange(merged: Page, id: unknown): string {
  const group = typeof id === 'string' ? findGroup(merged, id) : undefined;
  return group ? `it now stands in “${group.label}”` : 'it now stands in no group';
}

const endsChange = (merged: Page, after: Part): string => {
  if (after.type !== 'edge') return 'it leads elsewhere';
  const edge: DiagramEdge = after.record;
  return `it is now ${nameOf(merged, { type: 'edge', record: { ...edge, label: '' } })}`;
};
