import type { Level, Vertex } from './model.ts';

/** Numbers the ends of segments on both sides of a layer from above: a group counts one for each of its ports. */
export function rankLayer(level: Level, index: number): void {
  const layer = level.layers[index] ?? [];
  // The outer side of a port is numbered where its group stands.
  const leftToo = !(level.west && index === 0);
  const rightToo = !(level.east && index === level.layers.length - 1);
  let left = 0;
  let right = 0;
  for (const [position, vertex] of layer.entries()) {
    vertex.position = position;
    if (leftToo) {
      vertex.leftRank = left;
      left += 1;
      for (const port of westPorts(vertex)) {
        port.leftRank = left;
        left += 1;
      }
    }
    if (rightToo) {
      vertex.rightRank = right;
      right += 1;
      for (const port of eastPorts(vertex)) {
        port.rightRank = right;
        right += 1;
      }
    }
  }
}

const none: readonly Vertex[] = [];
const westPorts = ({ inner }: Vertex): readonly Vertex[] => (inner?.west ? (inner.layers[0] ?? none) : none);
const eastPorts = ({ inner }: Vertex): readonly Vertex[] => (inner?.east ? (inner.layers.at(-1) ?? none) : none);

/** Crossings on all levels, as if every segment were a straight line. */
export function countCrossings(levels: readonly Level[]): number {
  let sum = 0;
  for (const level of levels) {
    for (let index = 0; index + 1 < level.layers.length; index += 1) sum += crossingsAfter(level, index);
  }
  return sum;
}

let tree = new Int32Array(1024);

/** Crossings between a layer and the next: inversions, counted with a Fenwick tree. */
function crossingsAfter(level: Level, index: number): number {
  const size = (level.layers[index + 1] ?? []).reduce((most, vertex) => Math.max(most, lastRank(vertex)), 0) + 2;
  if (tree.length <= size) tree = new Int32Array(2 * size);
  else tree.fill(0, 0, size + 1);
  let inserted = 0;
  let crossings = 0;
  const visit = (end: Vertex): void => {
    for (const { headEnd } of end.right) {
      let notAfter = 0;
      for (let at = headEnd.leftRank + 1; at > 0; at -= at & -at) notAfter += tree[at] ?? 0;
      crossings += inserted - notAfter;
    }
    for (const { headEnd } of end.right) {
      inserted += 1;
      for (let at = headEnd.leftRank + 1; at <= size; at += at & -at) tree[at] = (tree[at] ?? 0) + 1;
    }
  };
  for (const vertex of level.layers[index] ?? []) {
    if (vertex.inner === undefined) visit(vertex);
    else for (const port of eastPorts(vertex)) visit(port);
  }
  return crossings;
}

const lastRank = (vertex: Vertex): number => westPorts(vertex).at(-1)?.leftRank ?? vertex.leftRank;
