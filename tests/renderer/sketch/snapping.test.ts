import { describe, expect, it } from 'vitest';
import type { Rectangle } from '../../../src/core/base/geometry.ts';
import { emptyPage, type Page, tableOf } from '../../../src/core/diagram/page.ts';
import { groupAt } from '../../../src/renderer/sketch/groupAt.ts';
import { heldIn, snappingOn } from '../../../src/renderer/sketch/snapping.ts';

const boxes: Readonly<Record<string, Rectangle>> = {
  a: { x: 0, y: 0, width: 100, height: 60 },
  b: { x: 0, y: 100, width: 100, height: 60 },
  c: { x: 3, y: 204, width: 100, height: 60 },
  far: { x: 3, y: 2000, width: 100, height: 60 },
  box: { x: 300, y: 0, width: 400, height: 400 },
  in: { x: 340, y: 60, width: 100, height: 60 },
};
const notes = ['a', 'b', 'c', 'far'].map((id) => ({ id, kind: 'note', label: id }) as const);
const page: Page = {
  ...emptyPage('p', ''),
  nodes: tableOf([...notes, { id: 'in', kind: 'note', label: 'in', group: 'box' }]),
  groups: tableOf([{ id: 'box', kind: 'vpc', label: 'box' }]),
};
const seen = { x: -100, y: -100, width: 900, height: 700 };
const { snap, snapResize } = snappingOn(page, boxes);
const still = { x: 0, y: 0 };

describe('snapping on a page', () => {
  it('shows lines and equal gaps, with their width', () => {
    const { delta, guides } = snap(['c'], still, { reach: 6, seen });
    expect(delta).toEqual({ x: -3, y: -4 });
    expect(guides.filter(({ gap }) => gap).map(({ text }) => text)).toEqual(['40', '40']);
  });

  it('pays no heed to what is out of sight, or further than it reaches', () => {
    expect(snap(['far'], still, { reach: 6, seen: { ...seen, y: 1900 } })).toEqual({ delta: still, guides: [] });
    expect(snap(['c'], still, { reach: 2, seen }).delta).toEqual(still);
  });

  it('takes what a group holds along: it is nothing to snap to', () => {
    expect(snap(['box'], { x: 40, y: 77 }, { reach: 1, seen }).guides).toEqual([]);
  });

  it('snaps a copy to what it is a copy of', () => {
    expect(snap(['a'], { x: 1, y: 500 }, { reach: 6, seen, copy: true }).delta.x).toBe(-1 + 1);
  });

  it('snaps the side that is resized, and holds what is inside', () => {
    const { rectangle } = snapResize(
      'box',
      { x: 104, y: 0, width: 596, height: 400 },
      { across: -1, down: 0 },
      { reach: 6, seen },
    );
    expect(rectangle).toMatchObject({ x: 103, width: 597 });
    expect(heldIn(page, boxes, 'box')).toMatchObject({ x: 324, y: 16 });
  });

  it('knows the innermost boundary around a place', () => {
    expect(groupAt(page, boxes, { x: 350, y: 70 })).toBe('box');
    expect(groupAt(page, boxes, { x: 350, y: 70 }, new Set(['box']))).toBeUndefined();
  });
});
