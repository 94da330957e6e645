/** Where the lines of each page led at the steps of the document's past, so that an undo puts them back as they were drawn. */
import type { Step } from '../../core/document/history.ts';
import type { Layout } from '../../core/layout/layout.ts';

type Ways = Layout['edges'];

/** The moment of a history after a step; undefined: before the first one. */
type Moment = Step | undefined;

/** The ways that a step changed, by id of the edge; undefined where there was none. */
type Turns = ReadonlyMap<string, Readonly<Record<'before' | 'after', Ways[string] | undefined>>>;

/** How lines were led at moments of a document's history, so that undo brings the very same picture back. */
export interface WayMemory {
  /** Takes note of the ways that are drawn at a moment. */
  readonly keep: (page: string, moment: Moment, ways: Ways) => void;
  /** The ways that were drawn at a moment, as far as it is known what led from there to the last one that was noted. */
  readonly recall: (page: string, moment: Moment) => Ways | undefined;
  /** Another document is shown from now on. */
  readonly forget: () => void;
}

/** A step keeps only the ways that it changed, as the history keeps only the records. */
export function createWayMemory(): WayMemory {
  const drawn = new Map<string, { readonly moment: Moment; readonly ways: Ways }>();
  const turns = new WeakMap<Step, Map<string, Turns>>();

  const remember = (step: Step, page: string, ofPage: Turns): void => {
    const ofPages = turns.get(step) ?? new Map<string, Turns>();
    turns.set(step, ofPages.set(page, ofPage));
  };
  const keep = (page: string, moment: Moment, ways: Ways): void => {
    const before = drawn.get(page);
    drawn.set(page, { moment, ways });
    if (!before || !moment || before.moment === moment) return;
    const [step, ...more] = stepsBetween(page, before.moment, moment) ?? [];
    if (step && more.length === 0) remember(step, page, turnsBetween(before.ways, ways));
    // A gesture that goes on puts a new step in the place of its last one.
    const last = before.moment && goesOn(before.moment, moment) ? turns.get(before.moment)?.get(page) : undefined;
    if (last) remember(moment, page, turnsBetween(turned(before.ways, last, 'before'), ways));
  };

  const recall = (page: string, moment: Moment): Ways | undefined => {
    const now = drawn.get(page);
    if (!now) return undefined;
    const undone = stepsBetween(page, moment, now.moment);
    const steps = undone ?? stepsBetween(page, now.moment, moment)?.toReversed();
    let ways: Ways | undefined = steps && now.ways;
    for (const step of steps ?? []) {
      const turn = turns.get(step)?.get(page);
      ways = ways && turn && turned(ways, turn, undone ? 'before' : 'after');
    }
    return ways;
  };

  return { keep, recall, forget: () => drawn.clear() };
}

/** The steps that changed a page after one moment and up to a later one, the last first; undefined where it is not later. */
function stepsBetween(page: string, from: Moment, to: Moment): readonly Step[] | undefined {
  const steps: Step[] = [];
  let at = to;
  for (; at !== undefined && at !== from; at = at.earlier)
    if (at.change.inside.has(page) || at.change.whole.has(page)) steps.push(at);
  return at === from ? steps : undefined;
}

const goesOn = (before: Step, now: Step): boolean =>
  now.gesture !== undefined && before.gesture === now.gesture && before.earlier === now.earlier;

function turnsBetween(before: Ways, after: Ways): Turns {
  const turns = new Map<string, { before: Ways[string] | undefined; after: Ways[string] | undefined }>();
  for (const id of Object.keys({ ...before, ...after })) {
    const [was, is] = [before[id], after[id]];
    if (was !== is && JSON.stringify(was) !== JSON.stringify(is)) turns.set(id, { before: was, after: is });
  }
  return turns;
}

function turned(ways: Ways, turns: Turns, side: 'before' | 'after'): Ways {
  const put = { ...ways };
  for (const [id, turn] of turns) {
    const way = turn[side];
    if (way) put[id] = way;
    else delete put[id];
  }
  return put;
}
