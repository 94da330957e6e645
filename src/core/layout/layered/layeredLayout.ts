/**
 * A layered layout of our own, for graphs too large for ELK to be quick: ELK spends most of its time on orders and places that
 * typed, flat code finds in a tenth of it (docs/adr/0008). The steps are Sugiyama's: turn edges, assign layers, order, place, route.
 * Groups are boxes of the level around them, as in ELK, and are laid out from the inside out once all orders are settled.
 */
import type { Point, Rectangle } from '../../base/geometry.ts';
import type { Layout, LayoutGraph } from '../layout.ts';
import { straightened } from '../wayParts.ts';
import { assignTracks } from './channels.ts';
import { buildHierarchy } from './hierarchy.ts';
import { assignLayers } from './layers.ts';
import type { Connection, Hierarchy, Level, Path, Vertex } from './model.ts';
import { type Effort, orderLayers } from './ordering.ts';
import { placeLayers } from './placing.ts';
import { edgeGap, edgeLabelGap, layerEdgeGap, layerGap } from './spacing.ts';

/** Lays out a checked graph to the right. Deterministic, in integers; hand positions are not looked at. */
export function layOutToTheRight(graph: LayoutGraph, effort: Effort): Layout {
  const hierarchy = buildHierarchy(graph);
  const loops = makeLoopRoom(graph, hierarchy);
  for (const level of hierarchy.levels) assignLayers(level);
  orderLayers(hierarchy, effort);
  for (const level of hierarchy.levels.toReversed()) placeLevel(level);
  return read(graph, hierarchy, loops);
}

/** Places what is in a level, whose groups are placed already, and gives its box a size. */
function placeLevel(level: Level): void {
  for (const layer of level.layers) {
    for (const vertex of layer) {
      if (vertex.inner !== undefined) Object.assign(vertex, { width: vertex.inner.width, height: vertex.inner.height });
    }
  }
  const { padding, minimum } = level.group ?? whole;
  const content = placeLayers(level);
  for (const layer of level.layers) for (const vertex of layer) vertex.y += padding.top;
  level.height = Math.max(content + padding.top + padding.bottom, Math.ceil(minimum.height));
  let x = level.west ? 0 : padding.left;
  const last = level.layers.length - 1;
  for (const [index, layer] of level.layers.entries()) {
    const width = Math.max(0, ...layer.map((vertex) => vertex.width));
    for (const vertex of layer) vertex.x = x + Math.round((width - vertex.width) / 2);
    x += width;
    if (index === last) break;
    const segments = layer.flatMap(({ right }) => right);
    const { tracks, count } = assignTracks(segments);
    const fromPorts = level.west && index === 0;
    const toPorts = level.east && index + 1 === last;
    const [before, after] = [fromPorts ? padding.left : layerEdgeGap, toPorts ? padding.right : layerEdgeGap];
    const least = fromPorts ? padding.left : toPorts ? padding.right : layerGap;
    const room = Math.max(least, count === 0 ? 0 : before + after + (count - 1) * edgeGap);
    const first = x + Math.round((room - (count - 1) * edgeGap) / 2);
    for (const [segment, track] of tracks) segment.bendX = first + track * edgeGap;
    x += room;
  }
  level.width = Math.max(x + (level.east ? 0 : padding.right), Math.ceil(minimum.width));
  if (level.east) for (const port of level.layers[last] ?? []) port.x = level.width;
}

const whole = { padding: { top: 0, right: 0, bottom: 0, left: 0 }, minimum: { width: 0, height: 0 } };

/** Room below a box for the edges from it to itself, which stay outside of all the steps. */
function makeLoopRoom(graph: LayoutGraph, { levels }: Hierarchy): ReadonlyMap<string, readonly number[]> {
  const loops = new Map<string, number[]>();
  for (const [index, { from, to }] of graph.edges.entries()) {
    if (from === to) loops.set(from, [...(loops.get(from) ?? []), index]);
  }
  for (const vertex of levels.flatMap(({ children }) => children)) {
    const own = vertex.kind === 'node' ? loops.get(graph.nodes[vertex.item]?.id ?? '') : undefined;
    if (own === undefined) continue;
    for (const index of own) {
      const label = graph.edges[index]?.label;
      vertex.loopRoom += edgeGap + (label === undefined ? 0 : Math.ceil(label.height) + edgeLabelGap);
      const inset = Math.max(0, Math.ceil(((label?.width ?? 0) - vertex.width) / 2));
      vertex.inset = Math.max(vertex.inset, inset);
    }
    vertex.width += 2 * vertex.inset;
    vertex.height += vertex.loopRoom;
  }
  return loops;
}

