import type { Point } from '../../core/base/geometry.ts';
import type { PageCommand } from '../../core/diagram/command.ts';
import { findGroup, findPart, type Page, type Part } from '../../core/diagram/page.ts';
import type { MenuEntry } from '../widgets/EntryMenu.tsx';
import type { SketchStore } from './sketchStore.ts';

interface MenuContext {
  readonly sketch: SketchStore;
  readonly page: Page;
  /** What the menu is about; nothing: the empty ground at `at`. */
  readonly ids: readonly string[];
  readonly at: Point;
  readonly onGroup: () => void;
  readonly onDuplicate: (ids: readonly string[]) => void;
  /** Puts a picture of those things onto the clipboard; of none: of the page. */
  readonly onCopy: (as: 'png' | 'svg', ids: readonly string[]) => void;
}

/** What can be done to the things that are named, or to the ground, in sections. */
export function menuItems({
  sketch,
  page,
  ids,
  at,
  onGroup,
  onDuplicate,
  onCopy,
}: MenuContext): readonly (readonly MenuEntry[])[] {
  const { edit, select, rename, add } = sketch.getState();
  const does =
    (...commands: readonly PageCommand[]) =>
    () => {
      const made = edit(...commands);
      if (made && made.length > 0) select(made);
    };
  const parts = ids.flatMap((id) => findPart(page, id) ?? []);
  const groups = parts.flatMap((part) => (part.type === 'group' ? part.record : []));
  const edges = parts.flatMap((part) => (part.type === 'edge' ? part.record : []));
  const onlyGroups = groups.length === parts.length;
  const onlyEdges = edges.length === parts.length;
  const whole = parts.length === 0 ? 'the page ' : '';
  const copies: readonly MenuEntry[] = [
    {
      id: 'copy-png',
      label: `Copy ${whole}as PNG`,
      // The key copies what is selected; on the ground the menu means the page.
      ...(parts.length === 0 ? {} : { shortcut: 'copyPicture' }),
      run: () => onCopy('png', ids),
    },
    { id: 'copy-svg', label: `Copy ${whole}as SVG`, run: () => onCopy('svg', ids) },
  ];
  if (parts.length === 0) {
    const everything = [...Object.keys(page.nodes), ...Object.keys(page.groups)];
    return [
      [{ id: 'add', label: 'Add here', shortcut: 'add', run: () => add({ at }) }],
      [{ id: 'all', label: 'Select all', shortcut: 'selectAll', run: () => select(everything) }],
      ...(everything.length === 0 ? [] : [copies]),
    ];
  }

  const words: MenuEntry = {
    id: 'rename',
    label: onlyEdges ? 'Write on the line' : 'Rename',
    shortcut: 'rename',
    run: () => rename(ids[0]),
  };
  const copy: MenuEntry = {
    id: 'duplicate',
    label: 'Duplicate',
    shortcut: 'duplicate',
    run: () => onDuplicate(ids),
  };
  const turn: MenuEntry = {
    id: 'turn',
    label: 'Turn round',
    run: does(...edges.map(({ id, from, to }): PageCommand => ({ type: 'reconnect', id, from: to, to: from }))),
  };
  const enclose: MenuEntry = {
    id: 'group',
    label: 'Put a boundary around',
    shortcut: 'group',
    run: onGroup,
  };
  const ungroup: MenuEntry = {
    id: 'ungroup',
    label: 'Take the boundary away',
    run: does({ type: 'remove', ids, content: 'keep' }),
  };
  const holders = new Set(parts.map((part) => holderOf(part)));
  const [holder] = holders;
  const around = holder === undefined ? undefined : findGroup(page, holder);
  const out: MenuEntry = {
    id: 'out',
    label: `Take out of “${around?.label ?? ''}”`,
    run: does({ type: 'nest', ids, into: around?.parent ?? null }),
  };
  const [only] = groups;
  const outside = parts.flatMap((part) =>
    part.type === 'node' && only && part.record.group !== only.id ? [part.record.id] : [],
  );
  const into: MenuEntry = {
    id: 'into',
    label: `Put into “${only?.label ?? ''}”`,
    run: does({ type: 'nest', ids: outside, into: only?.id ?? null }),
  };
  const closed = groups.every(({ collapsed }) => collapsed === true);
  const fold: MenuEntry = {
    id: 'fold',
    label: closed ? 'Open' : 'Close to one box',
    run: does({ type: 'set', ids, fields: { collapsed: closed ? null : true } }),
  };
  const [first] = parts;
  const alike: MenuEntry = {
    id: 'alike',
    label: 'Select all of this kind',
    run: () => select(first ? partsLike(page, first) : []),
  };
  const locked = parts.every(({ record }) => record.locked === true);
  const lock: MenuEntry = {
    id: 'lock',
    label: locked ? 'Unlock' : 'Lock',
    run: does({ type: 'set', ids, fields: { locked: locked ? null : true } }),
  };
  return [
    [...(parts.length === 1 ? [words] : []), ...(onlyEdges ? [turn] : [copy]), alike],
    [
      ...(onlyEdges ? [] : [enclose]),
      ...(groups.length === 1 && outside.length > 0 ? [into] : []),
      ...(around && holders.size === 1 ? [out] : []),
      ...(onlyGroups ? [ungroup, fold] : []),
      {
        id: 'front',
        label: 'Bring to the front',
        shortcut: 'toFront',
        run: does({ type: 'order', ids, to: 'front' }),
      },
      { id: 'back', label: 'Send to the back', shortcut: 'toBack', run: does({ type: 'order', ids, to: 'back' }) },
      lock,
    ],
    ...(onlyEdges ? [] : [copies]),
    [{ id: 'delete', label: 'Delete', shortcut: 'remove', run: does({ type: 'remove', ids }) }],
  ];
}

/** The group that a part stands in. */
const holderOf = ({ type, record }: Part): string | undefined =>
  type === 'node' ? record.group : type === 'group' ? record.parent : undefined;

/** Ids of everything on the page that is of the same kind: nodes of a kind, boundaries of a kind, lines of a style. */
export function partsLike(page: Page, { type, record }: Part): readonly string[] {
  if (type === 'node') return Object.values(page.nodes).flatMap(({ id, kind }) => (kind === record.kind ? [id] : []));
  if (type === 'group') return Object.values(page.groups).flatMap(({ id, kind }) => (kind === record.kind ? [id] : []));
  return Object.values(page.edges).flatMap(({ id, style }) => (style === record.style ? [id] : []));
}
