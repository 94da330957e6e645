/** What is said of a sketch to those who cannot see it: what was done to what, and how far; what is selected, opened and saved. */
import type { Point } from '../../core/base/geometry.ts';
import { counted } from '../../core/base/words.ts';
import { findPart, type Page } from '../../core/diagram/page.ts';
import type { SketchDocument } from '../../core/document/document.ts';
import type { History } from '../../core/document/history.ts';
import { countedParts } from './countedParts.ts';

/** A moment of the sketch. */
export interface SketchMoment {
  readonly history: History;
  /** Counts the documents that were opened. */
  readonly opening: number;
  readonly selection: ReadonlySet<string>;
  /** It is the draft of the need, which is told of as the result. */
  readonly following: boolean;
  /** The page that is shown. */
  readonly page: Page;
  /** Of its file; undefined: it is in none. */
  readonly name: string | undefined;
}

/** The words for what came between two moments of the sketch; undefined where there is nothing to say. */
export function saidOfSketch(before: SketchMoment, after: SketchMoment): string | undefined {
  const { history, selection } = after;
  if (before.opening !== after.opening) return after.following ? undefined : saidOpened(after);
  const changed = saidChange(before.history, history);
  if (changed !== undefined) return changed;
  if (history.saved !== undefined && history.saved !== before.history.saved)
    return `Saved ${after.name ?? history.document.title}`;
  if (selection === before.selection || history !== before.history || selection.size < 2) return undefined;
  const parts = [...selection].flatMap((id) => findPart(after.page, id) ?? []);
  return `${selection.size} selected: ${countedParts(parts)}`;
}

function saidOpened({ history: { document }, name }: SketchMoment): string {
  const count = Object.values(document.pages).reduce((sum, { nodes }) => sum + Object.keys(nodes).length, 0);
  if (name === undefined && count === 0) return 'New sketch, empty';
  return `Opened ${name ?? document.title}, ${counted(count, 'part')}`;
}

/** The words for what came between two moments of a history; undefined where there is nothing to say. */
export function saidChange(before: History, after: History): string | undefined {
  if (before.past === after.past) return undefined;
  if (after.future !== undefined && after.future.step === before.past) return `Undone: ${after.future.step.label}`;
  if (before.future !== undefined && before.future.step === after.past) return `Redone: ${before.future.step.label}`;
  const { past } = after;
  if (past === undefined) return undefined;
  // A word that is being typed or a drag that goes on is said once.
  if (past.gesture !== undefined && past.gesture === before.past?.gesture && past.earlier === before.past.earlier)
    return undefined;
  const way = movedBy(before.document, after.document);
  if (way !== undefined) return `${past.label}, ${way}`;
  // Of a word that is typed on, only its beginning is known.
  const name = past.gesture === undefined ? newName(before.document, after.document) : undefined;
  return name === undefined ? past.label : `${past.label}, now “${name}”`;
}

/** What the single thing is called now that had another name before. */
function newName(before: SketchDocument, after: SketchDocument): string | undefined {
  const names = after.pageOrder.flatMap((id) => {
    const [old, now] = [before.pages[id], after.pages[id]];
    return old && now && old !== now ? newNamesOn(old, now) : [];
  });
  const [name] = names;
  return names.length === 1 && name !== '' ? name : undefined;
}

const newNamesOn = (old: Page, now: Page): readonly string[] => [
  ...(old.title === now.title ? [] : [now.title]),
  ...(['nodes', 'groups', 'edges'] as const).flatMap((table) =>
    Object.values(now[table]).flatMap((part) => {
      const from = old[table][part.id];
      return from === undefined || from === part || (from.label ?? '') === (part.label ?? '') ? [] : [part.label ?? ''];
    }),
  ),
];

/** How far the single thing that stands elsewhere was moved: "10 px down". */
function movedBy(before: SketchDocument, after: SketchDocument): string | undefined {
  const ways = after.pageOrder.flatMap((id) => {
    const [old, now] = [before.pages[id], after.pages[id]];
    return old && now && old !== now ? waysOn(old, now) : [];
  });
  const [first] = ways;
  if (!first || ways.some(({ x, y }) => x !== first.x || y !== first.y)) return undefined;
  const said = [
    ...(first.x === 0 ? [] : [`${Math.abs(first.x)} px ${first.x > 0 ? 'right' : 'left'}`]),
    ...(first.y === 0 ? [] : [`${Math.abs(first.y)} px ${first.y > 0 ? 'down' : 'up'}`]),
  ];
  return said.join(' and ');
}

const waysOn = (old: Page, now: Page): readonly Point[] =>
  (['nodes', 'groups'] as const).flatMap((table) =>
    Object.values(now[table]).flatMap(({ id, position }) => {
      const from = old[table][id]?.position;
      if (!from || !position || (from.x === position.x && from.y === position.y)) return [];
      return [{ x: Math.round(position.x - from.x), y: Math.round(position.y - from.y) }];
    }),
  );
