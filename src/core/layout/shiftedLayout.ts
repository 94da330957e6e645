import type { Point } from '../base/geometry.ts';
import type { Layout } from './layout.ts';

const shifted = <Place extends Point>(place: Place, { x, y }: Point): Place => ({
  ...place,
  x: place.x + x,
  y: place.y + y,
});

/** The same layout elsewhere: boxes, ways and labels all moved by as much. */
export function shiftedLayout(layout: Layout, by: Point): Layout {
  if (by.x === 0 && by.y === 0) return layout;
  const boxes = (of: Layout['nodes']) =>
    Object.fromEntries(Object.entries(of).map(([id, box]) => [id, shifted(box, by)]));
  const edges = Object.entries(layout.edges).map(([id, { points, label }]) => [
    id,
    { points: points.map((point) => shifted(point, by)), ...(label && { label: shifted(label, by) }) },
  ]);
  return { ...layout, nodes: boxes(layout.nodes), groups: boxes(layout.groups), edges: Object.fromEntries(edges) };
}
