import { inTurn, type Turn } from '../../platform/inTurn.ts';
import type { PlatformFailure } from '../../platform/port.ts';
import type { Notice } from '../state/windowState.ts';
import { shortName } from './fileName.ts';
import type { FilesContext, FilesStore } from './filesState.ts';
import { createShownFile, type ShownFile } from './shownFile.ts';
import { isUnsaved } from './unsaved.ts';

/** What all that is done about files works with. */
export interface FilesWork extends FilesContext {
  readonly files: Pick<FilesStore, 'getState' | 'setState'>;
  readonly shown: ShownFile;
  /** Saves and openings go one after the other; the window is busy meanwhile. */
  readonly turn: Turn;
  /** Says why something failed, unless the user called it off. */
  tell(failure: PlatformFailure, action?: Notice['action']): void;
  /** Asks first where something would be lost. */
  unlessUnsaved(proceed: () => Promise<void>): Promise<void>;
}

/** Does one thing after the other, and says when the first begins and the last has ended. */
function busyTurn(tell: (busy: boolean) => void): Turn {
  const turn = inTurn();
  let waiting = 0;
  return (work) => {
    waiting += 1;
    tell(true);
    return turn(work).finally(() => {
      waiting -= 1;
      if (waiting === 0) tell(false);
    });
  };
}

/** Puts together what files need. */
export function createFilesWork(context: FilesContext, files: FilesWork['files']): FilesWork {
  const { sketch, notify } = context;
  return {
    ...context,
    files,
    shown: createShownFile(context, files),
    turn: busyTurn((busy) => files.setState({ busy })),
    tell: (failure, action) => {
      if (failure.kind === 'cancelled') return;
      notify({ tone: 'danger', text: failure.message, detail: failure.remedy, ...(action && { action }) });
    },
    unlessUnsaved: async (proceed) => {
      if (!isUnsaved(sketch.getState())) return proceed();
      const { file } = files.getState();
      const name = file ? shortName(file.name) : sketch.getState().history.document.title;
      files.setState({ question: { kind: 'unsaved', name, proceed } });
    },
  };
}
