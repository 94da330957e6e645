/**
 * Orders the layers of all levels for few crossings. Layer sweeps by barycentre that go into the groups they meet, from several
 * starts; then sifting, which tries every place in its layer for each vertex (Sugiyama 1981; Matuszewski, Schönfeld, Molitor 1999).
 * Ports are vertices of their group's outer layers, so that what is inside and what is outside settle their order together.
 */
import { seededRandom } from '../../base/random.ts';
import { countCrossings, rankLayer } from './crossings.ts';
import type { Hierarchy, Level, Vertex } from './model.ts';

/** How much is tried before an order is taken for the best. */
export interface Effort {
  /** Orders to begin from. */
  readonly starts: number;
  /** Sweeps through the layers from each, to the right and to the left in turn. */
  readonly sweeps: number;
  /** Rounds in which every vertex tries each place in its layer. */
  readonly siftings: number;
}

/** A start is given up after so many sweeps in a row that made nothing better. */
const patience = 4;

/** Orders the layers of every level so that few edges cross. Deterministic. */
export function orderLayers({ root, levels }: Hierarchy, { starts, sweeps, siftings }: Effort): void {
  const random = seededRandom(1);
  const rankAll = (): void => {
    for (const level of levels.toReversed()) for (const index of level.layers.keys()) rankLayer(level, index);
  };
  rankAll();
  let best = { crossings: countCrossings(levels), orders: snapshot(levels) };
  const consider = (): boolean => {
    const crossings = countCrossings(levels);
    if (crossings >= best.crossings) return false;
    best = { crossings, orders: snapshot(levels) };
    return true;
  };
  for (let start = 0; start < starts && best.crossings > 0; start += 1) {
    if (start > 0) {
      for (const level of levels) for (const layer of level.layers) shuffle(layer, random);
      rankAll();
    }
    let worse = 0;
    for (let sweep = 0; sweep < sweeps && worse < patience; sweep += 1) {
      if (sweep % 2 === 0) sweepRight(root);
      else sweepLeft(root);
      worse = consider() ? 0 : worse + 1;
    }
    for (let round = 0; round < siftings; round += 1) {
      if (!siftAll(levels, round % 2 === 1)) break;
    }
    rankAll();
    consider();
  }
  restore(levels, best.orders);
  for (let round = 0; round < 2 * siftings; round += 1) {
    rankAll();
    if (!siftAll(levels, round % 2 === 1)) break;
  }
  rankAll();
  if (countCrossings(levels) > best.crossings) restore(levels, best.orders);
  rankAll();
}

function sweepRight(level: Level): void {
  for (const [index, layer] of level.layers.entries()) {
    if (index > 0 || level.west) sortBy(layer, leftCentre);
    rankLayer(level, index);
    for (const { inner } of layer) if (inner !== undefined) sweepRight(inner);
    rankLayer(level, index);
  }
}

function sweepLeft(level: Level): void {
  const last = level.layers.length - 1;
  for (let index = last; index >= 0; index -= 1) {
    const layer = level.layers[index] ?? [];
    if (index < last || level.east) sortBy(layer, rightCentre);
    rankLayer(level, index);
    for (const { inner } of layer) if (inner !== undefined) sweepLeft(inner);
    rankLayer(level, index);
  }
}

function leftCentre({ left }: Vertex): number {
  let sum = 0;
  for (const { tailEnd } of left) sum += tailEnd.rightRank;
  return sum / left.length;
}
function rightCentre({ right }: Vertex): number {
  let sum = 0;
  for (const { headEnd } of right) sum += headEnd.leftRank;
  return sum / right.length;
}

/** Sorts what has a centre; what has none keeps its place. */
function sortBy(layer: Vertex[], centre: (vertex: Vertex) => number): void {
  const centres = layer.map((vertex) => ({ vertex, centre: centre(vertex) }));
  const movable = centres.filter((each) => !Number.isNaN(each.centre));
  movable.sort((left, right) => left.centre - right.centre);
  let next = 0;
  for (const [index, each] of centres.entries()) {
    if (Number.isNaN(each.centre)) continue;
    const put = movable[next];
    next += 1;
    if (put !== undefined) layer[index] = put.vertex;
  }
}

function siftAll(levels: readonly Level[], backwards: boolean): boolean {
  let better = false;
  for (const level of levels) {
    const indices = [...level.layers.keys()];
    for (const index of backwards ? indices.reverse() : indices) {
      if (siftLayer(level.layers[index] ?? [])) {
        better = true;
        rankLayer(level, index);
        rankPorts(level, index);
      }
    }
  }
  return better;
}

/** Ports that changed places are numbered anew outside too. */
function rankPorts(level: Level, index: number): void {
  const isPorts = (level.west && index === 0) || (level.east && index === level.layers.length - 1);
  if (!isPorts || level.parent === undefined) return;
  const holder = level.parent.children.find(({ inner }) => inner === level);
  if (holder !== undefined) rankLayer(level.parent, holder.layer);
}

/** Moves each vertex of a layer to the place with the fewest crossings; says whether any moved. */
function siftLayer(layer: Vertex[]): boolean {
  if (layer.length < 2) return false;
  const ends = new Map(layer.map((vertex) => [vertex, endsOf(vertex)]));
  let moved = false;
  for (const vertex of [...layer]) {
    const own = ends.get(vertex);
    if (own === undefined) continue;
    const from = layer.indexOf(vertex);
    let best = 0;
    let target = from;
    let change = 0;
    for (let index = from + 1; index < layer.length; index += 1) {
      const other = ends.get(layer[index] ?? vertex);
      if (other !== undefined) change += gain(other, own);
      if (change < best) [best, target] = [change, index];
    }
    change = 0;
    for (let index = from - 1; index >= 0; index -= 1) {
      const other = ends.get(layer[index] ?? vertex);
      if (other !== undefined) change += gain(own, other);
      if (change < best) [best, target] = [change, index];
    }
    if (target === from) continue;
    moved = true;
    layer.splice(from, 1);
    layer.splice(target, 0, vertex);
  }
  return moved;
}

interface Ends {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

const endsOf = ({ left, right }: Vertex): Ends => ({
  left: left.map(({ tailEnd }) => tailEnd.rightRank).sort(ascending),
  right: right.map(({ headEnd }) => headEnd.leftRank).sort(ascending),
});
const ascending = (left: number, right: number): number => left - right;

/** By how many crossings it is worse to have `above` above `below` than the other way round. */
const gain = (above: Ends, below: Ends): number => balance(above.left, below.left) + balance(above.right, below.right);

/** Pairs in which the upper one's end is lower, less those in which it is higher. Both lists rise. */
function balance(above: readonly number[], below: readonly number[]): number {
  let sum = 0;
  let less = 0;
  let notMore = 0;
  for (const rank of above) {
    while (less < below.length && (below[less] ?? 0) < rank) less += 1;
    while (notMore < below.length && (below[notMore] ?? 0) <= rank) notMore += 1;
    sum += less - (below.length - notMore);
  }
  return sum;
}

const snapshot = (levels: readonly Level[]): Vertex[][][] =>
  levels.map(({ layers }) => layers.map((layer) => [...layer]));

function restore(levels: readonly Level[], orders: readonly Vertex[][][]): void {
  for (const [place, level] of levels.entries()) level.layers = (orders[place] ?? []).map((layer) => [...layer]);
}

function shuffle(layer: Vertex[], random: () => number): void {
  for (let index = layer.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const [first, second] = [layer[index], layer[other]];
    if (first !== undefined && second !== undefined) [layer[index], layer[other]] = [second, first];
  }
}
