/** Where the lines of each page led at the steps of the document's past, so that an undo puts them back as they were drawn. */
import type { Step } from '../../core/document/history.ts';
import type { Layout } from '../../core/layout/layout.ts';

type Ways = Layout['edges'];

/** The moment of a history after a step; undefined: before the first one. */
type Moment = Step | undefined;

/** The ways that differ between two moments, by id of the edge; undefined where there was none. */
type Turns = ReadonlyMap<string, Readonly<Record<'before' | 'after', Ways[string] | undefined>>>;

/** How the lines came to be led as they are at a moment: it keeps only the ways that changed, as a step keeps only the records. */
interface Leap {
  /** The last moment before at which the page was drawn: edits may come faster than pictures, so this can be many steps ago. */
  readonly since: Moment;
  readonly turns: Turns;
  /** How many leaps it is from the first moment that was drawn. */
  readonly depth: number;
}

/** What is known of a page: its ways now, and the leaps that lead to every moment at which it was drawn, a tree. */
interface Drawn {
  readonly root: { readonly moment: Moment; readonly depth: number };
  readonly leaps: WeakMap<Step, Leap>;
  readonly now: { readonly moment: Moment; readonly ways: Ways };
}

/** How lines were led at moments of a document's history, so that undo brings the very same picture back. */
export interface WayMemory {
  /** Takes note of the ways that are drawn at a moment. */
  readonly keep: (page: string, moment: Moment, ways: Ways) => void;
  /** The ways that were drawn at a moment; undefined where nothing was. */
  readonly recall: (page: string, moment: Moment) => Ways | undefined;
  /** Another document is shown from now on. */
  readonly forget: () => void;
}

/** A memory in which nothing was drawn yet. */
export function createWayMemory(): WayMemory {
  const pages = new Map<string, Drawn>();
  return {
    keep: (page, at, ways) => {
      const moment = changing(page, at);
      const before = pages.get(page);
      const known = before && isKnown(before, moment) ? before : withMoment(before, page, moment, ways);
      pages.set(page, { ...known, now: { moment, ways } });
    },
    recall: (page, at) => {
      const drawn = pages.get(page);
      const moment = changing(page, at);
      return drawn && isKnown(drawn, moment) ? waysAt(drawn, moment) : undefined;
    },
    forget: () => pages.clear(),
  };
}

/** The last moment until then at which a page changed: on all since it looks the same. */
function changing(page: string, moment: Moment): Moment {
  let at = moment;
  while (at && !at.change.inside.has(page) && !at.change.whole.has(page)) at = at.earlier;
  return at;
}

const isKnown = ({ root, leaps }: Drawn, moment: Moment): boolean =>
  root.moment === moment || (moment !== undefined && leaps.has(moment));

/** What is known of a page with a moment at which it was not drawn before. */
function withMoment(drawn: Drawn | undefined, page: string, moment: Moment, ways: Ways): Drawn {
  const anew: Drawn = { root: { moment, depth: 0 }, leaps: new WeakMap(), now: { moment, ways } };
  if (!drawn) return anew;
  const { root, leaps } = drawn;
  for (let at = moment; at !== undefined; ) {
    const since = changing(page, at.earlier);
    if (moment && isKnown(drawn, since)) {
      const turns = turnsBetween(waysAt(drawn, since), ways);
      leaps.set(moment, { since, turns, depth: depthOf(drawn, since) + 1 });
      return drawn;
    }
    at = since;
  }
  // It lies before all that was drawn, or in another past than that.
  if (!root.moment || !isEarlier(moment, root.moment)) return anew;
  const turns = turnsBetween(ways, waysAt(drawn, root.moment));
  leaps.set(root.moment, { since: moment, turns, depth: root.depth });
  return { ...drawn, root: { moment, depth: root.depth - 1 } };
}

function isEarlier(moment: Moment, than: Step): boolean {
  let at = than.earlier;
  while (at && at !== moment) at = at.earlier;
  return at === moment;
}

const leapTo = ({ leaps }: Drawn, moment: Moment): Leap | undefined => moment && leaps.get(moment);

const depthOf = (drawn: Drawn, moment: Moment): number => leapTo(drawn, moment)?.depth ?? drawn.root.depth;

/** The ways at a known moment: back from now to where both pasts meet, and on from there. */
function waysAt(drawn: Drawn, moment: Moment): Ways {
  let { moment: from, ways } = drawn.now;
  const onwards: Turns[] = [];
  for (let to = moment; from !== to; ) {
    const isBack = depthOf(drawn, from) >= depthOf(drawn, to);
    const leap = leapTo(drawn, isBack ? from : to);
    if (!leap) throw new Error('Every moment that was drawn comes from the first one.');
    if (isBack) {
      ways = turned(ways, leap.turns, 'before');
      from = leap.since;
    } else {
      onwards.push(leap.turns);
      to = leap.since;
    }
  }
  for (const turns of onwards.reverse()) ways = turned(ways, turns, 'after');
  return ways;
}

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
