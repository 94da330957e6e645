/**
 * Equal gaps: what is dragged in a row or a column snaps to where the gap beside it is as wide as the next one, or as the one on its
 * other side.
 */
import type { Rectangle } from '../base/geometry.ts';
import type { Axis } from './align.ts';

/** Free room between two boxes along an axis, px; `at` is where both can see each other, on the other axis. */
export interface Gap {
  readonly axis: Axis;
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** A box as it lies in its row: from `start` to `end` along the axis, from `from` to `to` on the other. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** Gaps count as equal within this, px: places are whole px, and the middle between two may be none. */
const alike = 1;

/** Boxes that do not overlap by more than this are beside each other, px. */
const slack = 0.01;

const spanOf = ({ x, y, width, height }: Rectangle, axis: Axis): Span =>
  axis === 'x'
    ? { start: x, end: x + width, from: y, to: y + height }
    : { start: y, end: y + height, from: x, to: x + width };

const sees = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

/** What of a row, from the box in its middle on, comes next to each other: nearest first. */
interface Neighbours {
  readonly before: readonly Span[];
  readonly after: readonly Span[];
}

/** How many gaps are compared on each side. */
const farthest = 8;

/** The chains of what lies before a box and after it, each next to the last and in sight of it and of the box. */
function neighboursOf(boxes: readonly Rectangle[], moving: Span, axis: Axis, give: number): Neighbours {
  const row = boxes.map((box) => spanOf(box, axis)).filter((span) => sees(span, moving));
  const chain = (way: 'before' | 'after'): readonly Span[] => {
    const found: Span[] = [];
    let last = moving;
    let room = give;
    while (found.length < farthest) {
      let next: Span | undefined;
      for (const span of row) {
        if (!sees(span, last)) continue;
        if (way === 'before' && span.end <= last.start + room && span.start < last.start)
          next = next === undefined || span.end > next.end ? span : next;
        if (way === 'after' && span.start >= last.end - room && span.end > last.end)
          next = next === undefined || span.start < next.start ? span : next;
      }
      if (next === undefined) return found;
      found.push(next);
      last = next;
      room = slack;
    }
    return found;
  };
  return { before: chain('before'), after: chain('after') };
}

/** How far a box is from the nearest place with equal gaps along an axis, px; undefined where none is within the threshold. */
export function gapShift(
  siblings: readonly Rectangle[],
  moving: Rectangle,
  axis: Axis,
  threshold: number,
): number | undefined {
  const box = spanOf(moving, axis);
  const { before, after } = neighboursOf(siblings, box, axis, threshold);
  const [left, beyondLeft] = before;
  const [right, beyondRight] = after;
  const shifts: number[] = [];
  if (left && right && right.start - left.end - (box.end - box.start) > 2 * slack)
    shifts.push((left.end + right.start - box.start - box.end) / 2);
  if (left && beyondLeft && left.start - beyondLeft.end > slack)
    shifts.push(left.end + (left.start - beyondLeft.end) - box.start);
  if (right && beyondRight && beyondRight.start - right.end > slack)
    shifts.push(right.start - (beyondRight.start - right.end) - box.end);
  let best: number | undefined;
  for (const shift of shifts)
    if (Math.abs(shift) <= threshold && (best === undefined || Math.abs(shift) < Math.abs(best))) best = shift;
  return best;
}

/** The gaps of one width around a box that stands still, in order; none where the box makes none that is as wide as another. */
export function gapsAround(siblings: readonly Rectangle[], still: Rectangle, axis: Axis): readonly Gap[] {
  const box = spanOf(still, axis);
  const { before, after } = neighboursOf(siblings, box, axis, slack);
  const gapsOf = (chain: readonly Span[], way: 'before' | 'after'): readonly Gap[] =>
    chain.map((span, place) => {
      const last = chain[place - 1] ?? box;
      const [first, second] = way === 'before' ? [span, last] : [last, span];
      return {
        axis,
        from: first.end,
        to: second.start,
        at: (Math.max(first.from, second.from) + Math.min(first.to, second.to)) / 2,
      };
    });
  const [ahead, behind] = [gapsOf(before, 'before'), gapsOf(after, 'after')];
  const runs = [equalRun(ahead), equalRun(behind)] as const;
  const [widthAhead, widthBehind] = [ahead[0], behind[0]].map((gap) => gap && widthOf(gap));
  const bothSides =
    widthAhead !== undefined && widthBehind !== undefined && Math.abs(widthAhead - widthBehind) <= alike;
  const shown = bothSides ? runs : [runs[0].length > 1 ? runs[0] : [], runs[1].length > 1 ? runs[1] : []];
  return [...(shown[0] ?? []).toReversed(), ...(shown[1] ?? [])];
}

const widthOf = ({ from, to }: Gap): number => to - from;

/** The gaps from the first on that are as wide as it. */
function equalRun(gaps: readonly Gap[]): readonly Gap[] {
  const [first] = gaps;
  if (!first || widthOf(first) <= slack) return [];
  const end = gaps.findIndex((gap) => Math.abs(widthOf(gap) - widthOf(first)) > alike);
  return end === -1 ? gaps : gaps.slice(0, end);
}
