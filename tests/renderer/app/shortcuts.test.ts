import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../src/main/menuTemplate.ts';
import {
  isSingleKey,
  isSingleOnly,
  keyOf,
  keysOf,
  shortcutIds,
  shortcutOf,
  shortcuts,
} from '../../../src/renderer/app/shortcuts.ts';

const renderer = resolve(import.meta.dirname, '../../../src/renderer');
const press = (
  key: string,
  modifiers: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
});

describe('the list of keys', () => {
  it('gives no key to two that listen at the same time', () => {
    // The guide and a text take their keys before all others do, and only while they have the focus.
    const together = shortcutIds.filter((id) => !['guide', 'text'].includes(shortcuts[id].at));
    const keys = together.flatMap((id) => shortcuts[id].keys as readonly string[]);
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
  });

  it('knows a key press by its modifiers; where a sign needs Shift, that is no modifier', () => {
    expect(shortcutOf(press('s', { ctrlKey: true }), 'file')).toBe('save');
    expect(shortcutOf(press('S', { metaKey: true, shiftKey: true }), 'file')).toBe('saveAs');
    expect(shortcutOf(press('S'), 'file')).toBeUndefined();
    expect(shortcutOf(press('C'), 'picture')).toBe('connect');
    expect(shortcutOf(press('c', { shiftKey: true }), 'picture')).toBeUndefined();
    expect(shortcutOf(press('/', { shiftKey: true }), 'sketch')).toBe('add');
    expect(shortcutOf(press('ArrowUp', { altKey: true, shiftKey: true }), 'picture')).toBe('moveFar');
    expect(shortcutOf(press('ArrowUp', { altKey: true }), 'picture')).toBe('move');
    expect(shortcutOf(press('F6', { shiftKey: true }), 'anywhere')).toBe('previousPart');
    expect(shortcutOf(press('t', { ctrlKey: true }), 'sketch')).toBeUndefined();
  });

  it('knows which can be pressed by one character alone, and which need no more than one', () => {
    expect(isSingleKey(press('t'))).toBe(true);
    expect(isSingleKey(press('?', { shiftKey: true }))).toBe(true);
    expect(isSingleKey(press('5'))).toBe(true);
    expect(isSingleKey(press('k', { ctrlKey: true }))).toBe(false);
    expect(isSingleKey(press('q'))).toBe(false);
    for (const key of ['Enter', ' ', 'Escape', 'Delete', 'ArrowUp', 'F2']) expect(isSingleKey(press(key))).toBe(false);
    expect(shortcutIds.filter(isSingleOnly)).toEqual(
      expect.arrayContaining(['sheet', 'zoomIn', 'add', 'tidy', 'answer']),
    );
    expect((['save', 'rename', 'remove', 'select'] as const).filter(isSingleOnly)).toEqual([]);
  });

  it('shows keys as they stand on a keyboard', () => {
    expect(keyOf('saveAs')).toBe('Ctrl Shift S');
    expect(keysOf('moveFar')).toEqual(['Alt Shift ← → ↑ ↓']);
    expect(keysOf('answer')).toEqual(['1 to 9']);
    expect(keysOf('zoomIn')).toEqual(['+', '=']);
    expect(keysOf('remove')).toEqual(['Del', 'Backspace']);
  });

  it('has every accelerator of the native menu', () => {
    const known = shortcutIds.flatMap((id) => shortcuts[id].keys as readonly string[]);
    const accelerators = menuTemplate(() => undefined, false).flatMap(({ submenu }) =>
      Array.isArray(submenu) ? submenu.flatMap(({ accelerator }) => (accelerator ? [String(accelerator)] : [])) : [],
    );
    const asWritten = (accelerator: string): string =>
      accelerator.replace('CmdOrCtrl', 'Mod').replace(/\+(\w)$/, (_, key: string) => `+${key.toLowerCase()}`);
    expect(accelerators.length).toBeGreaterThan(5);
    expect(accelerators.map(asWritten).filter((key) => !known.includes(key))).toEqual([]);
  });

  it('is where everything that listens for keys looks, but for single widgets', () => {
    // Fields and lists have the keys of every program; the pointer watches Space and Escape while it drags.
    const widgets = [
      'app/SidePanel.tsx',
      'canvas/pointerKeys.ts',
      'canvas/useCanvasKeys.ts',
      'need/DescribeBox.tsx',
      'sketch/PageTabs.tsx',
      'sketch/RenameField.tsx',
      'widgets/SearchInput.tsx',
    ];
    const compares = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => /\.key [!=]== '|\.code [!=]== '/.test(readFileSync(join(renderer, file), 'utf8')))
      .filter((file) => !widgets.includes(file));
    expect(compares.sort()).toEqual([]);
    // No tooltip and no menu says a key that is not from the list.
    const literal = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .filter((file) => /keys=["{]["`']|keys: ["`']/.test(readFileSync(join(renderer, file), 'utf8')));
    expect(literal).toEqual([]);
  });
});
