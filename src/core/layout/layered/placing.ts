/**
 * Heights within the layers of a level, after Brandes and Köpf (2001): vertices are lined up with the median of their neighbours
 * in four ways, the lowest of the four pictures is kept, and then whole lines are shifted towards what they are tied to.
 * Ends of edges need not be in the middle of a box, so a line holds a shift for each of its vertices.
 */
import type { Level, Segment, Vertex } from './model.ts';
import { edgeGap, edgeNodeGap, nodeGap } from './spacing.ts';

interface Line {
  readonly vertices: Vertex[];
  y: number;
}

interface Place {
  readonly line: Line;
  readonly shift: number;
}

/** Sets `y` of every vertex of the level; the topmost stands at 0. Gives the height of the whole. */
export function placeLayers(level: Level): number {
  setOffsets(level);
  const crossed = crossedByLong(level);
  let best: { lines: readonly Line[]; places: ReadonlyMap<Vertex, Place>; height: number } | undefined;
  for (const fromLeft of [true, false]) {
    for (const fromTop of [true, false]) {
      const places = lineUp(level, crossed, fromLeft, fromTop);
      const lines = compact(level, places);
      const height = extent(level, places);
      if (best === undefined || height < best.height) best = { lines, places, height };
    }
  }
  if (best === undefined) return 0;
  settle(level, best.lines, best.places);
  for (const layer of level.layers) for (const vertex of layer) vertex.y = Math.round(yOf(vertex, best.places));
  const top = level.layers.reduce((y, [first]) => Math.min(y, first?.y ?? y), Number.POSITIVE_INFINITY);
  let bottom = 0;
  for (const layer of level.layers) {
    for (const vertex of layer) {
      vertex.y -= top;
      bottom = Math.max(bottom, vertex.y + vertex.height);
    }
  }
  return bottom;
}

/** Edges leave a box at even distances, in the order of their other ends. Those of groups end at its ports. */
function setOffsets({ layers }: Level): void {
  for (const layer of layers) {
    for (const vertex of layer) {
      const { kind, height, loopRoom } = vertex;
      if (kind === 'group') {
        for (const segment of vertex.left) segment.headOffset = segment.headEnd.y;
        for (const segment of vertex.right) segment.tailOffset = segment.tailEnd.y;
      } else if (kind === 'label') {
        for (const segment of vertex.left) segment.headOffset = height;
        for (const segment of vertex.right) segment.tailOffset = height;
      } else if (kind === 'node') {
        const visible = height - loopRoom;
        vertex.left.sort((one, other) => one.tailEnd.rightRank - other.tailEnd.rightRank);
        vertex.right.sort((one, other) => one.headEnd.leftRank - other.headEnd.leftRank);
        for (const [index, segment] of vertex.left.entries())
          segment.headOffset = Math.round((visible * (index + 1)) / (vertex.left.length + 1));
        for (const [index, segment] of vertex.right.entries())
          segment.tailOffset = Math.round((visible * (index + 1)) / (vertex.right.length + 1));
      }
    }
  }
}

const isBend = ({ kind }: Vertex): boolean => kind !== 'node' && kind !== 'group';

/** Segments that cross the middle of a long edge: long edges stay straight before others. */
function crossedByLong({ layers }: Level): ReadonlySet<Segment> {
  const crossed = new Set<Segment>();
  for (const layer of layers) {
    const segments = layer.flatMap(({ right }) => right);
    const long = segments.filter(({ tail, head }) => isBend(tail) && isBend(head));
    if (long.length === 0) continue;
    for (const segment of segments) {
      const { tail, head } = segment;
      if (isBend(tail) && isBend(head)) continue;
      const crosses = long.some(
        (other) => (other.tail.position - tail.position) * (other.head.position - head.position) < 0,
      );
      if (crosses) crossed.add(segment);
    }
  }
  return crossed;
}

/** Lines of vertices that stand level, each with one of its median neighbours in the layer before. */
function lineUp(level: Level, crossed: ReadonlySet<Segment>, fromLeft: boolean, fromTop: boolean): Map<Vertex, Place> {
  const places = new Map<Vertex, Place>();
  const taken = new Set<Vertex>();
  const layers = fromLeft ? level.layers : level.layers.toReversed();
  const sign = fromTop ? 1 : -1;
  for (const [index, layer] of layers.entries()) {
    let reached = Number.NEGATIVE_INFINITY;
    for (const vertex of fromTop ? layer : layer.toReversed()) {
      const segments = index === 0 ? [] : fromLeft ? vertex.left : vertex.right;
      const order = [...segments].sort((one, other) => sign * (rankOf(one, fromLeft) - rankOf(other, fromLeft)));
      const middles =
        order.length === 0 ? [] : [...new Set([Math.floor((order.length - 1) / 2), Math.ceil((order.length - 1) / 2)])];
      for (const middle of middles) {
        const segment = order[middle];
        if (segment === undefined || crossed.has(segment)) continue;
        const other = fromLeft ? segment.tail : segment.head;
        const place = places.get(other);
        const position = sign * other.position;
        if (place === undefined || taken.has(other) || position <= reached) continue;
        const drop = fromLeft ? segment.tailOffset - segment.headOffset : segment.headOffset - segment.tailOffset;
        places.set(vertex, { line: place.line, shift: place.shift + drop });
        place.line.vertices.push(vertex);
        taken.add(other);
        reached = position;
        break;
      }
      if (!places.has(vertex)) places.set(vertex, { line: { vertices: [vertex], y: 0 }, shift: 0 });
    }
  }
  return places;
}

