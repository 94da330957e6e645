import type { Rectangle } from '../base/geometry.ts';

/** Side of a cell, px: about that of a node with its surroundings. */
const cell = 256;

/** Finds the boxes that a stretch or a place touches, without looking at them all. */
export interface BoxIndex<Box extends Rectangle> {
  add(box: Box): void;
  /** Calls `see` for boxes that overlap the rectangle by more than nothing, some of them twice, until it says true; says whether it did. */
  some(left: number, top: number, right: number, bottom: number, see: (box: Box) => boolean): boolean;
}

/** A hash of even cells; the boxes given, and those `below`, which stay as they are: they may be kept from one frame to the next. */
export function createBoxIndex<Box extends Rectangle>(boxes: Iterable<Box> = [], below?: BoxIndex<Box>): BoxIndex<Box> {
  const cells = new Map<number, Box[]>();
  // Cells are numbered by row and column; pictures are far smaller than 2^20 cells.
  const key = (column: number, row: number): number => row * 2_097_152 + column;
  const index: BoxIndex<Box> = {
    add(box) {
      const [lastColumn, lastRow] = [Math.floor((box.x + box.width) / cell), Math.floor((box.y + box.height) / cell)];
      for (let row = Math.floor(box.y / cell); row <= lastRow; row += 1) {
        for (let column = Math.floor(box.x / cell); column <= lastColumn; column += 1) {
          const held = cells.get(key(column, row));
          if (held === undefined) cells.set(key(column, row), [box]);
          else held.push(box);
        }
      }
    },
    some(left, top, right, bottom, see) {
      if (below?.some(left, top, right, bottom, see)) return true;
      const [lastColumn, lastRow] = [Math.floor(right / cell), Math.floor(bottom / cell)];
      for (let row = Math.floor(top / cell); row <= lastRow; row += 1) {
        for (let column = Math.floor(left / cell); column <= lastColumn; column += 1) {
          for (const box of cells.get(key(column, row)) ?? []) {
            const meets = box.x < right && box.x + box.width > left && box.y < bottom && box.y + box.height > top;
            if (meets && see(box)) return true;
          }
        }
      }
      return false;
    },
  };
  for (const box of boxes) index.add(box);
  return index;
}
