/** What the main process says when a file can't be had: the thing, the place and the way out. */
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBackups } from '../../src/main/backups.ts';
import { createDocumentFiles } from '../../src/main/documentFiles.ts';
import { createRecentFiles } from '../../src/main/recentFiles.ts';
import { createStateFile } from '../../src/main/stateFile.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lodestack-words-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A path below something that is no folder: nobody can write there, not even root. */
const nowhere = async (name: string): Promise<string> => {
  await writeFile(join(folder, 'file'), 'no folder');
  return join(folder, 'file', name);
};

const filesAt = (path: string) =>
  createDocumentFiles(
    { askWhatToOpen: async () => path, askWhereToSave: async () => path },
    createRecentFiles(join(folder, 'recent.json')),
  );

it('what can not be kept is called what it is: no path of ours is to be chosen anew', async () => {
  const place = await nowhere('backups');
  const kept = await createBackups(place).keepBackup({ id: '0f4c1c8e-7a53-4b43-9c3e-1d2f3a4b5c6d', text: '{}' });
  expect(kept).toMatchObject({
    ok: false,
    error: {
      message: expect.stringMatching(new RegExp(`^What is not saved yet can't be kept in ${place}: `)),
      remedy: expect.stringContaining('Save the sketch to a file'),
    },
  });
});

it('so is a state that can not be remembered', async () => {
  const written = await createStateFile(await nowhere('state.json')).write('{}');
  expect(written).toMatchObject({
    ok: false,
    error: {
      message: expect.stringContaining('state of the window'),
      remedy: expect.stringContaining('Go on working'),
    },
  });
});

it('a file that is too large says how large one may be, and a folder that it is one', async () => {
  const large = join(folder, 'large.lodestack.json');
  await writeFile(large, '');
  await truncate(large, 65 * 1024 * 1024);
  expect(await filesAt(large).openDocument()).toMatchObject({
    ok: false,
    error: { message: expect.stringMatching(/large\.lodestack\.json.*larger than 64 MB/) },
  });
  const inner = join(folder, 'folder.lodestack.json');
  await mkdir(inner);
  expect(await filesAt(inner).openDocument()).toMatchObject({
    ok: false,
    error: { message: `${inner} is no file.`, remedy: expect.stringContaining('Choose') },
  });
});

it('a file that can not be read says why', async () => {
  const path = await nowhere('a.lodestack.json');
  expect(await filesAt(path).openDocument()).toMatchObject({
    ok: false,
    error: { message: expect.stringMatching(/a\.lodestack\.json could not be read: .*not a directory/) },
  });
});
