import type { Point } from '../../core/base/geometry.ts';
import type { SceneEdge } from '../../core/scene/scene.ts';

const moved = ({ x, y }: Point, by: Point): Point => ({ x: x + by.x, y: y + by.y });

/** The same points with the first one moved; the next one follows on its axis, so that right angles stay right. */
function dragStart(points: readonly Point[], by: Point): Point[] {
  const [first, second, ...rest] = points;
  if (first === undefined || second === undefined) return [...points];
  const start = moved(first, by);
  const level = first.y === second.y;
  if (rest.length > 0) return [start, level ? { x: second.x, y: start.y } : { x: start.x, y: second.y }, ...rest];
  // A straight line gets a step in its middle.
  if (level && by.y !== 0) {
    const x = (start.x + second.x) / 2;
    return [start, { x, y: start.y }, { x, y: second.y }, second];
  }
  if (!level && first.x === second.x && by.x !== 0) {
    const y = (start.y + second.y) / 2;
    return [start, { x: start.x, y }, { x: second.x, y }, second];
  }
  return [start, second];
}

/** An edge whose ends moved, drawn out like rubber: what is shown while a view leads no edges of its own. */
export function stretched(
  edge: SceneEdge,
  by: Point,
  ends: { readonly from: boolean; readonly to: boolean },
): SceneEdge {
  if (ends.from && ends.to) {
    const label = edge.label && {
      box: { ...edge.label.box, ...moved(edge.label.box, by) },
      texts: edge.label.texts.map((text) => ({ ...text, ...moved(text, by) })),
    };
    return { ...edge, points: edge.points.map((point) => moved(point, by)), ...(label ? { label } : {}) };
  }
  const { label: _, ...bare } = edge;
  if (ends.from) return { ...bare, points: dragStart(edge.points, by) };
  return { ...bare, points: dragStart(edge.points.toReversed(), by).reverse() };
}
