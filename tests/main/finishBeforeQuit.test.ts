import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { finishBeforeQuit, longestFinish } from '../../src/main/finishBeforeQuit.ts';
import { watchCalls } from '../../src/main/watchCalls.ts';
import type { Calls } from '../../src/platform/ipcContract.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = <Value>(): Promise<Value> => new Promise(() => undefined);

/** An app as Electron quits it: whoever prevents 'will-quit' has to quit anew. */
const setUp = (calls: Partial<Calls>) => {
  const watched = watchCalls(calls as Calls);
  let listener: (event: { preventDefault(): void }) => void = () => undefined;
  const app = {
    gone: false,
    on: (_name: 'will-quit', heard: typeof listener) => {
      listener = heard;
    },
    quit: () => {
      const event = { prevented: false, preventDefault: () => Object.assign(event, { prevented: true }) };
      listener(event);
      app.gone = !event.prevented;
    },
  };
  finishBeforeQuit(app, watched);
  return { app, calls: watched.calls };
};

it('lets the state that the window left be written before the app is gone', async () => {
  let written = false;
  const { app, calls } = setUp({
    writeState: async () => {
      await new Promise((done) => setTimeout(done, 800));
      written = true;
      return { ok: true, value: undefined };
    },
  });
  void calls.writeState('{}');
  app.quit();
  expect(app.gone).toBe(false);
  await vi.advanceTimersByTimeAsync(900);
  expect(written).toBe(true);
  expect(app.gone).toBe(true);
});

it('also what the window asked for in its last moment', async () => {
  const writeState = vi.fn(async () => ({ ok: true, value: undefined }) as const);
  const { app, calls } = setUp({ writeState });
  app.quit();
  setTimeout(() => void calls.writeState('{}'), 20);
  await vi.advanceTimersByTimeAsync(200);
  expect(writeState).toHaveBeenCalledOnce();
  expect(app.gone).toBe(true);
});

it('waits no longer than some seconds, and for no question that nobody answers any more', async () => {
  const { app, calls } = setUp({ writeState: never, saveDocumentAs: never });
  void calls.saveDocumentAs('a', new Uint8Array());
  app.quit();
  await vi.advanceTimersByTimeAsync(100);
  expect(app.gone).toBe(true);
  const slow = setUp({ writeState: never });
  void slow.calls.writeState('{}');
  slow.app.quit();
  await vi.advanceTimersByTimeAsync(longestFinish - 100);
  expect(slow.app.gone).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect(slow.app.gone).toBe(true);
});

it('answers as the calls themselves do, failures and throws included', async () => {
  const { calls } = setUp({
    readState: async () => ({ ok: true, value: 'x' }),
    openExternal: async () => {
      throw new Error('no browser');
    },
  });
  expect(await calls.readState()).toEqual({ ok: true, value: 'x' });
  await expect(calls.openExternal('https://example.com')).rejects.toThrow('no browser');
});
