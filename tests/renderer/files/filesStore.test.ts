import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyDocument } from '../../../src/core/document/document.ts';
import { isUnsaved } from '../../../src/renderer/files/unsaved.ts';
import { memoryWindow } from '../../support/memoryWindow.ts';

const fixture = readFileSync(
  resolve(import.meta.dirname, join('..', '..', 'fixtures', 'documents', 'version-3.lodestack.json')),
  'utf8',
);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const path = '/home/me/plan.lodestack.json';

const openedWindow = async (text = fixture) => {
  const window = memoryWindow();
  window.world.documents.set(path, bytesOf(text));
  window.world.documentPath = path;
  await window.files.getState().open();
  return window;
};

describe('the files of the window', () => {
  it('opens a document as saved, and saves it to the same file', async () => {
    const { files, sketch, draw, world } = await openedWindow();
    expect(files.getState().file?.where).toBe(path);
    expect(isUnsaved(sketch.getState())).toBe(false);
    draw('n1');
    expect(isUnsaved(sketch.getState())).toBe(true);
    world.documentPath = undefined;
    expect(await files.getState().save()).toBe(true);
    expect(textOf(world.documents.get(path))).toContain('n1');
    expect(isUnsaved(sketch.getState())).toBe(false);
  });

  it('a file that saves as it was opened has the same bytes', async () => {
    const { files, world } = await openedWindow();
    await files.getState().save();
    const once = textOf(world.documents.get(path));
    await files.getState().reload();
    await files.getState().save();
    expect(textOf(world.documents.get(path))).toBe(once);
  });

  it('asks before something is lost, and goes on only when told to', async () => {
    const { files, sketch, draw, world } = await openedWindow();
    draw('n1');
    await files.getState().newEmpty();
    const { question } = files.getState();
    expect(question).toMatchObject({ kind: 'unsaved', name: 'plan' });
    expect(sketch.getState().history.document.pageOrder.length).toBeGreaterThan(1);
    if (question?.kind === 'unsaved') await question.proceed();
    expect(files.getState()).toMatchObject({ file: undefined, question: undefined });
    expect(textOf(world.documents.get(path))).toBe(fixture);
  });

  it.each(['opened', 'opened again', 'dropped'])(
    'loses nothing that is drawn while a large file is being %s',
    async (way) => {
      const { files, sketch, draw, world, begin } = memoryWindow();
      const text = `${fixture}${' '.repeat(200_000)}`;
      world.documentPath = path;
      world.documents.set(path, bytesOf(text));
      begin();
      if (way === 'opened again') await files.getState().open();
      const done =
        way === 'opened'
          ? files.getState().open()
          : way === 'dropped'
            ? files.getState().openDropped('plan', bytesOf(text))
            : files.getState().openRecent({ token: files.getState().file?.token ?? '', name: 'plan', where: path });
      // The window was asked when nothing was unsaved, and frames and input come in between.
      draw('in between');
      await done;
      expect(JSON.stringify(sketch.getState().history.document)).not.toContain('in between');
      const [kept] = files.getState().kept;
      expect(JSON.stringify(kept?.document)).toContain('in between');
      expect(world.backups.get(kept?.id ?? '')).toContain('in between');
    },
  );

  it('asks what to do with a file that another program wrote', async () => {
    const { files, draw, world } = await openedWindow();
    draw('n1');
    world.documents.set(path, bytesOf(fixture.replace('"title": "', '"title": "T')));
    expect(await files.getState().save()).toBe(false);
    expect(files.getState().question).toMatchObject({ kind: 'changed' });
    expect(textOf(world.documents.get(path))).not.toContain('n1');
    expect(await files.getState().save('overwrite')).toBe(true);
    expect(textOf(world.documents.get(path))).toContain('n1');
  });

  it.each([
    ['{', 'not-json'],
    ['[]', 'not-ours'],
    [fixture.replace('"version": 3', '"version": 9'), 'too-new'],
    [fixture.slice(0, Math.floor(fixture.length * 0.7)), 'damaged'],
  ] as const)('shows why a file does not open, and leaves everything as it is (%#)', async (text, kind) => {
    const { files, sketch, world } = await openedWindow(text);
    const { question } = files.getState();
    expect(question).toMatchObject({ kind: 'not-opened', failure: { kind } });
    expect(files.getState().file).toBeUndefined();
    expect(world.held.size).toBe(0);
    expect(files.getState().recent).toEqual([]);
    expect(textOf(world.documents.get(path))).toBe(text);
    if (question?.kind !== 'not-opened' || question.failure.kind !== 'damaged') return;
    expect(question.failure.salvaged).toBeDefined();
    if (question.failure.salvaged) files.getState().openSalvaged(question.failure.salvaged.document);
    expect(files.getState().file).toBeUndefined();
    expect(isUnsaved(sketch.getState())).toBe(true);
  });

  it.each([
    [fixture.replace('"version": 3', '"version": 9'), 'too-new'],
    [fixture.slice(0, Math.floor(fixture.length * 0.7)), 'damaged'],
    ['{}', 'not-ours'],
  ] as const)(
    'a file that can no longer be read when it is read again is not overwritten by the next save (%#)',
    async (text, kind) => {
      const { files, sketch, world, notices } = await openedWindow();
      world.documents.set(path, bytesOf(text));
      await files.getState().reload();
      expect(files.getState().question).toMatchObject({ kind: 'not-opened', failure: { kind } });
      // What is shown is in no file any more, and counts as such.
      expect(files.getState().file).toBeUndefined();
      expect(isUnsaved(sketch.getState())).toBe(true);
      expect(notices.at(-1)?.text).toContain('plan.lodestack.json');
      files.getState().closeQuestion();
      world.saveAnswer = 'cancel';
      expect(await files.getState().save()).toBe(false);
      expect(textOf(world.documents.get(path))).toBe(text);
    },
  );

  it('reading the file again asks first where something is not saved', async () => {
    const { files, sketch, draw } = await openedWindow();
    draw('n1');
    await files.getState().reload();
    const { question } = files.getState();
    expect(question).toMatchObject({ kind: 'unsaved', name: 'plan' });
    expect(isUnsaved(sketch.getState())).toBe(true);
    if (question?.kind === 'unsaved') await question.proceed();
    expect(isUnsaved(sketch.getState())).toBe(false);
    draw('n2');
    await files.getState().reload('losing-mine');
    expect(isUnsaved(sketch.getState())).toBe(false);
  });

  it('a file that is gone when it is read again leaves what is shown as not saved', async () => {
    const { files, sketch, world, notices } = await openedWindow();
    world.documents.delete(path);
    await files.getState().reload();
    expect(isUnsaved(sketch.getState())).toBe(true);
    expect(notices.at(-1)).toMatchObject({ tone: 'danger' });
    expect(await files.getState().save()).toBe(true);
    expect(world.documents.has(path)).toBe(true);
  });

  it('a document that someone else puts into the sketch has no file: a save asks where', async () => {
    const { files, sketch, world, draw } = await openedWindow();
    sketch.getState().open(emptyDocument('template', 'From a template'), {});
    expect(files.getState().file).toBeUndefined();
    expect(world.held.size).toBe(0);
    draw('n1');
    world.documentPath = '/home/me/other';
    await files.getState().save();
    expect(textOf(world.documents.get(path))).toBe(fixture);
    expect(textOf(world.documents.get('/home/me/other'))).toContain('n1');
  });

  it('what a template takes the place of is kept, and comes back with its past and its file', async () => {
    const { files, sketch, draw, world, notices } = await openedWindow();
    draw('n1');
    let takeBack = (): void => undefined;
    await files.getState().replace(emptyDocument('sketch', 'Template'), (back) => {
      takeBack = back;
    });
    expect(files.getState()).toMatchObject({ question: undefined, file: undefined });
    expect(sketch.getState().history.document.title).toBe('Template');
    expect(isUnsaved(sketch.getState())).toBe(false);
    expect([...world.backups.values()]).toEqual([expect.stringContaining('"n1"')]);
    expect(files.getState().kept).toHaveLength(1);

    takeBack();
    await Promise.resolve();
    await expect.poll(() => files.getState().file?.where).toBe(path);
    expect(isUnsaved(sketch.getState())).toBe(true);
    sketch.getState().undo();
    expect(isUnsaved(sketch.getState())).toBe(false);
    await expect.poll(() => files.getState().kept).toEqual([]);
    expect(world.backups.size).toBe(0);
    expect(notices).toEqual([]);
  });

  it('what was drawn on a template since is kept when it is taken back', async () => {
    const { files, draw, sketch } = await openedWindow();
    let takeBack = (): void => undefined;
    await files.getState().replace(emptyDocument('sketch', 'Template'), (back) => {
      takeBack = back;
    });
    draw('n2');
    takeBack();
    await expect.poll(() => files.getState().file?.where).toBe(path);
    expect(sketch.getState().history.document.title).not.toBe('Template');
    expect(files.getState().kept.map(({ document }) => document.title)).toEqual(['Template']);
  });

  it('where nothing can be kept, a template asks first', async () => {
    const { files, draw, sketch, world } = await openedWindow();
    draw('n1');
    world.failure = { kind: 'no-space', message: 'Full.', remedy: 'Free some.' };
    await files.getState().replace(emptyDocument('sketch', 'Template'));
    expect(files.getState().question).toMatchObject({ kind: 'unsaved' });
    expect(sketch.getState().history.document.title).not.toBe('Template');
  });

  it('a draft goes on following the need when a save is cancelled, and stops when it is saved', async () => {
    const { files, sketch, world } = memoryWindow();
    world.saveAnswer = 'cancel';
    expect(await files.getState().save()).toBe(false);
    expect(sketch.getState().following).toBe(true);
    world.saveAnswer = 'accept';
    expect(await files.getState().save()).toBe(true);
    expect(sketch.getState().following).toBe(false);
  });

  it('keeps the changes that were made while it was being written', async () => {
    const { files, sketch, draw } = await openedWindow();
    draw('n1');
    const saving = files.getState().save();
    await Promise.resolve();
    draw('n2');
    await saving;
    expect(isUnsaved(sketch.getState())).toBe(true);
    sketch.getState().undo();
    expect(isUnsaved(sketch.getState())).toBe(false);
  });

  it('tells once that a file was changed outside', async () => {
    const { files, world, notices } = await openedWindow();
    world.documents.set(path, bytesOf(`${fixture} `));
    await files.getState().lookOutside();
    await files.getState().lookOutside();
    expect(notices.filter(({ text }) => text.includes('changed by another program'))).toHaveLength(1);
  });

  it('says why a save failed, with a way out', async () => {
    const { files, world, notices } = await openedWindow();
    world.failure = { kind: 'no-space', message: 'There is not enough space.', remedy: 'Free some.' };
    expect(await files.getState().save()).toBe(false);
    expect(notices.at(-1)).toMatchObject({ tone: 'danger', detail: 'Free some.', action: { label: 'Save as…' } });
  });
});
