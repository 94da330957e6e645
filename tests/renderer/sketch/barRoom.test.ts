import { describe, expect, it } from 'vitest';
import { type Placed, shownTools } from '../../../src/renderer/sketch/barRoom.ts';

const tool = (id: string, rank: number, width = 24): Placed => ({ id, rank, width });
const groups = [
  [tool('undo', 0)],
  [tool('add', 0, 60), tool('note', 2), tool('text', 4), tool('image', 5)],
  [tool('turn', 3, 120)],
];
/** Everything with the gaps and the two lines between, and the padding. */
const all = 24 + 24 + 17 + (60 + 3 * 28) + 17 + 120;
/** A button with a glyph, and the gap beside it: as wide as the one of the menu. */
const glyph = 28;

const shown = (room: number) => [...shownTools(groups, room)];

describe('a bar', () => {
  it('shows everything, without a menu, where that has room', () => {
    expect(shown(all)).toEqual(['undo', 'add', 'note', 'text', 'image', 'turn']);
  });

  it('leaves out what is used least, and keeps room for the menu', () => {
    const withoutTwo = all - 2 * glyph + glyph;
    expect(shown(withoutTwo)).toEqual(['undo', 'add', 'note', 'turn']);
    expect(shown(withoutTwo + glyph - 1)).toEqual(['undo', 'add', 'note', 'turn']);
  });

  it('fills the room that a wide tool would need with narrow ones that are used less', () => {
    expect(shown(all - glyph - 1)).toEqual(['undo', 'add', 'note', 'text', 'image']);
  });

  it('shows what is always needed in any room', () => {
    expect(shown(0)).toEqual(['undo', 'add']);
  });
});
