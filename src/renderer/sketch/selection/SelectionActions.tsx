import { Lock, LockOpen, Pin, PinOff, Trash2 } from 'lucide-react';
import type { Part } from '../../../core/diagram/page.ts';
import { useServices } from '../../app/services.ts';
import { IconButton } from '../../widgets/IconButton.tsx';
import type { SetFields } from './fields.ts';

interface SelectionActionsProps {
  readonly ids: readonly string[];
  readonly parts: readonly Part[];
  readonly set: SetFields;
}

/** Pinning, locking and deleting all that is selected. */
export function SelectionActions({ ids, parts, set }: SelectionActionsProps) {
  const { sketch } = useServices();
  const locked = parts.every(({ record }) => record.locked === true);
  const placed = parts.every(({ type }) => type !== 'edge');
  const pinned = parts.every((part) => part.type !== 'edge' && part.record.pinned === true);
  return (
    <span className="selection__actions">
      {placed ? (
        <IconButton
          className="icon-button--small"
          label={pinned ? 'Let tidying up move it' : 'Pin: tidying up leaves it where it is'}
          onPress={() => set({ pinned: pinned ? null : true })}
        >
          {pinned ? <PinOff size={14} aria-hidden /> : <Pin size={14} aria-hidden />}
        </IconButton>
      ) : null}
      <IconButton
        className="icon-button--small"
        label={locked ? 'Unlock' : 'Lock'}
        onPress={() => set({ locked: locked ? null : true })}
      >
        {locked ? <LockOpen size={14} aria-hidden /> : <Lock size={14} aria-hidden />}
      </IconButton>
      <IconButton
        className="icon-button--small"
        label="Delete"
        shortcut="remove"
        onPress={() => sketch.getState().edit({ type: 'remove', ids })}
      >
        <Trash2 size={14} aria-hidden />
      </IconButton>
    </span>
  );
}
