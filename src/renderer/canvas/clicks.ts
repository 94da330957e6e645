import type { Point } from '../../core/base/geometry.ts';
import type { PointerWork, Press } from './pointerWork.ts';

/** How long after a click another one makes it a double click, ms, and how far from it, px. A finger is no mouse. */
const double = {
  mouse: { time: 500, slack: 8 },
  touch: { time: 350, slack: 24 },
} as const;

/** Tells double clicks from clicks: the first click is one, whatever comes after it. */
export function createClicks({
  click,
  doubleClick,
}: Pick<PointerWork, 'click' | 'doubleClick'>): (from: Press, to: Press, time: number) => void {
  let last: { readonly at: Point; readonly time: number } | undefined;
  return (from, to, time) => {
    const { at } = to;
    const most = to.touch ? double.touch : double.mouse;
    const isSecond =
      last !== undefined && time - last.time < most.time && Math.hypot(last.at.x - at.x, last.at.y - at.y) < most.slack;
    click(from);
    last = isSecond ? undefined : { at, time };
    if (isSecond) doubleClick(to);
  };
}
