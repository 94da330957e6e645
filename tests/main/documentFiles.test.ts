import { mkdtemp, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDocumentFiles } from '../../src/main/documentFiles.ts';
import { createRecentFiles } from '../../src/main/recentFiles.ts';
import { tellFigure } from '../support/figure.ts';
import { openUnchanged } from '../support/openUnchanged.ts';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lodestack-files-'));
  path = join(folder, 'a.lodestack.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const start = () =>
  createDocumentFiles(
    { askWhatToOpen: async () => path, askWhereToSave: async () => path },
    createRecentFiles(join(folder, 'recent.json')),
  );

describe('documents on the disk', () => {
  it('row 8: 200 changes from outside, some of the same size and time, are never overwritten in silence', async (context) => {
    const files = start();
    await writeFile(path, 'content 000');
    const opened = await files.openDocument();
    if (!opened.ok) throw new Error(opened.error.message);
    const { token } = opened.value;
    for (let number = 1; number <= 200; number += 1) {
      const { atime, mtime } = await stat(path);
      const theirs = `content ${String(number).padStart(3, '0')}${number % 4 === 0 ? ', and longer' : ''}`;
      // In place; or, as many editors do, a new file in the place of the old one.
      const written = number % 3 === 0 ? join(folder, 'theirs') : path;
      await writeFile(written, theirs);
      if (number % 2 === 0) await utimes(written, atime, mtime);
      if (written !== path) await rename(written, path);
      const saved = await files.saveDocument(token, new Uint8Array([120]), 'unless-changed');
      expect(saved).toMatchObject({ ok: false, error: { kind: 'changed' } });
      expect(await readFile(path, 'utf8')).toBe(theirs);
      // Now and then the user looks at what they wrote, and goes on from there: the next change is another one.
      if (number % 5 > 0) continue;
      expect(await files.reopenDocument(token)).toMatchObject({ ok: true });
      const ours = `ours ${String(number).padStart(6, '0')}`;
      expect(await files.saveDocument(token, Buffer.from(ours), 'unless-changed')).toMatchObject({ ok: true });
      expect(await readFile(path, 'utf8')).toBe(ours);
    }
    await files.closeDocument(token);
    tellFigure(context, '200 changes');
  });

  it(
    'row 12: opening 200 files, sound and damaged, changes no byte and no time of any',
    () => openUnchanged(200, 12),
    60_000,
  );
});
