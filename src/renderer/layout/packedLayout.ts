/**
 * A layout as one block of numbers, which goes from thread to thread without being copied. As objects, the ways of thousands of
 * edges take the window's thread longer to read than there is between two frames.
 */
import type { Point, Rectangle } from '../../core/base/geometry.ts';
import { eachInSteps, finish, type Steps } from '../../core/base/steps.ts';
import type { Layout } from '../../core/layout/layout.ts';

/** A layout as one array of numbers, which passes from a worker to the window without being copied. */
export interface PackedLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly string[];
  readonly groups: readonly string[];
  readonly edges: readonly string[];
  /** Boxes of nodes, then of groups; then of each edge how many points it has, whether it has a label, the points, the label. */
  readonly numbers: Float64Array<ArrayBuffer>;
}

/** Packs a layout; `unpackLayout` gives the same back. */
export function packLayout({ width, height, nodes, groups, edges }: Layout): PackedLayout {
  const numbers: number[] = [];
  const addBox = (box: Rectangle) => numbers.push(box.x, box.y, box.width, box.height);
  for (const box of Object.values(nodes)) addBox(box);
  for (const box of Object.values(groups)) addBox(box);
  for (const { points, label } of Object.values(edges)) {
    numbers.push(points.length, label ? 1 : 0);
    for (const { x, y } of points) numbers.push(x, y);
    if (label) addBox(label);
  }
  return {
    width,
    height,
    nodes: Object.keys(nodes),
    groups: Object.keys(groups),
    edges: Object.keys(edges),
    numbers: Float64Array.from(numbers),
  };
}

/** The layout that was packed. */
export const unpackLayout = (packed: PackedLayout): Layout => finish(unpacking(packed));

/** Boxes or ways that are unpacked in one step. */
const atOnce = 500;

/** The same in steps. */
export function* unpacking({ width, height, nodes, groups, edges, numbers }: PackedLayout): Steps<Layout> {
  let at = 0;
  const next = (): number => {
    const value = numbers[at];
    if (value === undefined) throw new RangeError('A packed layout ends too early.');
    at += 1;
    return value;
  };
  const point = (): Point => ({ x: next(), y: next() });
  const box = (): Rectangle => ({ x: next(), y: next(), width: next(), height: next() });
  function* each<Value>(ids: readonly string[], read: () => Value): Steps<Readonly<Record<string, Value>>> {
    const found: [string, Value][] = [];
    yield* eachInSteps(ids, atOnce, (id) => {
      found.push([id, read()]);
    });
    return Object.fromEntries(found);
  }
  const way = (): Layout['edges'][string] => {
    const length = next();
    const isLabelled = next() === 1;
    const points = Array.from({ length }, point);
    return isLabelled ? { points, label: box() } : { points };
  };
  return {
    width,
    height,
    nodes: yield* each(nodes, box),
    groups: yield* each(groups, box),
    edges: yield* each(edges, way),
  };
}
