import type { Point, Rectangle } from '../base/geometry.ts';
import { createBoxIndex } from './boxIndex.ts';
import type { Layout, LayoutGraph } from './layout.ts';
import { routeEdges } from './routeEdges.ts';

/**
 * The edges after boxes moved. A way is kept, or moved along with both of its ends, where no node is in its way then; the others
 * are led anew around the nodes and beside those that stay. `known` are ways that fit where the boxes stood in `known.nodes`.
 */
export function followEdges(
  graph: LayoutGraph,
  known: { readonly nodes: ReadonlyMap<string, Rectangle>; readonly edges: Layout['edges'] },
  before: Layout,
  nodes: Readonly<Record<string, Rectangle>>,
): Layout['edges'] {
  const boxes = createBoxIndex(Object.values(nodes));
  const kept: [string, Layout['edges'][string]][] = [];
  const stale: LayoutGraph['edges'][number][] = [];
  const fromEngine = (id: string): boolean => known.edges[id] !== before.edges[id];
  for (const edge of graph.edges) {
    const { id, from, to } = edge;
    const route = Object.hasOwn(known.edges, id) ? known.edges[id] : undefined;
    const placesThen = (node: string): Rectangle | undefined =>
      fromEngine(id) ? known.nodes.get(node) : Object.hasOwn(before.nodes, node) ? before.nodes[node] : undefined;
    const [first, last] = [offset(placesThen(from), nodes[from]), offset(placesThen(to), nodes[to])];
    const together = first !== undefined && last !== undefined && first.x === last.x && first.y === last.y;
    const way = route !== undefined && together ? movedBy(route, first) : undefined;
    const sameLabel = (way?.label === undefined) === (edge.label === undefined);
    if (way !== undefined && sameLabel && way.points.length > 1 && isClear(way.points, nodes[from], nodes[to]))
      kept.push([id, way]);
    else stale.push(edge);
  }
  return { ...Object.fromEntries(kept), ...routeEdges(stale, nodes, Object.fromEntries(kept)) };

  function isClear(points: readonly Point[], from: Rectangle | undefined, to: Rectangle | undefined): boolean {
    const touchesEnds = onBorder(points[0], from) && onBorder(points.at(-1), to);
    return (
      touchesEnds &&
      !points.slice(1).some((end, index) => {
        const start = points[index] ?? end;
        const [left, right] = [Math.min(start.x, end.x) - 1, Math.max(start.x, end.x) + 1];
        const [top, bottom] = [Math.min(start.y, end.y) - 1, Math.max(start.y, end.y) + 1];
        return boxes.some(left, top, right, bottom, (box) => box !== from && box !== to);
      })
    );
  }
}

function onBorder(point: Point | undefined, box: Rectangle | undefined): boolean {
  if (point === undefined || box === undefined) return false;
  const { x, y, width, height } = box;
  const within = point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
  return within && (point.x === x || point.x === x + width || point.y === y || point.y === y + height);
}

/** By how much a box of the same size moved. */
const offset = (then: Rectangle | undefined, now: Rectangle | undefined): Point | undefined =>
  then === undefined || now === undefined || then.width !== now.width || then.height !== now.height
    ? undefined
    : { x: now.x - then.x, y: now.y - then.y };

function movedBy(route: Layout['edges'][string], { x, y }: Point): Layout['edges'][string] {
  if (x === 0 && y === 0) return route;
  return {
    points: route.points.map((point) => ({ x: point.x + x, y: point.y + y })),
    ...(route.label === undefined ? {} : { label: { ...route.label, x: route.label.x + x, y: route.label.y + y } }),
  };
}
