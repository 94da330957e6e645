import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDocument } from '../../../src/core/document/document.ts';
import { createMemoryPlatform } from '../../../src/platform/memory/memoryPlatform.ts';
import { keepBackups } from '../../../src/renderer/files/keepBackups.ts';
import { recoverBackups } from '../../../src/renderer/files/recoverBackup.ts';
import { isUnsaved } from '../../../src/renderer/files/unsaved.ts';
import { memoryWindow } from '../../support/memoryWindow.ts';

const id = '0f4c1c8e-7a53-4b43-9c3e-1d2f3a4b5c6d';
const next = '1f4c1c8e-7a53-4b43-9c3e-1d2f3a4b5c6d';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const keptWindow = () => {
  const window = memoryWindow();
  window.begin('Calls');
  const failed = vi.fn();
  const keeper = keepBackups(window.platform, window.sketch, id, failed);
  return { ...window, keeper, failed };
};

describe('what is not saved', () => {
  it('row 10: is kept within two seconds of every change, also while changes go on', async () => {
    const { draw, world } = keptWindow();
    for (let step = 1; step <= 40; step += 1) {
      draw(`n${step}`);
      await vi.advanceTimersByTimeAsync(250);
      // What was drawn two seconds ago and before is in the backup.
      for (let old = 1; old <= step - 8; old += 1) expect(world.backups.get(id)).toContain(`"n${old}"`);
    }
  });

  it('is kept no more once it is saved', async () => {
    const { draw, world, files } = keptWindow();
    draw('n1');
    await vi.advanceTimersByTimeAsync(1_500);
    expect(world.backups.size).toBe(1);
    await files.getState().save();
    await vi.advanceTimersByTimeAsync(1_500);
    expect(world.backups.size).toBe(0);
  });

  it('row 11: comes back after a crash as an unsaved copy, and is never lost on the way', async () => {
    const { draw, world } = keptWindow();
    draw('n1');
    await vi.advanceTimersByTimeAsync(1_500);
    const platform = createMemoryPlatform(world);
    const { first: recovered } = await recoverBackups(platform, next);
    expect(recovered?.document.title).toBe('Calls');
    expect([...world.backups.keys()]).toEqual([next]);
    const after = memoryWindow(world);
    const keeper = keepBackups(platform, after.sketch, next, () => undefined, true);
    if (recovered) after.sketch.getState().open(recovered.document, { saved: false });
    expect(isUnsaved(after.sketch.getState())).toBe(true);
    expect(after.files.getState().file).toBeUndefined();
    // Saved at once, before anything was kept anew: it must not come back again.
    await after.files.getState().save();
    await keeper.flush();
    expect(world.backups.size).toBe(0);
  });

  it.each(['', '{', '\u0000'.repeat(100), '{"format": "lodestack"}', 'hello'])(
    'row 11: an empty or damaged backup is ignored (%#)',
    async (text) => {
      const { world } = memoryWindow();
      world.backups.set(id, text);
      expect(await recoverBackups(createMemoryPlatform(world), next)).toEqual({ first: undefined, others: [] });
      expect(world.backups.size).toBe(0);
    },
  );

  it('a backup of a newer Lodestack stays for it', async () => {
    const { world } = memoryWindow();
    world.backups.set(id, '{"format": "lodestack", "version": 9, "app": "lodestack 9", "document": {}}');
    expect(await recoverBackups(createMemoryPlatform(world), next)).toEqual({ first: undefined, others: [] });
    expect(world.backups.size).toBe(1);
  });

  it('takes no backup over something that was drawn meanwhile', async () => {
    const { draw, world } = keptWindow();
    draw('n1');
    await vi.advanceTimersByTimeAsync(1_500);
    const { first, others } = await recoverBackups(createMemoryPlatform(world), next, () => false);
    expect(first).toBeUndefined();
    expect(others.map(({ document }) => document.title)).toEqual(['Calls']);
    expect([...world.backups.keys()]).toEqual([id]);
  });

  it('row 11: several windows that crashed all come back: the newest at once, the others on a list', async () => {
    const world = memoryWindow().world;
    for (const [title, own] of [
      ['Oldest', '2f4c1c8e-7a53-4b43-9c3e-1d2f3a4b5c6d'],
      ['Middle', '3f4c1c8e-7a53-4b43-9c3e-1d2f3a4b5c6d'],
      ['Newest', '4f4c1c8e-7a53-4b43-9c3e-1d2f3a4b5c6d'],
    ] as const) {
      const window = memoryWindow(world);
      window.begin(title);
      const keeper = keepBackups(window.platform, window.sketch, own, () => undefined);
      window.draw('n1');
      await keeper.flush();
      keeper.stop();
    }
    const after = memoryWindow(world, undefined, next);
    const { first, others } = await recoverBackups(after.platform, next);
    expect(first?.document.title).toBe('Newest');
    expect(others.map(({ document }) => document.title)).toEqual(['Middle', 'Oldest']);
    expect(world.backups.size).toBe(3);
    // They are this window's own by now: another that starts meanwhile is not offered them.
    expect((await after.platform.leftBackups()).ok && (await after.platform.leftBackups())).toMatchObject({
      value: [],
    });

    // Opening another keeps the first in its stead; nothing is ever in no backup.
    if (first) after.sketch.getState().open(first.document, { saved: false });
    after.files.getState().offerKept(others);
    await after.files.getState().openKept(others[1]?.id ?? '');
    expect(after.sketch.getState().history.document.title).toBe('Oldest');
    expect(isUnsaved(after.sketch.getState())).toBe(true);
    expect(after.files.getState().kept.map(({ document }) => document.title)).toEqual(['Newest', 'Middle']);
    expect(world.backups.size).toBe(3);
    for (const title of ['Newest', 'Middle', 'Oldest'])
      expect([...world.backups.values()].filter((text) => text.includes(title))).toHaveLength(1);
  });

  it('a kept sketch that is thrown away comes back by undo', async () => {
    const window = keptWindow();
    window.draw('n1');
    await window.files.getState().replace(emptyDocument('sketch', 'Template'));
    const [kept] = window.files.getState().kept;
    await window.files.getState().throwAwayKept(kept?.id ?? '');
    expect(window.files.getState().kept).toEqual([]);
    expect([...window.world.backups.values()].some((text) => text.includes('"n1"'))).toBe(false);
    window.notices.at(-1)?.action?.run();
    await vi.advanceTimersByTimeAsync(10);
    expect(window.files.getState().kept).toEqual([kept]);
    expect([...window.world.backups.values()].some((text) => text.includes('"n1"'))).toBe(true);
  });

  it('says once that it cannot be kept, and tries again', async () => {
    const { draw, world, failed } = keptWindow();
    world.failure = { kind: 'no-space', message: 'Full.', remedy: 'Free some.' };
    draw('n1');
    await vi.advanceTimersByTimeAsync(1_500);
    draw('n2');
    await vi.advanceTimersByTimeAsync(1_500);
    expect(failed).toHaveBeenCalledTimes(1);
    world.failure = undefined;
    draw('n3');
    await vi.advanceTimersByTimeAsync(1_500);
    expect(world.backups.get(id)).toContain('"n3"');
    // Once it was kept, a failure is news again.
    world.failure = { kind: 'no-space', message: 'Full.', remedy: 'Free some.' };
    draw('n4');
    await vi.advanceTimersByTimeAsync(1_500);
    expect(failed).toHaveBeenCalledTimes(2);
  });
});
