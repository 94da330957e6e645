import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { writeDocument } from '../../src/core/document/writeDocument.ts';
import { createDocumentFiles } from '../../src/main/documentFiles.ts';
import { openBytes } from '../../src/renderer/files/openBytes.ts';
import { damaged, damages } from './damage.ts';
import { app } from './openingRuns.ts';
import { documents } from './randomDocuments.ts';

/** All of a file that can be seen from outside, but for when it was last read, which the system keeps. */
const seen = async (path: string) => {
  const { mtimeNs, ctimeNs, birthtimeNs, size, mode, ino, uid, gid, nlink } = await stat(path, { bigint: true });
  const hash = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  return { mtimeNs, ctimeNs, birthtimeNs, size, mode, ino, uid, gid, nlink, hash };
};

/** Row 12: so many files, sound ones and damaged ones, are opened as the window opens them and closed again; none changes. */
export async function openUnchanged(count: number, seed: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lodestack-open-'));
  try {
    const theirs = join(folder, 'theirs');
    await mkdir(theirs);
    let path = '';
    const files = createDocumentFiles(
      { askWhatToOpen: async () => path, askWhereToSave: async () => undefined },
      // Remembering is another file's matter, and syncs it to the disk for each of ten thousand.
      { list: async () => [], add: async () => undefined, remove: async () => undefined },
    );
    const texts = fc
      .tuple(documents(10), fc.oneof(fc.constant([]), damages))
      .map(([document, harms]) => harms.reduce(damaged, writeDocument(document, app)));
    const outcomes = new Map<string, number>();
    let number = 0;
    for (const text of fc.sample(texts, { numRuns: count, seed })) {
      path = join(theirs, `${number}.lodestack.json`);
      number += 1;
      await writeFile(path, text);
      const before = await seen(path);
      const opened = await files.openDocument();
      if (!opened.ok) expect.fail(opened.error.message);
      const read = openBytes(opened.value.bytes);
      const outcome = read.ok ? 'fine' : read.error.kind;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      await files.documentChanged(opened.value.token);
      await files.closeDocument(opened.value.token);
      expect(await seen(path)).toEqual(before);
    }
    // Nothing stays beside them either.
    expect(await readdir(theirs)).toHaveLength(count);
    expect(outcomes.get('fine')).toBeGreaterThan(count / 4);
    expect(outcomes.get('damaged')).toBeGreaterThan(count / 8);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
