/** Ways come back with the moment at which they were drawn, whichever moments in between were never drawn. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedIds } from '../../../src/core/diagram/ids.ts';
import { emptyDocument } from '../../../src/core/document/document.ts';
import { type History, perform, redo, startHistory, undo } from '../../../src/core/document/history.ts';
import type { Layout } from '../../../src/core/layout/layout.ts';
import { createWayMemory } from '../../../src/renderer/sketch/wayMemory.ts';

type Ways = Layout['edges'];

const page = 'page-1';

/** Some lines, each led as its number says. */
const ways = (...numbers: readonly number[]): Ways =>
  Object.fromEntries(
    numbers.map((number, place) => [
      `line-${place}`,
      {
        points: [
          { x: 0, y: number },
          { x: 9, y: number },
        ],
      },
    ]),
  );

/** A history whose every edit changes the page. */
function world() {
  const ids = countedIds();
  const memory = createWayMemory();
  let history: History = startHistory(emptyDocument('sketch', 'A sketch'));
  const shown = {
    history: () => history,
    edit: (gesture?: string, on = page) => {
      const node = { kind: 'note', label: 'a note', position: { x: 0, y: 0 } } as const;
      const done = perform(history, { type: 'add', page: on, nodes: [node] }, ids, gesture);
      if (!done.ok) throw new Error('It could not be done.');
      history = done.value.history;
    },
    addPage: () => {
      const done = perform(history, { type: 'add-page', title: 'Another' }, ids);
      if (!done.ok) throw new Error('It could not be done.');
      history = done.value.history;
      return history.document.pageOrder.at(-1) ?? '';
    },
    undo: () => {
      history = undo(history);
    },
    redo: () => {
      history = redo(history);
    },
    draw: (led: Ways, on = page) => memory.keep(on, history.past, led),
    recall: (on = page) => memory.recall(on, history.past),
  };
  return shown;
}

describe('the memory of ways', () => {
  it('goes back over edits that were never drawn to what was drawn before the first of them', () => {
    const { draw, edit, undo, recall } = world();
    draw(ways(1, 1, 1));
    edit();
    edit();
    edit();
    draw(ways(2, 1, 3, 4));
    undo();
    expect(recall()).toBeUndefined();
    undo();
    undo();
    expect(recall()).toEqual(ways(1, 1, 1));
  });

  it('does so too where a moment between the two is drawn on the way back, and forward again', () => {
    const { draw, edit, undo, redo, recall } = world();
    draw(ways(1, 1));
    edit();
    edit();
    draw(ways(2, 2, 2));
    undo();
    draw(ways(3, 1, 2));
    undo();
    expect(recall()).toEqual(ways(1, 1));
    draw(ways(1, 1));
    redo();
    expect(recall()).toEqual(ways(3, 1, 2));
    redo();
    expect(recall()).toEqual(ways(2, 2, 2));
  });

  it('goes back after an undo that was followed by another edit before it was drawn', () => {
    const { draw, edit, undo, recall } = world();
    draw(ways(1));
    edit();
    draw(ways(2));
    edit();
    draw(ways(3));
    undo();
    edit();
    draw(ways(4));
    undo();
    expect(recall()).toEqual(ways(2));
    undo();
    expect(recall()).toEqual(ways(1));
  });

  it('goes back over a gesture that went on, however often it was drawn', () => {
    const { draw, edit, undo, redo, recall } = world();
    draw(ways(1, 1));
    edit('nudge');
    draw(ways(2, 1));
    edit('nudge');
    edit('nudge');
    draw(ways(3, 3));
    undo();
    expect(recall()).toEqual(ways(1, 1));
    redo();
    expect(recall()).toEqual(ways(3, 3));
  });

  it('knows a moment again that was drawn first after a later one', () => {
    const { draw, edit, undo, redo, recall } = world();
    edit();
    draw(ways(1));
    undo();
    expect(recall()).toBeUndefined();
    draw(ways(2, 2));
    redo();
    expect(recall()).toEqual(ways(1));
  });

  it('keeps each page apart, and takes steps on others for none', () => {
    const { draw, edit, undo, addPage, recall } = world();
    draw(ways(1));
    const other = addPage();
    draw(ways(7), other);
    edit();
    edit(undefined, other);
    draw(ways(2));
    draw(ways(8), other);
    undo();
    expect(recall()).toEqual(ways(2));
    expect(recall(other)).toEqual(ways(7));
    undo();
    expect(recall()).toEqual(ways(1));
    expect(recall(other)).toEqual(ways(7));
  });

  it('says of every moment what was drawn there last, or nothing, whatever came in between (300 stories)', () => {
    const deed = fc.constantFrom('edit', 'edit', 'gesture', 'undo', 'undo', 'redo', 'draw', 'draw');
    fc.assert(
      fc.property(fc.array(fc.tuple(deed, fc.nat(3), fc.nat(3)), { maxLength: 40 }), (story) => {
        const shown = world();
        const drawn = new Map<unknown, Ways>();
        shown.draw(ways(0));
        drawn.set(undefined, ways(0));
        for (const [what, one, other] of story) {
          if (what === 'edit') shown.edit();
          else if (what === 'gesture') shown.edit('nudge');
          else if (what === 'undo') shown.undo();
          else if (what === 'redo') shown.redo();
          const moment = shown.history().past;
          const known = drawn.get(moment);
          if (known) expect(shown.recall()).toEqual(known);
          else expect(shown.recall()).toBeUndefined();
          if (what !== 'draw') continue;
          // What is known is drawn as it was.
          const led = known ?? ways(one, other, ...(one === other ? [1] : []));
          shown.draw(led);
          drawn.set(moment, led);
        }
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});
