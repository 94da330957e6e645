/** What is dragged or resized on a page snaps to what is seen of the rest of it. */
import { hullOf, middleOf, overlap, padded, type Rectangle } from '../../core/base/geometry.ts';
import type { Boxes } from '../../core/diagram/command.ts';
import { contentOf, heldByGroup, type Page } from '../../core/diagram/page.ts';
import { groupPadding } from '../../core/diagram/placeParts.ts';
import { type Guide as SnapGuide, type SnapLines, snapLines, snapMove, snapSides } from '../../core/diagram/snap.ts';
import type { Gap } from '../../core/diagram/snapGaps.ts';
import type { Guide, SceneGestures } from '../canvas/gestures.ts';
import { groupAt } from './groupAt.ts';

const nothing: ReadonlySet<string> = new Set();

type Snapping = Required<Pick<SceneGestures, 'snap' | 'snapResize'>>;

/** Snapping on a page whose parts are drawn in these boxes. Lines are made once for each drag and view. */
export function snappingOn(page: Page, boxes: Boxes): Snapping {
  let field: { readonly of: unknown; readonly seen: string; readonly lines: SnapLines } | undefined;
  let still: { readonly of: unknown; readonly ids: ReadonlySet<string> } | undefined;

  const movingWith = (moving: readonly string[]): ReadonlySet<string> => {
    if (still?.of !== moving) still = { of: moving, ids: new Set([...moving, ...contentOf(page, moving)]) };
    return still.ids;
  };
  const linesFor = (of: unknown, seen: Rectangle, without: ReadonlySet<string>): SnapLines => {
    const key = `${seen.x} ${seen.y} ${seen.width}`;
    if (field !== undefined && field.of === of && field.seen === key) return field.lines;
    const others = Object.entries(boxes).flatMap(([id, box]) => (without.has(id) || !overlap(box, seen) ? [] : [box]));
    field = { of, seen: key, lines: snapLines(others) };
    return field.lines;
  };
  /** What stands in a group, or (undefined) in none. */
  const standingIn = (holder: string | undefined): readonly string[] =>
    holder === undefined
      ? Object.keys(boxes).filter((id) => (page.nodes[id]?.group ?? page.groups[id]?.parent) === undefined)
      : (heldByGroup(page).get(holder) ?? []);
  let beside: { readonly holder: string | undefined; readonly ids: readonly string[] } | undefined;
  const siblingsIn = (holder: string | undefined): readonly string[] => {
    if (!beside || beside.holder !== holder) beside = { holder, ids: standingIn(holder) };
    return beside.ids;
  };

  return {
    snap: (moving, delta, { reach, seen, along, copy }) => {
      const box = hullOf(moving.flatMap((id) => boxes[id] ?? []));
      if (!box) return { delta, guides: [] };
      const moved = { ...box, x: box.x + delta.x, y: box.y + delta.y };
      const going = copy ? nothing : movingWith(moving);
      const siblings = siblingsIn(groupAt(page, boxes, middleOf(moved), going)).flatMap((id) => {
        const other = going.has(id) ? undefined : boxes[id];
        return other && overlap(other, seen) ? [other] : [];
      });
      const lines = linesFor(going, seen, going);
      const snapped = snapMove({ lines, siblings }, moved, { threshold: reach, along });
      return {
        delta: { x: delta.x + snapped.delta.x, y: delta.y + snapped.delta.y },
        guides: [...snapped.guides.map(asLine), ...snapped.gaps.map(asGap)],
      };
    },
    snapResize: (id, rectangle, sides, { reach, seen }) => {
      const without = new Set([id, ...contentOf(page, [id])]);
      const { box, guides } = snapSides(linesFor(id, seen, without), rectangle, sides, reach);
      return { rectangle: box, guides: guides.map(asLine) };
    },
  };
}

/** What must stay in a boundary when it is made smaller: all that stands in it, with the room around it. */
export function heldIn(page: Page, boxes: Boxes, group: string): Rectangle | undefined {
  const content = (heldByGroup(page).get(group) ?? []).flatMap((id) => boxes[id] ?? []);
  return hullOf(content.map((box) => padded(box, groupPadding)));
}

const asLine = ({ axis, at, from, to }: SnapGuide): Guide =>
  axis === 'x'
    ? { from: { x: at, y: from }, to: { x: at, y: to } }
    : { from: { x: from, y: at }, to: { x: to, y: at } };

const asGap = ({ axis, from, to, at }: Gap): Guide => ({
  ...(axis === 'x'
    ? { from: { x: from, y: at }, to: { x: to, y: at } }
    : { from: { x: at, y: from }, to: { x: at, y: to } }),
  text: String(Math.round(to - from)),
  gap: true,
});
