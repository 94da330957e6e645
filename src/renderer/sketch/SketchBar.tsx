import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  Grip,
  Image,
  Plus,
  Redo2,
  SquareDashed,
  StickyNote,
  Type,
  Undo2,
  WandSparkles,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { Button, Toolbar } from 'react-aria-components';
import type { Alignment, Axis } from '../../core/diagram/align.ts';
import { redoLabel, undoLabel } from '../../core/document/history.ts';
import type { Direction } from '../../core/layout/layout.ts';
import { useSketch, useWindow } from '../app/services.ts';
import { keyOf } from '../app/shortcuts.ts';
import { IconButton } from '../widgets/IconButton.tsx';
import { Segmented } from '../widgets/Segmented.tsx';
import { TemplatesButton } from './templates/StartFromTemplate.tsx';
import type { SketchActions } from './useSketchActions.ts';

const directions: readonly { value: Direction; label: string }[] = [
  { value: 'right', label: 'Across' },
  { value: 'down', label: 'Down' },
];

type Glyph = ComponentType<{ size: number; 'aria-hidden': true }>;

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

/** What the bar can do besides what keys and menus do. */
export interface SketchBarActions extends SketchActions {
  readonly onAlign: (way: Alignment) => void;
  readonly onDistribute: (axis: Axis) => void;
}

/** What can be done to the page, by pointer and by keyboard. */
export function SketchBar({
  onAdd,
  onRemark,
  onPicture,
  onGroup,
  onTidy,
  onTurn,
  onAlign,
  onDistribute,
}: SketchBarActions) {
  const undoable = useSketch(({ history }) => undoLabel(history));
  const redoable = useSketch(({ history }) => redoLabel(history));
  const undo = useSketch((state) => state.undo);
  const redo = useSketch((state) => state.redo);
  const count = useSketch((state) => state.selection.size);
  const direction = useWindow((state) => state.draftDirection);
  const dots = useWindow((state) => state.pageDots);
  const toggleDots = useWindow((state) => state.togglePageDots);
  return (
    <Toolbar className="canvas-bar sketch-bar" aria-label="Edit the sketch">
      <div className="sketch-bar__group">
        <IconButton
          className="icon-button--small"
          label={undoable === undefined ? 'Undo' : `Undo: ${undoable}`}
          keys={keyOf('undo')}
          isDisabled={undoable === undefined}
          onPress={undo}
        >
          <Undo2 size={16} aria-hidden />
        </IconButton>
        <IconButton
          className="icon-button--small"
          label={redoable === undefined ? 'Redo' : `Redo: ${redoable}`}
          keys={keyOf('redo')}
          isDisabled={redoable === undefined}
          onPress={redo}
        >
          <Redo2 size={16} aria-hidden />
        </IconButton>
      </div>
      <div className="sketch-bar__group">
        <Button className="button button--small button--quiet" aria-label="Add a part" onPress={onAdd}>
          <Plus size={14} aria-hidden />
          <span className="sketch-bar__words">Add</span>
          <kbd>{keyOf('add')}</kbd>
        </Button>
        <IconButton
          className="icon-button--small"
          label="Add a boundary, around what is selected"
          keys={keyOf('group')}
          onPress={onGroup}
        >
          <SquareDashed size={16} aria-hidden />
        </IconButton>
        <IconButton className="icon-button--small" label="Add a note" onPress={() => onRemark('note')}>
          <StickyNote size={16} aria-hidden />
        </IconButton>
        <IconButton className="icon-button--small" label="Add text" onPress={() => onRemark('text')}>
          <Type size={16} aria-hidden />
        </IconButton>
        <IconButton className="icon-button--small" label="Add a picture from a file" onPress={onPicture}>
          <Image size={16} aria-hidden />
        </IconButton>
      </div>
      <TemplatesButton />
      {count > 1 ? (
        <div className="sketch-bar__group sketch-bar__group--align">
          {alignments.map(({ way, label, glyph: Glyph }) => (
            <IconButton key={way} className="icon-button--small" label={label} onPress={() => onAlign(way)}>
              <Glyph size={16} aria-hidden />
            </IconButton>
          ))}
          {count > 2
            ? distributions.map(({ axis, label, glyph: Glyph }) => (
                <IconButton key={axis} className="icon-button--small" label={label} onPress={() => onDistribute(axis)}>
                  <Glyph size={16} aria-hidden />
                </IconButton>
              ))
            : null}
        </div>
      ) : null}
      <div className="sketch-bar__group sketch-bar__group--end">
        <Button
          className="button button--small button--quiet"
          aria-label={count > 1 ? 'Tidy selection' : 'Tidy up'}
          onPress={onTidy}
        >
          <WandSparkles size={14} aria-hidden />
          <span className="sketch-bar__words">{count > 1 ? 'Tidy' : 'Tidy up'}</span>
        </Button>
        <IconButton
          className="icon-button--small"
          label="Dots on the page"
          keys={keyOf('dots')}
          pressed={dots}
          onPress={toggleDots}
        >
          <Grip size={16} aria-hidden />
        </IconButton>
        <Segmented label="Where the data flows" choices={directions} value={direction} onChange={onTurn} />
      </div>
    </Toolbar>
  );
}
