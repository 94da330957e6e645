import { describe, expect, it } from 'vitest';
import { type DroppedFile, openFirst, sketchesAmong } from '../../../src/renderer/files/dropFiles.ts';
import type { Notice } from '../../../src/renderer/state/windowState.ts';

const file = (name: string, size = 2): DroppedFile => ({ name, size, arrayBuffer: async () => new ArrayBuffer(size) });
const folder = (name: string): DroppedFile => ({
  name,
  size: 0,
  arrayBuffer: () => Promise.reject(new Error('NotFoundError')),
});

const dropped = async (files: readonly DroppedFile[], busy = false) => {
  const opened: string[] = [];
  const notices: Omit<Notice, 'id'>[] = [];
  await openFirst(sketchesAmong(files), {
    isBusy: () => busy,
    open: async (name) => void opened.push(name),
    notify: (notice) => void notices.push(notice),
  });
  return { opened, said: notices.map(({ text, detail }) => `${text} ${detail ?? ''}`).join('\n') };
};

describe('files that are dropped on the window', () => {
  it('one sketch is opened, without a word', async () => {
    expect(await dropped([file('a.Lodestack.JSON')])).toEqual({ opened: ['a.Lodestack.JSON'], said: '' });
  });

  it('of two the first is opened, and the user is told of the other', async () => {
    const { opened, said } = await dropped([file('notes.txt'), file('a.lodestack.json'), file('b.lodestack.json')]);
    expect(opened).toEqual(['a.lodestack.json']);
    expect(said).toMatch(/Of 2 files.*only a\.lodestack\.json.*one by one/);
  });

  it('what is no sketch is left to others', async () => {
    expect(await dropped([file('decision.json'), file('picture.png')])).toEqual({ opened: [], said: '' });
  });

  it.each([
    ['while a dialog is open', [file('a.lodestack.json')], true, /a\.lodestack\.json was not opened.*Close it/],
    [
      'too large',
      [{ ...file('a.lodestack.json'), size: 65 * 1024 * 1024 }],
      false,
      /a\.lodestack\.json is too large.*64 MB/,
    ],
    ['a folder', [folder('a.lodestack.json')], false, /a\.lodestack\.json could not be read.*Open/],
  ] as const)('%s: nothing is opened, and it is said why', async (_what, files, busy, words) => {
    const { opened, said } = await dropped(files, busy);
    expect(opened).toEqual([]);
    expect(said).toMatch(words);
  });
});
