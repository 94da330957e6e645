import { type Connection, type Level, newVertex, type Segment, type Vertex } from './model.ts';
import { edgeLabelGap } from './spacing.ts';

/** How often boxes are moved towards the side on which they have more edges. */
const rounds = 10;

interface Ties {
  readonly before: { readonly other: Vertex; readonly span: number }[];
  readonly after: { readonly other: Vertex; readonly span: number }[];
  /** Edges to ports: they pull, and hold nothing. */
  west: number;
  east: number;
}

/**
 * Puts the boxes of a level into layers so that edges run to the right and are short, and lets long edges pass the layers
 * between by vertices of their own.
 */
export function assignLayers(level: Level): void {
  const ties = tiesOf(level);
  const order = inOrder(level, ties);
  for (const vertex of order) vertex.layer = earliest(ties.get(vertex));
  const last = Math.max(0, ...order.map(({ layer }) => layer));
  for (let round = 0; round < rounds; round += 1) {
    for (const vertex of order.toReversed()) {
      const own = ties.get(vertex);
      if (own !== undefined && pull(own) > 0) vertex.layer = Math.max(vertex.layer, latest(own, last));
    }
    for (const vertex of order) {
      const own = ties.get(vertex);
      if (own !== undefined && pull(own) < 0) vertex.layer = Math.min(vertex.layer, earliest(own));
    }
  }
  spreadLoose(level, ties, last);
  fillLayers(level);
}

function tiesOf({ children, connections }: Level): ReadonlyMap<Vertex, Ties> {
  const ties = new Map<Vertex, Ties>(children.map((child) => [child, { before: [], after: [], west: 0, east: 0 }]));
  for (const { tail, head, label } of connections) {
    const [left, right] = [ties.get(tail), ties.get(head)];
    const span = label === undefined ? 1 : 2;
    if (left && right) {
      left.after.push({ other: head, span });
      right.before.push({ other: tail, span });
    } else if (right) right.west += 1;
    else if (left) left.east += 1;
  }
  return ties;
}

/** Every box after all those that lead to it. */
function inOrder({ children }: Level, ties: ReadonlyMap<Vertex, Ties>): readonly Vertex[] {
  const open = new Map(children.map((child) => [child, ties.get(child)?.before.length ?? 0]));
  const order = children.filter((child) => open.get(child) === 0);
  for (const vertex of order) {
    for (const { other } of ties.get(vertex)?.after ?? []) {
      const count = (open.get(other) ?? 0) - 1;
      open.set(other, count);
      if (count === 0) order.push(other);
    }
  }
  return order;
}

const earliest = (ties: Ties | undefined): number =>
  (ties?.before ?? []).reduce((layer, { other, span }) => Math.max(layer, other.layer + span), 0);
const latest = ({ after }: Ties, last: number): number =>
  after.reduce((layer, { other, span }) => Math.min(layer, other.layer - span), last);
const pull = ({ before, after, west, east }: Ties): number => after.length + east - before.length - west;

/** Boxes without edges go where the layer is lowest; without any edges at all, into about as many layers as rows. */
function spreadLoose({ children }: Level, ties: ReadonlyMap<Vertex, Ties>, last: number): void {
  const loose: Vertex[] = [];
  const heights: number[] = Array.from({ length: last + 1 }, () => 0);
  for (const child of children) {
    const own = ties.get(child);
    const held = own !== undefined && own.before.length + own.after.length + own.west + own.east > 0;
    if (held) heights[child.layer] = (heights[child.layer] ?? 0) + child.height + 32;
    else loose.push(child);
  }
  while (heights.length < Math.floor(Math.sqrt(loose.length))) heights.push(0);
  for (const child of loose) {
    child.layer = heights.indexOf(Math.min(...heights));
    heights[child.layer] = (heights[child.layer] ?? 0) + Math.max(child.height, 60) + 32;
  }
}

/** Builds the layers: ports first and last, boxes in their order, and a vertex wherever an edge passes. */
function fillLayers(level: Level): void {
  const offset = level.west ? 1 : 0;
  const boxes = Math.max(0, ...level.children.map(({ layer }) => layer + 1));
  const count = offset + boxes + (level.east ? 1 : 0);
  level.layers = Array.from({ length: count }, () => []);
  const put = (vertex: Vertex, layer: number): void => {
    vertex.layer = layer;
    level.layers[layer]?.push(vertex);
  };
  for (const port of level.ports) put(port, port.kind === 'west' ? 0 : count - 1);
  for (const child of level.children) put(child, child.layer + offset);
  for (const connection of level.connections) pass(level, connection, put);
  for (const layer of level.layers) for (const [position, vertex] of layer.entries()) vertex.position = position;
}

function pass(level: Level, connection: Connection, put: (vertex: Vertex, layer: number) => void): void {
  const { tail, head, edge, label } = connection;
  const middle = Math.floor((tail.layer + head.layer) / 2);
  let [from, fromEnd] = [tail, connection.tailEnd];
  const lead = (to: Vertex, toEnd: Vertex): void => {
    const segment: Segment = {
      tail: from,
      head: to,
      tailEnd: fromEnd,
      headEnd: toEnd,
      tailOffset: 0,
      headOffset: 0,
      bendX: 0,
    };
    connection.segments.push(segment);
    from.right.push(segment);
    if (fromEnd !== from) fromEnd.right.push(segment);
    to.left.push(segment);
    if (toEnd !== to) toEnd.left.push(segment);
    [from, fromEnd] = [to, toEnd];
  };
  for (let layer = tail.layer + 1; layer < head.layer; layer += 1) {
    const labelled = label !== undefined && layer === middle;
    const bend = newVertex(labelled ? 'label' : 'bend', edge, level);
    if (labelled) {
      bend.width = Math.ceil(label.width);
      bend.height = Math.ceil(label.height) + edgeLabelGap;
      connection.labelVertex = bend;
    }
    put(bend, layer);
    lead(bend, bend);
  }
  lead(head, connection.headEnd);
}
