import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  ArrowRightLeft,
  Grip,
  Image,
  LayoutTemplate,
  Plus,
  Redo2,
  SquareDashed,
  StickyNote,
  Type,
  Undo2,
  WandSparkles,
} from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
import type { Alignment, Axis } from '../../core/diagram/align.ts';
import { redoLabel, undoLabel } from '../../core/document/history.ts';
import type { Direction } from '../../core/layout/layout.ts';
import { useSketch, useWindow } from '../app/services.ts';
import type { ShortcutId } from '../app/shortcuts.ts';
import { Segmented } from '../widgets/Segmented.tsx';
import type { SketchActions } from './useSketchActions.ts';

type Glyph = ComponentType<{ size: number; 'aria-hidden': true }>;

/** Something that the bar can do. */
export interface BarTool {
  readonly id: string;
  /** How little it is used: what is used most is shown first where not all have room; 0: always shown. */
  readonly rank: number;
  readonly label: string;
  /** What it is called in a menu, where that is more than a button says. */
  readonly inMenu?: string;
  readonly glyph: Glyph;
  readonly shortcut?: ShortcutId | undefined;
  /** Written beside the glyph. */
  readonly words?: string;
  readonly isDisabled?: boolean;
  readonly pressed?: boolean;
  /** Shown in the bar in the place of a button. */
  readonly control?: ReactNode;
  readonly run: () => void;
}

/** What the bar can do besides what keys and menus do. */
export interface SketchBarActions extends SketchActions {
  readonly onAlign: (way: Alignment) => void;
  readonly onDistribute: (axis: Axis) => void;
}

const directions: readonly { value: Direction; label: string }[] = [
  { value: 'right', label: 'Across' },
  { value: 'down', label: 'Down' },
];

const alignments: readonly { way: Alignment; label: string; glyph: Glyph }[] = [
  { way: 'left', label: 'Align left edges', glyph: AlignStartVertical },
  { way: 'center', label: 'Align centres across', glyph: AlignCenterVertical },
  { way: 'right', label: 'Align right edges', glyph: AlignEndVertical },
  { way: 'top', label: 'Align top edges', glyph: AlignStartHorizontal },
  { way: 'middle', label: 'Align middles down', glyph: AlignCenterHorizontal },
  { way: 'bottom', label: 'Align bottom edges', glyph: AlignEndHorizontal },
];

const distributions: readonly { axis: Axis; label: string; glyph: Glyph }[] = [
  { axis: 'x', label: 'Make gaps across equal', glyph: AlignHorizontalDistributeCenter },
  { axis: 'y', label: 'Make gaps down equal', glyph: AlignVerticalDistributeCenter },
];

function useHistoryTools(): readonly BarTool[] {
  const undoable = useSketch(({ history }) => undoLabel(history));
  const redoable = useSketch(({ history }) => redoLabel(history));
  const undo = useSketch((state) => state.undo);
  const redo = useSketch((state) => state.redo);
  return [
    {
      id: 'undo',
      rank: 0,
      label: undoable === undefined ? 'Undo' : `Undo: ${undoable}`,
      glyph: Undo2,
      shortcut: 'undo',
      isDisabled: undoable === undefined,
      run: undo,
    },
    {
      id: 'redo',
      rank: 0,
      label: redoable === undefined ? 'Redo' : `Redo: ${redoable}`,
      glyph: Redo2,
      shortcut: 'redo',
      isDisabled: redoable === undefined,
      run: redo,
    },
  ];
}

const addingTools = ({ onAdd, onGroup, onRemark, onPicture }: SketchBarActions): readonly BarTool[] => [
  { id: 'add', rank: 0, label: 'Add a part', glyph: Plus, shortcut: 'add', words: 'Add', run: onAdd },
  {
    id: 'group',
    rank: 2,
    label: 'Add a boundary, around what is selected',
    glyph: SquareDashed,
    shortcut: 'group',
    run: onGroup,
  },
  { id: 'note', rank: 3, label: 'Add a note', glyph: StickyNote, run: () => onRemark('note') },
  { id: 'text', rank: 6, label: 'Add text', glyph: Type, run: () => onRemark('text') },
  { id: 'image', rank: 7, label: 'Add a picture from a file', glyph: Image, run: onPicture },
];

/** What stands several things in line; equal gaps need three. */
const liningTools = (count: number, { onAlign, onDistribute }: SketchBarActions): readonly BarTool[] => [
  ...(count > 1 ? alignments : []).map(({ way, ...tool }) => ({ ...tool, id: way, rank: 1, run: () => onAlign(way) })),
  ...(count > 2 ? distributions : []).map(({ axis, ...tool }) => ({
    ...tool,
    id: axis,
    rank: 5,
    run: () => onDistribute(axis),
  })),
];

function usePageTools(count: number, { onTidy, onTurn }: SketchBarActions): readonly BarTool[] {
  const direction = useWindow((state) => state.draftDirection);
  const dots = useWindow((state) => state.pageDots);
  const toggleDots = useWindow((state) => state.togglePageDots);
  const other = direction === 'right' ? 'down' : 'right';
  const label = 'Where the data flows';
  return [
    {
      id: 'tidy',
      rank: 0,
      label: count > 1 ? 'Tidy selection' : 'Tidy up',
      glyph: WandSparkles,
      words: count > 1 ? 'Tidy' : 'Tidy up',
      run: onTidy,
    },
    {
      id: 'dots',
      rank: 8,
      label: 'Dots on the page',
      inMenu: dots ? 'Hide the dots on the page' : 'Show dots on the page',
      glyph: Grip,
      shortcut: 'dots',
      pressed: dots,
      run: toggleDots,
    },
    {
      id: 'direction',
      rank: 4,
      label,
      inMenu: other === 'down' ? 'Let the data flow down' : 'Let the data flow across',
      glyph: ArrowRightLeft,
      control: <Segmented label={label} choices={directions} value={direction} onChange={onTurn} />,
      run: () => onTurn(other),
    },
  ];
}

/** All that the bar can do now, in groups. */
export function useBarTools(actions: SketchBarActions): readonly (readonly BarTool[])[] {
  const count = useSketch((state) => state.selection.size);
  const openDialog = useWindow((state) => state.openDialog);
  const templates = () => openDialog('templates');
  return [
    useHistoryTools(),
    addingTools(actions),
    [{ id: 'templates', rank: 9, label: 'Start from a template', glyph: LayoutTemplate, run: templates }],
    liningTools(count, actions),
    usePageTools(count, actions),
  ];
}