function read(
  graph: LayoutGraph,
  { root, levels, paths }: Hierarchy,
  loops: ReadonlyMap<string, readonly number[]>,
): Layout {
  const origins = new Map<Level, Point>([[root, { x: 0, y: 0 }]]);
  const nodes: [string, Rectangle][] = [];
  const groups: [string, Rectangle][] = [];
  const edges = new Map<number, Layout['edges'][string]>();
  for (const level of levels) {
    const origin = origins.get(level) ?? { x: 0, y: 0 };
    for (const { kind, item, inner, inset, x, y } of level.children) {
      const place = { x: origin.x + x, y: origin.y + y };
      if (inner !== undefined) {
        origins.set(inner, place);
        groups.push([graph.groups[item]?.id ?? '', { ...place, width: inner.width, height: inner.height }]);
      } else if (kind === 'node') {
        const node = graph.nodes[item];
        if (node === undefined) continue;
        const box = { ...place, x: place.x + inset, width: node.width, height: node.height };
        nodes.push([node.id, box]);
        for (const [index, route] of loopRoutes(graph, box, loops.get(node.id) ?? [])) edges.set(index, route);
      }
    }
  }
  for (const [index, path] of paths.entries()) if (path !== undefined) edges.set(index, routeOf(path, origins));
  const byPlace = new Map([...nodes, ...groups]);
  const boxOf = (id: string): Rectangle => byPlace.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
  return {
    width: root.width,
    height: root.height,
    nodes: Object.fromEntries(graph.nodes.map(({ id }) => [id, boxOf(id)])),
    groups: Object.fromEntries(graph.groups.map(({ id }) => [id, boxOf(id)])),
    edges: Object.fromEntries(graph.edges.map(({ id }, index) => [id, edges.get(index) ?? { points: [] }])),
  };
}

function routeOf({ connections, reversed }: Path, origins: ReadonlyMap<Level, Point>): Layout['edges'][string] {
  const points: Point[] = [];
  let label: Rectangle | undefined;
  for (const connection of reversed ? connections.toReversed() : connections) {
    const origin = origins.get(connection.tail.level) ?? { x: 0, y: 0 };
    for (const { x, y } of pointsOf(connection)) points.push({ x: origin.x + x, y: origin.y + y });
    const { labelVertex, label: size } = connection;
    if (labelVertex !== undefined && size !== undefined)
      label = {
        x: origin.x + labelVertex.x,
        y: origin.y + labelVertex.y,
        width: labelVertex.width,
        height: Math.ceil(size.height),
      };
  }
  const route = straightened(points);
  return { points: reversed ? route.toReversed() : route, ...(label === undefined ? {} : { label }) };
}

function pointsOf({ segments }: Connection): readonly Point[] {
  return segments.flatMap(({ tail, head, tailOffset, headOffset, bendX }, index) => {
    const [from, to] = [tail.y + tailOffset, head.y + headOffset];
    return [
      ...(index === 0 ? [{ x: rightOf(tail), y: from }] : []),
      ...(from === to
        ? []
        : [
            { x: bendX, y: from },
            { x: bendX, y: to },
          ]),
      ...(index === segments.length - 1 ? [{ x: head.x + head.inset, y: to }] : []),
    ];
  });
}

const rightOf = (vertex: Vertex): number => vertex.x + vertex.width - vertex.inset;

/** U-turns below the box, one inside the other, each with its label under it. */
function loopRoutes(
  graph: LayoutGraph,
  box: Rectangle,
  loops: readonly number[],
): readonly (readonly [number, Layout['edges'][string]])[] {
  let y = box.y + box.height;
  return loops.map((index, place) => {
    const step = box.width / (2 * loops.length + 2);
    const [left, right] = [
      box.x + Math.round(step * (loops.length - place)),
      box.x + Math.round(step * (loops.length + 2 + place)),
    ];
    const bottom = box.y + box.height;
    y += edgeGap;
    const points = [
      { x: right, y: bottom },
      { x: right, y },
      { x: left, y },
      { x: left, y: bottom },
    ];
    const size = graph.edges[index]?.label;
    if (size === undefined) return [index, { points }];
    const width = Math.ceil(size.width);
    const label = {
      x: box.x + Math.round((box.width - width) / 2),
      y: y + edgeLabelGap,
      width,
      height: Math.ceil(size.height),
    };
    y = label.y + label.height;
    return [index, { points, label }];
  });
}