const rankOf = ({ tailEnd, headEnd }: Segment, fromLeft: boolean): number =>
  fromLeft ? tailEnd.rightRank : headEnd.leftRank;

function gapBetween(above: Vertex, below: Vertex): number {
  const bends =
    (above.kind === 'node' || above.kind === 'group' ? 0 : 1) +
    (below.kind === 'node' || below.kind === 'group' ? 0 : 1);
  return bends === 0 ? nodeGap : bends === 1 ? edgeNodeGap : edgeGap;
}

/** Stands every line as high as those above it let it, then each as low as those below it let it. */
function compact({ layers }: Level, places: ReadonlyMap<Vertex, Place>): readonly Line[] {
  const below = new Map<Line, { line: Line; least: number }[]>();
  const waiting = new Map<Line, number>();
  for (const { line } of places.values()) {
    if (waiting.has(line)) continue;
    waiting.set(line, 0);
    below.set(line, []);
    line.y = 0;
  }
  for (const layer of layers) {
    for (const [index, vertex] of layer.entries()) {
      const next = layer[index + 1];
      const [place, nextPlace] = [places.get(vertex), next && places.get(next)];
      if (next === undefined || place === undefined || nextPlace === undefined) continue;
      const least = place.shift + vertex.height + gapBetween(vertex, next) - nextPlace.shift;
      below.get(place.line)?.push({ line: nextPlace.line, least });
      waiting.set(nextPlace.line, (waiting.get(nextPlace.line) ?? 0) + 1);
    }
  }
  // A line's y is that of its first vertex, and a shift may be negative: start where every vertex is at 0 or lower.
  for (const { line, shift } of places.values()) line.y = Math.max(line.y, -shift);
  const order = [...waiting.keys()].filter((line) => waiting.get(line) === 0);
  for (const line of order) {
    for (const { line: lower, least } of below.get(line) ?? []) {
      lower.y = Math.max(lower.y, line.y + least);
      const count = (waiting.get(lower) ?? 0) - 1;
      waiting.set(lower, count);
      if (count === 0) order.push(lower);
    }
  }
  for (const line of order.toReversed()) {
    const room = Math.min(...(below.get(line) ?? []).map(({ line: lower, least }) => lower.y - least));
    if (Number.isFinite(room)) line.y = Math.max(line.y, room);
  }
  return order;
}

const yOf = (vertex: Vertex, places: ReadonlyMap<Vertex, Place>): number => {
  const place = places.get(vertex);
  return place === undefined ? 0 : place.line.y + place.shift;
};

function extent({ layers }: Level, places: ReadonlyMap<Vertex, Place>): number {
  let top = Number.POSITIVE_INFINITY;
  let bottom = 0;
  for (const layer of layers) {
    const [first, last] = [layer[0], layer.at(-1)];
    if (first === undefined || last === undefined) continue;
    top = Math.min(top, yOf(first, places));
    bottom = Math.max(bottom, yOf(last, places) + last.height);
  }
  return bottom - top;
}

/** Shifts whole lines towards the median of what they are tied to, as far as their neighbours leave room. */
function settle({ layers }: Level, lines: readonly Line[], places: ReadonlyMap<Vertex, Place>): void {
  const limit = extent({ layers } as Level, places);
  const top = layers.reduce((y, [first]) => (first ? Math.min(y, yOf(first, places)) : y), Number.POSITIVE_INFINITY);
  for (let round = 0; round < 6; round += 1) {
    for (const line of round % 2 === 0 ? lines : lines.toReversed()) {
      let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
      const wishes: number[] = [];
      for (const vertex of line.vertices) {
        const layer = layers[vertex.layer] ?? [];
        const [above, next] = [layer[vertex.position - 1], layer[vertex.position + 1]];
        const y = yOf(vertex, places);
        low = Math.max(
          low,
          above === undefined ? top - y : yOf(above, places) + above.height + gapBetween(above, vertex) - y,
        );
        high = Math.min(
          high,
          next === undefined
            ? top + limit - y - vertex.height
            : yOf(next, places) - vertex.height - gapBetween(vertex, next) - y,
        );
        if (vertex.kind !== 'west') {
          for (const { tail, tailOffset, headOffset } of vertex.left)
            if (places.get(tail)?.line !== line) wishes.push(yOf(tail, places) + tailOffset - y - headOffset);
        }
        if (vertex.kind !== 'east') {
          for (const { head, tailOffset, headOffset } of vertex.right)
            if (places.get(head)?.line !== line) wishes.push(yOf(head, places) + headOffset - y - tailOffset);
        }
      }
      if (wishes.length === 0 || low > high) continue;
      wishes.sort((one, other) => one - other);
      const wish = Math.round(wishes[Math.floor(wishes.length / 2)] ?? 0);
      line.y += Math.max(low, Math.min(high, wish));
    }
  }
}
