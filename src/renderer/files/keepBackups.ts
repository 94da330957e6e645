import type { SketchDocument } from '../../core/document/document.ts';
import { writeDocument } from '../../core/document/writeDocument.ts';
import type { Platform, PlatformFailure } from '../../platform/port.ts';
import { asShown } from '../sketch/pagePicture.ts';
import type { SketchStore } from '../sketch/sketchStore.ts';
import { appName } from './appName.ts';
import { isUnsaved } from './unsaved.ts';

/** How long after a change it is kept, ms: half of what may be lost at most, so that a slow disk has the other half. */
const keptAfterMilliseconds = 1_000;

/** How what is not saved is kept. */
export interface BackupKeeper {
  /** Keeps at once what is not kept yet. */
  flush(): Promise<void>;
  /** Whether something was drawn that is neither saved nor kept. */
  isPending(): boolean;
  stop(): void;
}

/**
 * Keeps what is not saved, under the id of this window: a second after a change, with all that came in between. Once it is saved
 * nothing is kept any more. `failed` is told once when it can't be kept, until it can. `inherited`: something is kept under the id already.
 */
export function keepBackups(
  platform: Pick<Platform, 'keepBackup' | 'dropBackup'>,
  sketch: SketchStore,
  id: string,
  failed: (failure: PlatformFailure) => void,
  inherited = false,
): BackupKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What the backup says, or is about to say; undefined: there is none. */
  let kept: SketchDocument | 'unknown' | undefined = inherited ? 'unknown' : undefined;
  let writing: Promise<unknown> = Promise.resolve();
  let told = false;
  let pending = 0;

  const write = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const { history } = sketch.getState();
    const wanted = isUnsaved(sketch.getState()) ? history.document : undefined;
    if (wanted === kept) return writing.then(() => undefined);
    kept = wanted;
    pending += 1;
    const turn = writing.then(async () => {
      const done = wanted
        ? await platform.keepBackup({ id, text: writeDocument(asShown(wanted), appName) })
        : await platform.dropBackup(id);
      pending -= 1;
      if (done.ok) {
        // Should it fail once more, that is news again.
        told = false;
        return;
      }
      // The next change tries again.
      if (kept === wanted) kept = 'unknown';
      if (!told) failed(done.error);
      told = true;
    });
    writing = turn.catch(() => undefined);
    return turn;
  };
  const stop = sketch.subscribe(() => {
    const { history } = sketch.getState();
    const wanted = isUnsaved(sketch.getState()) ? history.document : undefined;
    if (wanted === kept) {
      clearTimeout(timer);
      timer = undefined;
    } else timer ??= setTimeout(() => void write(), keptAfterMilliseconds);
  });
  return {
    flush: write,
    // Also where keeping it has failed: a change that waits for nothing any more is as lost as one that waits.
    isPending: () => isUnsaved(sketch.getState()) && (pending > 0 || kept !== sketch.getState().history.document),
    stop: () => {
      stop();
      clearTimeout(timer);
    },
  };
}
