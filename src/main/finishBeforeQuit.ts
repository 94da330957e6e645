import { type CallName, channels } from '../platform/ipcContract.ts';
import type { WatchedCalls } from './watchCalls.ts';

/** The part of Electron's app that is needed. */
export interface QuittingApp {
  on(event: 'will-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  quit(): void;
}

/** How long calls may go on after the last window has gone, ms. */
export const longestFinish = 3_000;

/** What waits for an answer of the user, who has gone. */
const asking: ReadonlySet<CallName> = new Set(['saveAs', 'open', 'openDocument', 'saveDocumentAs']);
const writing = (Object.keys(channels) as CallName[]).filter((name) => !asking.has(name));

/** Lets what the window asked for last come to its end: the state that it leaves, a save that has begun. */
export function finishBeforeQuit(app: QuittingApp, watched: Pick<WatchedCalls, 'settled'>): void {
  let finished = false;
  app.on('will-quit', (event) => {
    if (finished) return;
    event.preventDefault();
    void watched.settled(writing, longestFinish).then(() => {
      finished = true;
      app.quit();
    });
  });
}
