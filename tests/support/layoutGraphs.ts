/** Graphs to lay out: random ones for properties, and seeded ones of a cloud architecture's shape for benches. */
import fc from 'fast-check';
import { seededRandom } from '../../src/core/base/random.ts';
import type { LayoutEdge, LayoutGraph, LayoutGroup, LayoutNode } from '../../src/core/layout/layout.ts';

const padding = { top: 40, right: 16, bottom: 16, left: 16 };

const group = (id: string, parent?: string): LayoutGroup => ({
  id,
  padding,
  minimum: { width: 120, height: 60 },
  ...(parent === undefined ? {} : { parent }),
});

/** Any layered graph that a user could draw: nested groups, cycles, self loops, parallel edges, labels. */
export const anyGraph: fc.Arbitrary<LayoutGraph> = fc
  .record({
    nodes: fc.array(
      fc.record({
        width: fc.integer({ min: 20, max: 240 }),
        height: fc.integer({ min: 20, max: 160 }),
        group: fc.integer({ min: -1, max: 4 }),
      }),
      { maxLength: 14 },
    ),
    parents: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    edges: fc.array(
      fc.record({
        from: fc.nat(),
        to: fc.nat(),
        label: fc.option(fc.integer({ min: 10, max: 160 })),
        side: fc.boolean(),
      }),
      { maxLength: 18 },
    ),
    direction: fc.constantFrom('right' as const, 'down' as const),
  })
  .map(({ nodes, parents, edges, direction }) => ({
    direction,
    nodes: nodes.map(
      ({ width, height, group: place }, index): LayoutNode => ({
        id: `node ${index}`,
        width,
        height,
        ...(place < 0 ? {} : { group: `group ${place}` }),
      }),
    ),
    // A group lies in the one before it, or in none.
    groups: parents.map((nested, index) =>
      group(`group ${index}`, nested && index > 0 ? `group ${index - 1}` : undefined),
    ),
    edges:
      nodes.length === 0
        ? []
        : edges.map(
            ({ from, to, label, side }, index): LayoutEdge => ({
              id: `edge ${index}`,
              from: `node ${from % nodes.length}`,
              to: `node ${to % nodes.length}`,
              side,
              ...(label === null ? {} : { label: { width: label, height: 20 } }),
            }),
          ),
  }));

/** Bands of groups of nodes with relations between any two. */
export const anyBands: fc.Arbitrary<LayoutGraph> = fc
  .record({
    bands: fc.array(
      fc.array(fc.array(fc.integer({ min: 40, max: 200 }), { maxLength: 9 }), { minLength: 1, maxLength: 5 }),
      { minLength: 1, maxLength: 4 },
    ),
    edges: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 25 }),
  })
  .map(({ bands, edges }) => {
    const groups: LayoutGroup[] = [];
    const nodes: LayoutNode[] = [];
    for (const [band, boxes] of bands.entries()) {
      groups.push(group(`band ${band}`));
      for (const [box, heights] of boxes.entries()) {
        groups.push(group(`box ${band} ${box}`, `band ${band}`));
        for (const height of heights)
          nodes.push({ id: `node ${nodes.length}`, width: 160, height, group: `box ${band} ${box}` });
      }
    }
    const ends = nodes.length === 0 ? [] : edges;
    return {
      nodes,
      groups,
      edges: ends.map(([from, to], index) => ({
        id: `edge ${index}`,
        from: `node ${from % nodes.length}`,
        to: `node ${to % nodes.length}`,
      })),
      direction: 'down' as const,
      arrangement: 'bands' as const,
    };
  });

/**
 * A layered acyclic graph of `count` nodes in groups, with 1.5 edges a node: 70 % stay in their group, 18 % go to the next,
 * 12 % to a few shared hubs; every tenth node stands outside of all groups.
 */
export function cloudGraph(count: number, seed = 42): LayoutGraph {
  const random = seededRandom(seed + count);
  const groupCount = count <= 60 ? 4 : count <= 300 ? 6 : 8;
  const levels = Math.max(5, Math.round(2 * Math.log2(count) - 5));
  const placed = Array.from({ length: count }, (_, index) => {
    const outside = index < 3 || random() < 0.1;
    const level = index < 3 ? 0 : Math.min(levels - 1, Math.floor(random() * levels));
    return { id: `n${index}`, group: outside ? -1 : index % groupCount, level, at: random() };
  });
  const shelves = new Map<string, typeof placed>();
  for (const node of placed) {
    const key = `${node.group} ${node.level}`;
    shelves.set(
      key,
      [...(shelves.get(key) ?? []), node].sort((left, right) => left.at - right.at),
    );
  }
  const hubs = placed
    .filter(({ group: place, level }) => place >= 0 && level >= levels - 3)
    .slice(0, Math.max(2, Math.round(Math.sqrt(count) / 2)));
  const near = (place: number, level: number, at: number) => {
    const shelf = shelves.get(`${place} ${level}`) ?? [];
    const aim = at * (shelf.length - 1) + (random() + random() + random() - 1.5) * 2.2;
    return shelf[Math.max(0, Math.min(shelf.length - 1, Math.round(aim)))];
  };
  const target = (from: (typeof placed)[number]) => {
    const share = random();
    const level = from.level + (random() < 0.78 ? 1 : random() < 0.7 ? 2 : 3);
    if (level >= levels) return undefined;
    if (from.group < 0) return near(Math.floor(random() * groupCount), level, from.at);
    if (share < 0.7) return near(from.group, level, from.at);
    return share < 0.88
      ? near((from.group + 1) % groupCount, level, from.at)
      : hubs[Math.floor(random() * hubs.length)];
  };
  const edges = new Map<string, LayoutEdge>();
  const most = Math.round(1.5 * count);
  const connect = (from: (typeof placed)[number] | undefined): boolean => {
    const to = from === undefined ? undefined : target(from);
    if (from === undefined || to === undefined || from.level >= to.level) return false;
    const id = `${from.id}-${to.id}`;
    if (edges.has(id) || edges.size >= most) return false;
    edges.set(id, { id, from: from.id, to: to.id });
    return true;
  };
  for (const node of placed) for (let attempt = 0; attempt < 6 && !connect(node); attempt += 1);
  for (let attempt = 0; attempt < most * 200 && edges.size < most; attempt += 1)
    connect(placed[Math.floor(random() * count)]);
  return {
    nodes: placed.map(({ id, group: place }, index) => ({
      id,
      width: 72,
      height: index % 3 === 0 ? 102 : 88,
      ...(place < 0 ? {} : { group: `g${place}` }),
    })),
    groups: Array.from({ length: groupCount }, (_, index) => group(`g${index}`)),
    edges: [...edges.values()],
    direction: 'right',
  };
}
