import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBackups } from '../../src/main/backups.ts';
import { leaveSafely } from '../../src/main/leaveSafely.ts';
import { watchCalls } from '../../src/main/watchCalls.ts';
import type { Calls } from '../../src/platform/ipcContract.ts';
import type { Platform, PlatformFailure } from '../../src/platform/port.ts';
import { type BackupKeeper, keepBackups } from '../../src/renderer/files/keepBackups.ts';
import { memoryWindow } from '../support/memoryWindow.ts';

const id = '0f4c1c8e-7a53-4b43-9c3e-1d2f3a4b5c6d';
const full: PlatformFailure = { kind: 'no-space', message: 'The disk is full.', remedy: 'Free some space.' };

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lodestack-leave-'));
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true, force: true });
});

/** A window as Electron runs it: 'close', then the page's beforeunload, then a refusal that the app may overrule. */
const electronWindow = (keeper: () => BackupKeeper) => {
  const listeners = new Map<string, (event?: unknown) => void>();
  const on = (name: string, listener: (event: never) => void): void => {
    listeners.set(name, listener as (event?: unknown) => void);
  };
  const state = { closed: false, hangs: false, loaded: 0, refusals: 0 };
  /** What renderer/files/guardLeaving.ts does in beforeunload; whether the page lets itself go. */
  const unload = (done: () => void): void => {
    setTimeout(() => {
      if (state.hangs) return;
      if (!keeper().isPending()) return done();
      void keeper().flush();
      state.refusals += 1;
      const event = { prevented: false, preventDefault: () => Object.assign(event, { prevented: true }) };
      listeners.get('will-prevent-unload')?.(event);
      if (event.prevented) done();
    }, 1);
  };
  const gone = (): void => {
    state.closed = true;
  };
  return {
    state,
    on,
    close: () => {
      listeners.get('close')?.();
      unload(gone);
    },
    destroy: gone,
    isDestroyed: () => state.closed,
    hang: () => listeners.get('unresponsive')?.(),
    webContents: {
      on,
      reload: () =>
        unload(() => {
          state.loaded += 1;
        }),
    },
  };
};

/** A window with a sketch, over real backups on the disk; `change` may break them. */
const setUp = (change: (calls: Pick<Calls, 'keepBackup' | 'dropBackup'>) => Partial<Calls> = () => ({})) => {
  const backups = createBackups(folder);
  const watched = watchCalls({ ...backups, ...change(backups) } as Calls);
  const drawn = memoryWindow(undefined, (platform): Platform => ({ ...platform, ...watched.calls }));
  drawn.begin('Calls');
  const keeper = keepBackups(watched.calls, drawn.sketch, id, () => undefined);
  const window = electronWindow(() => keeper);
  const askToLose = vi.fn(async (_failure: PlatformFailure) => false);
  const stay = vi.fn();
  leaveSafely(window, { watched, askToLose, leave: window.close, stay });
  return { ...drawn, keeper, window, askToLose, stay };
};

const keptText = async (): Promise<string> => {
  const [name] = await readdir(folder);
  return name === undefined ? '' : readFile(join(folder, name), 'utf8');
};

describe('closing a window', () => {
  it('within a second of an edit keeps the edit and closes, without a question', async () => {
    const { draw, window, askToLose } = setUp();
    draw('Ask legal');
    window.close();
    await vi.waitFor(() => expect(window.state.closed).toBe(true));
    expect(window.state.refusals).toBeGreaterThan(0);
    expect(await keptText()).toContain('Ask legal');
    expect(askToLose).not.toHaveBeenCalled();
  });

  it('while an older change is still being kept waits for the newer one', async () => {
    const { draw, keeper, window } = setUp(({ keepBackup }) => ({
      keepBackup: async (backup) => {
        await new Promise((done) => setTimeout(done, 120));
        return keepBackup(backup);
      },
    }));
    draw('older');
    void keeper.flush();
    draw('newer');
    window.close();
    await vi.waitFor(() => expect(window.state.closed).toBe(true));
    expect(await keptText()).toContain('newer');
  });

  it('closes at once where nothing would be lost', async () => {
    const { draw, keeper, window } = setUp();
    draw('Ask legal');
    await keeper.flush();
    window.close();
    await vi.waitFor(() => expect(window.state.closed).toBe(true));
    expect(window.state.refusals).toBe(0);
  });

  it('asks where the edit cannot be kept, also when that was found out earlier, and stays unless told otherwise', async () => {
    const { draw, keeper, window, askToLose, stay } = setUp(() => ({
      keepBackup: async () => ({ ok: false, error: full }),
    }));
    draw('Ask legal');
    await keeper.flush();
    window.close();
    await vi.waitFor(() => expect(stay).toHaveBeenCalledOnce());
    expect(askToLose).toHaveBeenCalledExactlyOnceWith(full);
    expect(window.state.closed).toBe(false);

    askToLose.mockResolvedValue(true);
    window.close();
    await vi.waitFor(() => expect(window.state.closed).toBe(true));
    expect(askToLose).toHaveBeenCalledTimes(2);
  });

  it('asks where keeping takes too long, and again at the next closing', async () => {
    vi.useFakeTimers();
    const { draw, window, askToLose, stay } = setUp(() => ({ keepBackup: () => new Promise(() => undefined) }));
    draw('Ask legal');
    for (const times of [1, 2]) {
      window.close();
      await vi.advanceTimersByTimeAsync(11_000);
      expect(askToLose).toHaveBeenCalledTimes(times);
      expect(stay).toHaveBeenCalledTimes(times);
    }
    expect(askToLose.mock.calls[0]?.[0].message).toMatch(/in time/);
    expect(window.state.closed).toBe(false);
  });

  it('asks once, however often it is tried meanwhile', async () => {
    vi.useFakeTimers();
    const { draw, window, askToLose } = setUp(() => ({ keepBackup: () => new Promise(() => undefined) }));
    draw('Ask legal');
    for (let press = 0; press < 5; press += 1) {
      window.close();
      await vi.advanceTimersByTimeAsync(500);
    }
    await vi.advanceTimersByTimeAsync(11_000);
    expect(askToLose).toHaveBeenCalledTimes(1);
  });

  it('a page that is loaded again is loaded once its edit is kept, and the window stays', async () => {
    const { draw, window } = setUp();
    draw('Ask legal');
    window.webContents.reload();
    await vi.waitFor(() => expect(window.state.loaded).toBe(1));
    expect(await keptText()).toContain('Ask legal');
    expect(window.state.closed).toBe(false);
  });

  it('a window that hangs while it should close is closed when the user says so, and only then', async () => {
    const { draw, keeper, window, askToLose } = setUp();
    draw('Ask legal');
    await keeper.flush();
    window.hang();
    expect(askToLose).not.toHaveBeenCalled();
    window.state.hangs = true;
    askToLose.mockResolvedValue(true);
    window.close();
    window.hang();
    await vi.waitFor(() => expect(window.state.closed).toBe(true));
    expect(askToLose.mock.calls[0]?.[0].message).toMatch(/does not answer/);
  });
});
