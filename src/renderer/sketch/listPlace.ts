/** Where the list opens that follows a line dropped on the page: beside the place, and not over what the line comes from. */
import type { Point, Rectangle, Size } from '../../core/base/geometry.ts';

/** On which side of the place, and flush with it along which side; and how far away, px: as popovers are placed. */
export interface ListPlace {
  readonly placement: `${'bottom' | 'top'} ${'start' | 'end'}` | `${'right' | 'left'} ${'top' | 'bottom'}`;
  readonly offset: number;
}

const near = 4;

/** The box of a list of this size that opens there. */
export function listBox({ x, y }: Point, { width, height }: Size, { placement, offset }: ListPlace): Rectangle {
  const [side, flush] = placement.split(' ');
  if (side === 'left' || side === 'right')
    return {
      x: side === 'right' ? x + offset : x - offset - width,
      y: flush === 'top' ? y : y - height,
      width,
      height,
    };
  return {
    x: flush === 'start' ? x : x - width,
    y: side === 'bottom' ? y + offset : y - offset - height,
    width,
    height,
  };
}

/** Right below first; then at the sides, clear of the origin where it lies there too; above last. */
function candidates({ x }: Point, origin: Rectangle | undefined): readonly ListPlace[] {
  const beyond = {
    right: Math.max(near, origin ? origin.x + origin.width - x + near : near),
    left: Math.max(near, origin ? x - origin.x + near : near),
  };
  const beside = (['right', 'left'] as const).flatMap((side) =>
    [near, beyond[side]].flatMap((offset): ListPlace[] => [
      { placement: `${side} top`, offset },
      { placement: `${side} bottom`, offset },
    ]),
  );
  const inLine = (side: 'bottom' | 'top'): ListPlace[] => [
    { placement: `${side} start`, offset: near },
    { placement: `${side} end`, offset: near },
  ];
  return [...inLine('bottom'), ...beside, ...inLine('top')];
}

const shared = (one: Rectangle, other: Rectangle): number =>
  Math.max(0, Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)) *
  Math.max(0, Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y));

/** The first place where the list lies in the window and beside the origin; else the one where least of it does not. */
export function listPlace(at: Point, list: Size, origin: Rectangle | undefined, window: Size): ListPlace {
  const whole = { x: 0, y: 0, ...window };
  let best: { readonly place: ListPlace; readonly wrong: number } | undefined;
  for (const place of candidates(at, origin)) {
    const box = listBox(at, list, place);
    const wrong = list.width * list.height - shared(box, whole) + (origin ? shared(box, origin) : 0);
    if (best === undefined || wrong < best.wrong) best = { place, wrong };
  }
  return best?.place ?? { placement: 'bottom start', offset: near };
}
