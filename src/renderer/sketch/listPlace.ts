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

/** At the place first: below, at the sides, above; then at the sides, but clear of an origin that lies there. */
function candidates({ x }: Point, origin: Rectangle | undefined): readonly ListPlace[] {
  const inLine = (side: 'bottom' | 'top'): ListPlace[] => [
    { placement: `${side} start`, offset: near },
    { placement: `${side} end`, offset: near },
  ];
  const beside = (side: 'right' | 'left', offset: number): ListPlace[] => [
    { placement: `${side} top`, offset },
    { placement: `${side} bottom`, offset },
  ];
  const atPlace = [...inLine('bottom'), ...beside('right', near), ...beside('left', near), ...inLine('top')];
  if (origin === undefined) return atPlace;
  const beyond = {
    right: Math.max(near, origin.x + origin.width - x + near),
    left: Math.max(near, x - origin.x + near),
  };
  return [...atPlace, ...beside('right', beyond.right), ...beside('left', beyond.left)];
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
