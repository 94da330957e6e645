import fc from 'fast-check';
import { expect } from 'vitest';
import { writeDocument } from '../../src/core/document/writeDocument.ts';
import { emptyWorld } from '../../src/platform/memory/memoryPlatform.ts';
import type { Platform } from '../../src/platform/port.ts';
import { appName } from '../../src/renderer/files/appName.ts';
import { keepBackups } from '../../src/renderer/files/keepBackups.ts';
import { isUnsaved } from '../../src/renderer/files/unsaved.ts';
import { memoryWindow } from './memoryWindow.ts';

const id = '0f4c1c8e-7a53-4b43-9c3e-1d2f3a4b5c6d';

/** What a user and the clock do. */
type Deed =
  | { readonly do: 'draw' | 'save' | 'autosave' | 'undo' | 'redo' }
  | { readonly do: 'save-as'; readonly to: 'a' | 'b' };

const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<Deed>({ do: 'draw' }) },
    fc.constantFrom<Deed>({ do: 'save' }, { do: 'autosave' }, { do: 'undo' }, { do: 'redo' }),
    fc.constantFrom<Deed>({ do: 'save-as', to: 'a' }, { do: 'save-as', to: 'b' }),
  ),
  { minLength: 3, maxLength: 14 },
);

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/**
 * Row 5: saves, autosaves and saves-as that overlap in every order. Every file holds one whole document that once stood in the
 * window; the file of the window holds the one that it is marked as saved at; what is not saved is in the backup.
 */
export async function interleaveSaves(numRuns: number, seed: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), deeds, async (scheduler, run) => {
      const world = emptyWorld();
      world.documentPath = '/home/me/a';
      // Every answer of the platform waits until the scheduler lets it through, before the deed and after it.
      const delayed = (platform: Platform): Platform => {
        const wait = async (label: string) => void (await scheduler.schedule(Promise.resolve(), label));
        return {
          ...platform,
          saveDocument: async (...values) => {
            await wait('save');
            const done = await platform.saveDocument(...values);
            await wait('saved');
            return done;
          },
          saveDocumentAs: async (name, bytes) => {
            await wait('save as');
            const done = await platform.saveDocumentAs(name, bytes);
            await wait('saved as');
            return done;
          },
          keepBackup: async (backup) => {
            await wait('keep');
            const done = await platform.keepBackup(backup);
            await wait('kept');
            return done;
          },
          dropBackup: async (backup) => {
            await wait('drop');
            const done = await platform.dropBackup(backup);
            await wait('dropped');
            return done;
          },
        };
      };
      const { sketch, files, draw, begin, platform, notices } = memoryWindow(world, delayed);
      begin();
      const keeper = keepBackups(platform, sketch, id, () => undefined);
      const stood = new Set<string>();
      const note = (): void => void stood.add(writeDocument(sketch.getState().history.document, appName));
      note();
      sketch.subscribe(note);
      const running: Promise<unknown>[] = [];
      let count = 0;
      const sequence = scheduler.scheduleSequence(
        run.map((deed) => ({
          label: deed.do,
          builder: async () => {
            count += 1;
            if (deed.do === 'draw') draw(`n${count}`);
            else if (deed.do === 'undo') sketch.getState().undo();
            else if (deed.do === 'redo') sketch.getState().redo();
            else if (deed.do === 'autosave') running.push(keeper.flush());
            else if (deed.do === 'save') running.push(files.getState().save());
            else if (deed.do === 'save-as') {
              world.documentPath = `/home/me/${deed.to}`;
              running.push(files.getState().saveAs());
            }
          },
        })),
      );
      await scheduler.waitFor(sequence.task);
      await scheduler.waitFor(Promise.all(running));
      await scheduler.waitFor(keeper.flush());
      keeper.stop();

      const now = writeDocument(sketch.getState().history.document, appName);
      for (const bytes of world.documents.values()) expect(stood.has(textOf(bytes))).toBe(true);
      expect(notices).toEqual([]);
      const { file } = files.getState();
      const unsaved = isUnsaved(sketch.getState());
      // Not marked as changed: then the file of the window says exactly what the window shows.
      if (!unsaved && file) expect(textOf(world.documents.get(file.where))).toBe(now);
      // Marked as changed: then a crash loses nothing.
      expect(world.backups.get(id)).toBe(unsaved ? now : undefined);
      // And a save now makes the two the same, whatever went before.
      await scheduler.waitFor(files.getState().save());
      const saved = files.getState().file;
      expect(textOf(world.documents.get(saved?.where ?? ''))).toBe(now);
      expect(isUnsaved(sketch.getState())).toBe(false);
    }),
    { numRuns, seed },
  );
}
