import { describe, expect, it } from 'vitest';
import { countedIds } from '../../../src/core/diagram/ids.ts';
import { findPart } from '../../../src/core/diagram/page.ts';
import { menuItems, partsLike } from '../../../src/renderer/sketch/menuItems.ts';
import { createSketchStore, shownPage } from '../../../src/renderer/sketch/sketchStore.ts';

function drawn() {
  const sketch = createSketchStore(countedIds(), (message) => {
    throw new Error(message);
  });
  sketch.getState().edit({
    type: 'add',
    nodes: [
      { id: 'a', kind: 'note', label: 'A', position: { x: 0, y: 0 } },
      { id: 'b', kind: 'note', label: 'B', position: { x: 300, y: 0 } },
      { id: 'c', kind: 'actor', label: 'C', position: { x: 600, y: 0 }, group: 'g' },
    ],
    groups: [{ id: 'g', kind: 'vpc', label: 'Net', position: { x: 560, y: -60 }, size: { width: 300, height: 300 } }],
    edges: [{ id: 'e', from: 'a', to: 'c', style: 'flow' }],
  });
  const page = () => shownPage(sketch.getState());
  const copied: (readonly [string, readonly string[]])[] = [];
  const onCopy = (as: string, ids: readonly string[]) => void copied.push([as, ids]);
  const itemsFor = (ids: readonly string[]) =>
    menuItems({
      sketch,
      page: page(),
      ids,
      at: { x: 0, y: 0 },
      onGroup: () => undefined,
      onDuplicate: () => undefined,
      onCopy,
    }).flat();
  const run = (item: string, ids: readonly string[]) => {
    const found = itemsFor(ids).find(({ id }) => id === item);
    if (!found) throw new Error(`There is no ${item} for ${ids.join(', ')}`);
    found.run();
  };
  const names = (ids: readonly string[]) => itemsFor(ids).map(({ id }) => id);
  return { sketch, page, run, names, copied };
}

describe('the menu of a sketch', () => {
  it('offers what can be done to what is named, and nothing else', () => {
    const { names } = drawn();
    expect(names([])).toEqual(['add', 'all', 'copy-png', 'copy-svg']);
    expect(names(['a'])).toEqual([
      ...['rename', 'duplicate', 'alike', 'group', 'front', 'back', 'lock', 'copy-png', 'copy-svg', 'delete'],
    ]);
    expect(names(['e'])).toEqual(['rename', 'turn', 'alike', 'front', 'back', 'lock', 'delete']);
    expect(names(['g'])).toContain('fold');
    expect(names(['a', 'b'])).not.toContain('rename');
  });

  it('copies pictures of what it is about', () => {
    const { run, copied } = drawn();
    run('copy-png', ['a', 'b']);
    run('copy-svg', []);
    expect(copied).toEqual([
      ['png', ['a', 'b']],
      ['svg', []],
    ]);
  });

  it('does what it says', () => {
    const { sketch, page, run } = drawn();
    run('turn', ['e']);
    expect(page().edges.e).toMatchObject({ from: 'c', to: 'a' });
    run('fold', ['g']);
    expect(page().groups.g?.collapsed).toBe(true);
    run('fold', ['g']);
    expect(page().groups.g?.collapsed).toBeUndefined();
    run('ungroup', ['g']);
    expect(page().groups.g).toBeUndefined();
    expect(page().nodes.c?.group).toBeUndefined();
    run('lock', ['a']);
    expect(page().nodes.a?.locked).toBe(true);
    run('alike', ['a']);
    expect([...sketch.getState().selection].sort()).toEqual(['a', 'b']);
    run('all', []);
    expect(sketch.getState().selection.size).toBe(3);
  });

  it('puts into a boundary what is selected beside it, and takes out of it', () => {
    const { page, run, names } = drawn();
    expect(names(['a'])).not.toContain('out');
    expect(names(['a', 'b'])).not.toContain('into');
    run('into', ['a', 'g']);
    expect(page().nodes.a?.group).toBe('g');
    expect(names(['a', 'g'])).not.toContain('into');
    run('out', ['a', 'c']);
    expect([page().nodes.a?.group, page().nodes.c?.group]).toEqual([undefined, undefined]);
  });

  it('knows what is alike', () => {
    const { page } = drawn();
    for (const id of ['a', 'c', 'g', 'e']) {
      const part = findPart(page(), id);
      if (!part) throw new Error('a part is missing');
      expect(partsLike(page(), part)).toContain(id);
    }
  });
});
