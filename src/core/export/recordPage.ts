/** What every part of a decision record is written from, and the turns of phrase that they share. */
import type { Catalog } from '../catalog/catalog.ts';
import { type CatalogIndex, indexCatalog } from '../catalog/lookup.ts';
import type { Decision, Reason, Recommendation } from '../decision/decision.ts';
import { plainMarkdown } from './markdown.ts';

/** What all parts of a record are written from. */
export interface Page {
  readonly index: CatalogIndex;
  readonly decision: Decision;
  /** What was chosen, in the order in which the data flows. */
  readonly chosen: readonly Recommendation[];
  /** Ids of the sources cited so far. */
  readonly cited: Set<string>;
}

/** The page of a decision that was made over `catalog`; nothing is cited yet. */
export function pageOf(catalog: Catalog, decision: Decision): Page {
  const place = new Map(decision.pipeline.map((id, index) => [id, index]));
  const chosen = decision.recommendations
    .filter(({ verdict }) => verdict === 'recommended')
    .toSorted((left, right) => (place.get(left.id) ?? 0) - (place.get(right.id) ?? 0) || left.rank - right.rank);
  return { index: indexCatalog(catalog), decision, chosen, cited: new Set() };
}

/** A part of the record under its heading; nothing, heading included, where it has no content. */
export const section = (title: string, content: string): string => (content === '' ? '' : `${title}\n\n${content}`);

/** A Markdown list, a line each. */
export const bullets = (lines: readonly string[]): string => lines.map((line) => `* ${line}`).join('\n');

/** The text with a full stop where it ends without one. */
export const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** "a, b and c". */
export const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

/** What an entry is called, safe in Markdown; its id where the catalogue does not know it. */
export const nameOf = ({ index }: Page, id: string): string => plainMarkdown(index.entries.get(id)?.name ?? id);
/** What a task is called, safe in Markdown. */
export const taskName = ({ index }: Page, id: string): string => plainMarkdown(index.tasks.get(id)?.name ?? id);
/** What a kind of data is called, safe in Markdown. */
export const kindName = ({ index }: Page, id: string): string => plainMarkdown(index.dataKinds.get(id)?.name ?? id);

/** A name as it stands within a sentence; one that begins with an abbreviation keeps it. */
export const within = (name: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** What was chosen, in the order in which data flows: "A → B". */
export const chain = (page: Page): string => page.chosen.map(({ id }) => nameOf(page, id)).join(' → ');

/** Marks of the sources, each a link to the list's address, or that there are none. */
export function marks(page: Page, { sources, judgement }: Pick<Reason, 'sources' | 'judgement'>): string {
  for (const id of sources) page.cited.add(id);
  const cited = sources.map((id) => `[${plainMarkdown(id)}]`).join(', ');
  return `${cited === '' ? '' : ` ${cited}`}${judgement ? ' (judgement)' : ''}`;
}

/** A reason with its sources and the day as of which its fact holds. */
export function said(page: Page, reason: Reason): string {
  const asOf = factOf(page, reason)?.asOf;
  return `${sentence(plainMarkdown(reason.text))}${marks(page, reason)}${asOf === undefined ? '' : ` (as of ${asOf})`}`;
}

/** The fact of the catalogue that a reason rests on; undefined where it is our judgement. */
export const factOf = ({ index }: Page, { fact }: Reason) =>
  fact && index.entries.get(fact.entry)?.facts.find(({ id }) => id === fact.id);
