/** Going from box to box by arrow key, the way the eye would. */
import { middleOf, type Rectangle } from '../../core/base/geometry.ts';

/** Where an arrow key leads. */
export type Direction = 'left' | 'right' | 'up' | 'down';

/** Something that an arrow key can lead to, where it is drawn. */
export interface Target extends Rectangle {
  readonly id: string;
}

/** Differences in cost that are none. */
const samePlace = 1;

/** How much a step aside counts against a step ahead. */
const asideWeight = 2.5;

const gap = (start: number, end: number, otherStart: number, otherEnd: number): number =>
  Math.max(0, otherStart - end, start - otherEnd);

const holds = (outer: Rectangle, inner: Rectangle): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;

/**
 * The nearest target in a direction, or undefined at the border. Boxes that share a row or column are preferred, and of two at
 * about the same place the smaller: a boundary often has its middle where a part in it has. Left and up lead out of a boundary, to
 * the boundary itself behind everything in it; right and down lead into one. So no key goes in a circle.
 */
export function nextTarget<Box extends Target>(
  from: Target,
  targets: readonly Box[],
  direction: Direction,
): Box | undefined {
  const horizontal = direction === 'left' || direction === 'right';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  const middle = middleOf(from);
  let best: { target: Box; cost: number } | undefined;
  for (const target of targets) {
    if (target.id === from.id) continue;
    const [leaves, enters] = [holds(target, from), holds(from, target)];
    if (leaves ? sign > 0 : enters && sign < 0) continue;
    const start = enters && !leaves ? { x: horizontal ? from.x : middle.x, y: horizontal ? middle.y : from.y } : middle;
    const end = leaves
      ? { x: horizontal ? target.x : middle.x, y: horizontal ? middle.y : target.y }
      : middleOf(target);
    const ahead = sign * (horizontal ? end.x - start.x : end.y - start.y);
    if (ahead <= 1) continue;
    const aside = horizontal
      ? gap(from.y, from.y + from.height, target.y, target.y + target.height)
      : gap(from.x, from.x + from.width, target.x, target.x + target.width);
    const drift = Math.abs(horizontal ? end.y - start.y : end.x - start.x);
    const cost = ahead + asideWeight * aside + drift / 10;
    const closer = best === undefined || cost < best.cost - samePlace;
    const smaller = best !== undefined && cost < best.cost + samePlace && target.width < best.target.width;
    if (closer || smaller) best = { target, cost };
  }
  return best?.target;
}
