/**
 * Every key of the window, once: what listens asks here which shortcut a key press means, and the sheet, the menus and the tooltips
 * read here what to show. Keys of single widgets (arrows in a list, Escape in a dialog) are those of every program and stand nowhere.
 */
import { commandKey } from './commandKey.ts';

interface Shortcut {
  /** Who listens: each place has one listener, which must do all of its shortcuts. */
  readonly at:
    | 'anywhere'
    | 'file'
    | 'desktop'
    | 'view'
    | 'picture'
    | 'sketch'
    | 'clipboard'
    | 'copying'
    | 'guide'
    | 'text';
  /**
   * Ways to press it: `Mod` (Ctrl, or Cmd on a Mac), `Alt` and `Shift` before a `KeyboardEvent.key`. Where a sign is on the keyboard
   * differs, so that Shift counts only for letters and keys with a name.
   */
  readonly keys: readonly string[];
  readonly says: string;
}

const arrows = (before: string): readonly string[] =>
  ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((arrow) => `${before}${arrow}`);

/**
 * Every key of the window: keyboard, menus, tooltips and the sheet of shortcuts read them here. `Mod` is Cmd on a Mac,
 * else Ctrl.
 */
export const shortcuts = {
  search: { at: 'anywhere', keys: ['Mod+k'], says: 'Search services and tasks' },
  export: { at: 'anywhere', keys: ['Mod+e'], says: 'Export the picture' },
  map: { at: 'anywhere', keys: ['Mod+1'], says: 'Stack map' },
  draft: { at: 'anywhere', keys: ['Mod+2'], says: 'Sketch' },
  compare: { at: 'anywhere', keys: ['Mod+3'], says: 'Comparison' },
  nextPart: { at: 'anywhere', keys: ['F6'], says: 'Next part of the window' },
  previousPart: { at: 'anywhere', keys: ['Shift+F6'], says: 'The part before' },
  toggleLeft: { at: 'anywhere', keys: ['Mod+['], says: 'Show or hide the need' },
  toggleRight: { at: 'anywhere', keys: ['Mod+]'], says: 'Show or hide the result' },
  theme: { at: 'anywhere', keys: ['Mod+Shift+l'], says: 'Light or dark' },
  sheet: { at: 'anywhere', keys: ['?'], says: 'This sheet' },

  open: { at: 'file', keys: ['Mod+o'], says: 'Open a sketch' },
  save: { at: 'file', keys: ['Mod+s'], says: 'Save' },
  saveAs: { at: 'file', keys: ['Mod+Shift+s'], says: 'Save under another name' },
  newSketch: { at: 'desktop', keys: ['Mod+n'], says: 'New sketch from the need' },

  zoomIn: { at: 'view', keys: ['+', '='], says: 'Zoom in' },
  zoomOut: { at: 'view', keys: ['-'], says: 'Zoom out' },
  fullSize: { at: 'view', keys: ['1'], says: 'Full size: 100 %' },
  showAll: { at: 'view', keys: ['0'], says: 'Show everything' },
  showFits: { at: 'view', keys: ['.'], says: 'Show what fits' },

  go: { at: 'picture', keys: arrows(''), says: 'Go from part to part' },
  extend: { at: 'picture', keys: arrows('Shift+'), says: 'Go on, and keep what is selected' },
  follow: {
    at: 'picture',
    keys: [...arrows('Mod+'), ...arrows('Mod+Shift+')],
    says: 'Go along a line: right and down with it, left and up against it',
  },
  select: { at: 'picture', keys: ['Space'], says: 'Select (on the map Enter, too)' },
  rename: { at: 'picture', keys: ['F2', 'Enter'], says: 'In a sketch: rename it, or the line that E selected' },
  move: { at: 'picture', keys: arrows('Alt+'), says: 'In a sketch: move by 1 px' },
  moveFar: { at: 'picture', keys: arrows('Alt+Shift+'), says: 'In a sketch: move by 10 px' },
  connect: { at: 'picture', keys: ['c'], says: 'Connect: arrow keys choose the other end, Enter connects' },
  nextEdge: {
    at: 'picture',
    keys: ['e'],
    says: 'Select one line of the part after the other, and say where it leads',
  },
  reshape: {
    at: 'picture',
    keys: ['r'],
    says: 'Resize it, or lead the selected line elsewhere: arrow keys, then Enter',
  },
  menu: { at: 'picture', keys: ['ContextMenu', 'Shift+F10'], says: 'What can be done with it' },
  unselect: { at: 'picture', keys: ['Escape'], says: 'Select nothing; give up' },

  add: { at: 'sketch', keys: ['/'], says: 'Add a part' },
  remove: { at: 'sketch', keys: ['Delete', 'Backspace'], says: 'Remove what is selected, or the part you are on' },
  undo: { at: 'sketch', keys: ['Mod+z'], says: 'Undo' },
  redo: { at: 'sketch', keys: ['Mod+Shift+z', 'Mod+y'], says: 'Redo' },
  duplicate: { at: 'sketch', keys: ['Mod+d'], says: 'Duplicate it' },
  group: { at: 'sketch', keys: ['Mod+g'], says: 'Put a boundary around' },
  selectAll: { at: 'sketch', keys: ['Mod+a'], says: 'Select all' },
  tidy: { at: 'sketch', keys: ['t'], says: 'Tidy up' },
  dots: { at: 'sketch', keys: ['g'], says: 'Dots on the page: show or hide' },
  toFront: { at: 'sketch', keys: [']'], says: 'Bring to the front' },
  toBack: { at: 'sketch', keys: ['['], says: 'Send to the back' },
  copy: { at: 'clipboard', keys: ['Mod+c'], says: 'Copy' },
  cut: { at: 'clipboard', keys: ['Mod+x'], says: 'Cut' },
  paste: { at: 'clipboard', keys: ['Mod+v'], says: 'Paste' },

  copyPicture: { at: 'copying', keys: ['Mod+Shift+c'], says: 'Copy as PNG: what is selected, or all of it' },

  answer: { at: 'guide', keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'], says: 'Give this answer' },
  dontKnow: { at: 'guide', keys: ['0'], says: 'Don’t know' },
  goBack: { at: 'guide', keys: ['Backspace'], says: 'One question back' },

  keepWords: { at: 'text', keys: ['Mod+Enter'], says: 'Add the comment' },
} as const satisfies Readonly<Record<string, Shortcut>>;

export type ShortcutId = keyof typeof shortcuts;
export type ShortcutPlace = Shortcut['at'];

/** The shortcuts of one place. A record of these must have them all, and no others. */
export type ShortcutAt<At extends ShortcutPlace> = {
  [Id in ShortcutId]: (typeof shortcuts)[Id]['at'] extends At ? Id : never;
}[ShortcutId];

/** What a key press is made of. */
type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const isSign = (key: string): boolean => key.length === 1 && key.toLowerCase() === key.toUpperCase() && key !== ' ';

/** A key press as it is written in the list. */
const written = ({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string =>
  [
    ...(ctrlKey || metaKey ? ['Mod'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(shiftKey && !isSign(key) ? ['Shift'] : []),
    key === ' ' ? 'Space' : key.length === 1 ? key.toLowerCase() : key,
  ].join('+');

/** All of them, in the order of the sheet. */
export const shortcutIds = Object.keys(shortcuts) as readonly ShortcutId[];

/** Whether it is one character, pressed without Ctrl, Cmd or Alt. Space and Enter have names. */
const isSingle = (written: string): boolean => written.length === 1;

/** Whether a key press is one character alone, and means something somewhere in the window. */
export function isSingleKey(event: Pressed): boolean {
  const pressed = written(event);
  return isSingle(pressed) && shortcutIds.some((id) => (shortcuts[id].keys as readonly string[]).includes(pressed));
}

/** The shortcut of a place that a key press means; undefined where it means none there. */
export function shortcutOf<At extends ShortcutPlace>(event: Pressed, at: At): ShortcutAt<At> | undefined {
  const pressed = written(event);
  return shortcutIds.find((id): id is ShortcutAt<At> => {
    const shortcut: Shortcut = shortcuts[id];
    return shortcut.at === at && shortcut.keys.includes(pressed);
  });
}

const shownNames: Readonly<Record<string, string>> = {
  Mod: commandKey,
  Escape: 'Esc',
  Delete: 'Del',
  ContextMenu: 'Menu key',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  '-': '−',
};

/** A way to press it, as it is shown: "Ctrl Shift S". */
const shown = (keys: string): string =>
  keys
    .split(/\+(?=.)/)
    .map((key) => shownNames[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(' ');

/** All ways to press it, as they are shown; arrows and runs of digits as one. */
export function keysOf(id: ShortcutId): readonly string[] {
  const { keys }: Shortcut = shortcuts[id];
  const [first = '', last = ''] = [keys[0], keys.at(-1)];
  if (first.endsWith('ArrowLeft')) return [shown(first).replace('←', '← → ↑ ↓')];
  return keys.length > 3 ? [`${shown(first)} to ${shown(last)}`] : keys.map(shown);
}

/** Whether it can be pressed by one character alone only. */
export const isSingleOnly = (id: ShortcutId): boolean => (shortcuts[id].keys as readonly string[]).every(isSingle);

/** The first way to press it: for tooltips and menus, which have room for one. */
export const keyOf = (id: ShortcutId): string => keysOf(id)[0] ?? '';
