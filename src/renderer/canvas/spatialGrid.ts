/** Finds boxes by place: a grid of square cells, each with the boxes that touch it. */
import { hullOf, type Rectangle } from '../../core/base/geometry.ts';
import { eachInSteps, finish, type Steps } from '../../core/base/steps.ts';

/** Boxes by place. */
export interface SpatialGrid {
  /** The numbers of the boxes that may touch a rectangle, each once, in ascending order: the cells are coarse. */
  near(box: Rectangle): readonly number[];
}

/** Least side of a cell, px. */
const leastCell = 256;
/** A grid has about so many cells on a side at most: a line across a large picture lies in a few of them only. */
const mostCells = 48;
/** A box over more cells is in none of them and may touch anything: the box of a slanted line, which is drawn for a moment only. */
const widest = 64;
/** Cells are numbered row by row in a plane this wide, which is wider than any picture. */
const columns = 1 << 20;

/** Boxes that are put into the grid between two steps. */
const boxesAtOnce = 1_000;

type Numbered = Iterable<readonly [number: number, box: Rectangle]>;

/** Each box by its number; a number may have several boxes. */
export const createGrid = (boxes: Numbered): SpatialGrid => finish(creatingGrid(boxes));

/** `createGrid` in steps. */
export function* creatingGrid(boxes: Numbered): Steps<SpatialGrid> {
  const listed = [...boxes];
  const whole = hullOf(listed.map(([, box]) => box));
  const cell = Math.max(leastCell, Math.ceil(Math.max(whole?.width ?? 0, whole?.height ?? 0) / mostCells));
  const cells = new Map<number, number[]>();
  const everything = new Set<number>();
  const wide = new Set<number>();
  const forCells = (box: Rectangle, visit: (key: number) => void) => {
    const right = Math.floor((box.x + box.width) / cell);
    const bottom = Math.floor((box.y + box.height) / cell);
    for (let row = Math.floor(box.y / cell); row <= bottom; row += 1) {
      for (let column = Math.floor(box.x / cell); column <= right; column += 1) visit(row * columns + column);
    }
  };
  yield;
  yield* eachInSteps(listed, boxesAtOnce, ([number, box]) => {
    everything.add(number);
    if ((box.width / cell + 1) * (box.height / cell + 1) > widest) {
      wide.add(number);
      return;
    }
    forCells(box, (key) => {
      const known = cells.get(key);
      if (known === undefined) cells.set(key, [number]);
      else if (known[known.length - 1] !== number) known.push(number);
    });
  });
  const all = [...everything].sort((left, right) => left - right);
  return {
    near(box) {
      // A rectangle over more cells than there are holds nearly all: going through its cells would take longer.
      if (((box.width / cell + 1) * (box.height / cell + 1)) / 2 > cells.size) return all;
      const found = new Set(wide);
      forCells(box, (key) => {
        for (const number of cells.get(key) ?? []) found.add(number);
      });
      return [...found].sort((left, right) => left - right);
    },
  };
}

/** Whether two rectangles have a point in common. */
export const touches = (left: Rectangle, right: Rectangle): boolean =>
  left.x <= right.x + right.width &&
  right.x <= left.x + left.width &&
  left.y <= right.y + right.height &&
  right.y <= left.y + left.height;

/** Whether the first rectangle lies in the second. */
export const liesIn = (inner: Rectangle, outer: Rectangle): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
