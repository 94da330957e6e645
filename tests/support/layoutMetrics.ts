/** Judges a layout: what lies on what. For tests and benches. */
import type { Point, Rectangle } from '../../src/core/base/geometry.ts';
import type { Layout, LayoutGraph } from '../../src/core/layout/layout.ts';

export interface LayoutMetrics {
  /** Proper crossings of two edges' lines; ends that they share do not count. */
  readonly crossings: number;
  /** Pairs of nodes that overlap. */
  readonly overlaps: number;
  /** Pairs of an edge and a node that is not its end, which it passes more than 1 px inside. */
  readonly through: number;
  /** Nodes that stick out of their group, and groups out of theirs. */
  readonly outside: number;
  /** Labels that lie on a node or on another label. */
  readonly coveredLabels: number;
  /** Stretches of edges that are neither horizontal nor vertical. */
  readonly slanted: number;
  /** Edges without a line. */
  readonly unrouted: number;
}

interface Stretch {
  readonly edge: number;
  readonly from: Point;
  readonly to: Point;
}

export function measureLayout(graph: LayoutGraph, layout: Layout): LayoutMetrics {
  const stretches = graph.edges.flatMap(({ id }, edge) => stretchesOf(layout.edges[id]?.points ?? [], edge));
  const boxes = graph.nodes.flatMap((node) => layout.nodes[node.id] ?? []);
  const labels = graph.edges.flatMap(({ id }) => layout.edges[id]?.label ?? []);
  const inside: [Rectangle | undefined, string | undefined][] = [
    ...graph.nodes.map(({ id, group }): [Rectangle | undefined, string | undefined] => [layout.nodes[id], group]),
    ...graph.groups.map(({ id, parent }): [Rectangle | undefined, string | undefined] => [layout.groups[id], parent]),
  ];
  return {
    crossings: pairs(stretches).filter(([left, right]) => left.edge !== right.edge && cross(left, right)).length,
    overlaps: pairs(boxes).filter(([left, right]) => overlap(left, right, 0.5)).length,
    through: edgesThroughNodes(graph, layout, stretches),
    outside: inside.filter(([box, group]) => {
      const frame = group === undefined ? undefined : layout.groups[group];
      return box !== undefined && frame !== undefined && !holds(frame, box);
    }).length,
    coveredLabels:
      pairs(labels).filter(([left, right]) => overlap(left, right, 0.5)).length +
      labels.filter((label) => boxes.some((box) => overlap(label, box, 0.5))).length,
    slanted: stretches.filter(({ from, to }) => from.x !== to.x && from.y !== to.y).length,
    unrouted: graph.edges.filter(({ id, from, to }) => from !== to && (layout.edges[id]?.points.length ?? 0) < 2)
      .length,
  };
}

function edgesThroughNodes(graph: LayoutGraph, layout: Layout, stretches: readonly Stretch[]): number {
  const found = new Set<string>();
  for (const { edge, from, to } of stretches) {
    const ends = graph.edges[edge];
    const box = {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(from.x - to.x),
      height: Math.abs(from.y - to.y),
    };
    for (const { id } of graph.nodes) {
      const node = layout.nodes[id];
      if (node === undefined || id === ends?.from || id === ends?.to) continue;
      if (touches(box, { x: node.x + 1, y: node.y + 1, width: node.width - 2, height: node.height - 2 })) {
        if (from.x === to.x || from.y === to.y || slantedHit(from, to, node)) found.add(`${edge} ${id}`);
      }
    }
  }
  return found.size;
}

const stretchesOf = (points: readonly Point[], edge: number): readonly Stretch[] =>
  points.slice(1).flatMap((to, index) => {
    const from = points[index];
    return from === undefined || (from.x === to.x && from.y === to.y) ? [] : [{ edge, from, to }];
  });

function* allPairs<Item>(items: readonly Item[]): Generator<[Item, Item]> {
  for (const [index, left] of items.entries()) {
    for (let other = index + 1; other < items.length; other += 1) {
      const right = items[other];
      if (right !== undefined) yield [left, right];
    }
  }
}
const pairs = <Item>(items: readonly Item[]) => ({
  filter: (keep: (pair: [Item, Item]) => boolean): { length: number } => {
    let length = 0;
    for (const pair of allPairs(items)) if (keep(pair)) length += 1;
    return { length };
  },
});

const touches = (left: Rectangle, right: Rectangle): boolean =>
  left.x < right.x + right.width &&
  right.x < left.x + left.width &&
  left.y < right.y + right.height &&
  right.y < left.y + left.height;

const overlap = (left: Rectangle, right: Rectangle, slack: number): boolean =>
  touches(left, {
    x: right.x + slack,
    y: right.y + slack,
    width: right.width - 2 * slack,
    height: right.height - 2 * slack,
  });

const holds = (outer: Rectangle, inner: Rectangle): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const side = (from: Point, to: Point, point: Point): number =>
  (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);

function cross(left: Stretch, right: Stretch): boolean {
  if (Math.max(left.from.x, left.to.x) < Math.min(right.from.x, right.to.x)) return false;
  if (Math.max(right.from.x, right.to.x) < Math.min(left.from.x, left.to.x)) return false;
  return (
    side(left.from, left.to, right.from) * side(left.from, left.to, right.to) < -1e-6 &&
    side(right.from, right.to, left.from) * side(right.from, right.to, left.to) < -1e-6
  );
}

/** Whether a slanted stretch meets a box: sampled, which is enough to judge another engine by. */
function slantedHit(from: Point, to: Point, box: Rectangle): boolean {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 4);
  return Array.from({ length: steps + 1 }, (_, step) => step / steps).some((share) => {
    const x = from.x + (to.x - from.x) * share;
    const y = from.y + (to.y - from.y) * share;
    return x > box.x + 1 && x < box.x + box.width - 1 && y > box.y + 1 && y < box.y + box.height - 1;
  });
}
