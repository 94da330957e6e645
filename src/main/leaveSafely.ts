import type { PlatformFailure } from '../platform/port.ts';
import type { WatchedCalls } from './watchCalls.ts';

/** The part of Electron's BrowserWindow that is needed. */
export interface LeavingWindow {
  on(event: 'close' | 'unresponsive', listener: () => void): unknown;
  isDestroyed(): boolean;
  destroy(): void;
  readonly webContents: {
    on(event: 'will-prevent-unload', listener: (event: { preventDefault(): void }) => void): unknown;
    reload(): void;
  };
}

/** What leaving a window needs besides the window. */
export interface Leaving {
  readonly watched: Pick<WatchedCalls, 'settled'>;
  /** Asks the user whether to go and lose what could not be kept. */
  askToLose(failure: PlatformFailure): Promise<boolean>;
  /** Closes the window once more, or quits once more where that was asked for. */
  leave(): void;
  /** The user stays: a quit that was asked for is off. */
  stay(): void;
}

/** How long a window that is about to go may take to keep what is not saved, ms. */
const patienceMilliseconds = 10_000;

const tooSlow: PlatformFailure = {
  kind: 'failed',
  message: 'What you drew last could not be kept in time.',
  remedy: 'Stay, and save the sketch to a file.',
};

const hung: PlatformFailure = {
  kind: 'failed',
  message: 'The window does not answer.',
  remedy: 'Wait for it; if it never does, close it: what was drawn comes back, but perhaps not the last two seconds.',
};

/**
 * A page whose last change is neither saved nor kept refuses to go (renderer/files/guardLeaving.ts) and has just begun to keep it.
 * Electron shows no question of its own then: the window would simply stay, and the user would have to close it again. So it is
 * closed again for them as soon as all is kept, and only where that fails are they asked. Nothing is lost without a yes.
 */
export function leaveSafely(window: LeavingWindow, { watched, askToLose, leave, stay }: Leaving): void {
  /** Whether the window was asked to close; otherwise its page is loaded again. */
  let closing = false;
  /** The user has said yes to the loss. */
  let losing = false;
  let waiting = false;
  /** When the page first refused what is tried, and when it was last tried again, ms. */
  let refusedAt = 0;
  let triedAt = Number.NEGATIVE_INFINITY;

  const tryAgain = (): void => {
    if (window.isDestroyed()) return;
    triedAt = Date.now();
    if (closing) leave();
    else window.webContents.reload();
  };
  const ask = async (failure: PlatformFailure): Promise<boolean> => {
    const yes = await askToLose(failure);
    if (yes || window.isDestroyed()) return yes;
    closing = false;
    stay();
    return false;
  };
  const keepThenGo = async (): Promise<void> => {
    const { quiet, failure } = await watched.settled(['keepBackup', 'dropBackup'], patienceMilliseconds);
    const late = !quiet || Date.now() - refusedAt >= patienceMilliseconds;
    if (failure !== undefined || late) losing = await ask(failure ?? tooSlow);
    waiting = false;
    if (losing || (failure === undefined && !late)) tryAgain();
  };

  window.on('close', () => {
    closing = true;
  });
  window.on('unresponsive', () => {
    if (!closing || waiting) return;
    waiting = true;
    void ask(hung).then((yes) => {
      waiting = false;
      if (yes && !window.isDestroyed()) window.destroy();
    });
  });
  window.webContents.on('will-prevent-unload', (event) => {
    if (losing) {
      losing = false;
      // To prevent the preventing is to let it go.
      event.preventDefault();
      return;
    }
    if (waiting) return;
    waiting = true;
    // A refusal that does not follow on our own attempt is the first of a new story.
    if (Date.now() - triedAt > patienceMilliseconds) refusedAt = Date.now();
    void keepThenGo();
  });
}
