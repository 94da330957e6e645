import type { Result } from '../core/base/result.ts';
import type { CallName, Calls } from '../platform/ipcContract.ts';
import type { PlatformFailure } from '../platform/port.ts';

/** For how long nothing may have been asked before all counts as done, ms: a message of the window may be on its way. */
const quietMilliseconds = 50;

/** How a wait for calls ended: whether nothing runs any more, and the last failure that was answered meanwhile. */
export interface Settled {
  readonly quiet: boolean;
  readonly failure: PlatformFailure | undefined;
}

/** Calls that do what they did, and the means to wait for those that run. */
export interface WatchedCalls {
  readonly calls: Calls;
  /** Waits until none of the named calls runs and none has come for a moment, but no longer than `most` ms. */
  settled(names: readonly CallName[], most: number): Promise<Settled>;
}

const thrown = (error: unknown): PlatformFailure => ({
  kind: 'failed',
  message: `What you drew last could not be kept: ${error instanceof Error ? error.message : String(error)}`,
  remedy: 'Stay, and save the sketch to a file.',
});

/** Watches the calls of the window, so that closing and quitting can wait for what they are about to cut off. */
export function watchCalls(calls: Calls): WatchedCalls {
  const running = new Map<string, number>();
  const listeners = new Set<(name: string, failure: PlatformFailure | undefined) => void>();
  const change = (name: string, by: 1 | -1, failure?: PlatformFailure): void => {
    running.set(name, (running.get(name) ?? 0) + by);
    for (const listener of listeners) listener(name, failure);
  };
  type Call = (...values: readonly unknown[]) => Promise<Result<unknown, PlatformFailure>>;
  const watched = Object.entries(calls).map(([name, call]) => {
    const run: Call = async (...values) => {
      change(name, 1);
      let failure: PlatformFailure | undefined;
      try {
        const answer = await (call as Call)(...values);
        if (!answer.ok) failure = answer.error;
        return answer;
      } catch (error) {
        failure = thrown(error);
        throw error;
      } finally {
        change(name, -1, failure);
      }
    };
    return [name, run] as const;
  });
  return {
    calls: Object.fromEntries(watched) as unknown as Calls,
    settled: (names, most) =>
      new Promise((resolve) => {
        let failure: PlatformFailure | undefined;
        let rest: ReturnType<typeof setTimeout> | undefined;
        const isQuiet = (): boolean => names.every((name) => (running.get(name) ?? 0) === 0);
        const finish = (): void => {
          clearTimeout(rest);
          clearTimeout(end);
          listeners.delete(look);
          resolve({ quiet: isQuiet(), failure });
        };
        const look = (name: string | undefined, failed?: PlatformFailure): void => {
          if (name !== undefined && !names.some((one) => one === name)) return;
          if (failed !== undefined) failure = failed;
          clearTimeout(rest);
          if (isQuiet()) rest = setTimeout(finish, quietMilliseconds);
        };
        const end = setTimeout(finish, most);
        listeners.add(look);
        look(undefined);
      }),
  };
}
