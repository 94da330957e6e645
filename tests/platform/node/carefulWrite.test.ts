import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carefulWrite } from '../../../src/platform/node/carefulWrite.ts';

let folder = '';
const isRoot = process.getuid?.() === 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lodestack-write-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const nobody = 65534;
/** Root may write everywhere; what is refused to others is seen as one of the others. */
const asNobody = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  if (isRoot) process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
};

const kindOf = async (path: string): Promise<string> => {
  const result = await carefulWrite(path, 'new');
  return result.ok ? 'written' : result.error.kind;
};

describe('carefulWrite', () => {
  it('writes a new file with the mode that any new file gets', async () => {
    const path = join(folder, 'picture.svg');
    expect(await carefulWrite(path, '<svg/>')).toEqual({ ok: true, value: { path } });
    await writeFile(join(folder, 'plain'), '');
    expect(await readFile(path, 'utf8')).toBe('<svg/>');
    expect((await stat(path)).mode).toBe((await stat(join(folder, 'plain'))).mode);
    expect((await readdir(folder)).sort()).toEqual(['picture.svg', 'plain']);
  });

  it('writes bytes as they are, and an empty file', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    await carefulWrite(join(folder, 'bytes'), bytes);
    await carefulWrite(join(folder, 'empty'), '');
    expect(new Uint8Array(await readFile(join(folder, 'bytes')))).toEqual(bytes);
    expect((await stat(join(folder, 'empty'))).size).toBe(0);
  });

  it.each([0o600, 0o640, 0o444 | 0o200, 0o755])('keeps mode %o', async (mode) => {
    const path = join(folder, 'kept');
    await writeFile(path, 'old');
    await chmod(path, mode);
    await carefulWrite(path, 'new');
    expect((await stat(path)).mode & 0o7777).toBe(mode);
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it('writes through a link and keeps the link, relative and chained', async () => {
    await mkdir(join(folder, 'real'));
    await writeFile(join(folder, 'real', 'file'), 'old');
    await symlink('real/file', join(folder, 'inner'));
    await symlink('inner', join(folder, 'outer'));
    const result = await carefulWrite(join(folder, 'outer'), 'new');
    expect(result).toEqual({ ok: true, value: { path: join(folder, 'real', 'file') } });
    expect((await lstat(join(folder, 'outer'))).isSymbolicLink()).toBe(true);
    expect(await readlink(join(folder, 'inner'))).toBe('real/file');
    expect(await readFile(join(folder, 'real', 'file'), 'utf8')).toBe('new');
    expect(await readdir(join(folder, 'real'))).toEqual(['file']);
  });

  it('fills what a dangling link points at', async () => {
    await symlink('later', join(folder, 'link'));
    await carefulWrite(join(folder, 'link'), 'new');
    expect(await readlink(join(folder, 'link'))).toBe('later');
    expect(await readFile(join(folder, 'later'), 'utf8')).toBe('new');
  });

  it('refuses a ring of links', async () => {
    await symlink('b', join(folder, 'a'));
    await symlink('a', join(folder, 'b'));
    expect(await kindOf(join(folder, 'a'))).toBe('failed');
  });

  it('says that the target is a folder, that its folder is missing, or that a part of the path is a file', async () => {
    await writeFile(join(folder, 'file'), '');
    expect(await kindOf(folder)).toBe('is-directory');
    expect(await kindOf(join(folder, 'missing', 'file'))).toBe('not-found');
    expect(await kindOf(join(folder, 'file', 'file'))).toBe('not-found');
    expect(await kindOf(join(folder, 'slash/'))).toBe('is-directory');
  });

  it('names the file and a way out in every failure', async () => {
    const result = await carefulWrite(join(folder, 'missing', 'x.svg'), 'new');
    expect(result).toMatchObject({
      ok: false,
      error: {
        kind: 'not-found',
        message: expect.stringContaining('missing/x.svg'),
        remedy: expect.stringMatching(/\.$/),
      },
    });
  });

  it('survives a name that no file may have', async () => {
    expect(await kindOf(join(folder, 'x'.repeat(300)))).toBe('failed');
    expect(await kindOf('nul\0byte')).toBe('failed');
    expect(await kindOf('')).toBe('not-found');
  });

  it('leaves a device a device', async () => {
    expect(await carefulWrite('/dev/null', 'gone')).toEqual({ ok: true, value: { path: '/dev/null' } });
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });

  it('gives one whole content when many write at once', async () => {
    const path = join(folder, 'contested');
    const contents = Array.from({ length: 40 }, (_, index) => String(index).repeat(5_000));
    const results = await Promise.all(contents.map((content) => carefulWrite(path, content)));
    expect(results.every((result) => result.ok)).toBe(true);
    expect(contents).toContain(await readFile(path, 'utf8'));
    expect(await readdir(folder)).toEqual(['contested']);
  });

  it('refuses a folder that may not be written', async () => {
    await chmod(folder, 0o555);
    expect(await asNobody(() => kindOf(join(folder, 'file')))).toBe('denied');
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses a file that is read-only, although its folder could be written', async () => {
    await chmod(folder, 0o777);
    await writeFile(join(folder, 'file'), 'old');
    await chmod(join(folder, 'file'), 0o444);
    expect(await asNobody(() => kindOf(join(folder, 'file')))).toBe('denied');
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('old');
  });

  it.runIf(isRoot)('leaves the file with its owner when root writes it', async () => {
    const path = join(folder, 'theirs');
    await writeFile(path, 'old');
    await chown(path, nobody, nobody);
    await carefulWrite(path, 'new');
    expect(await stat(path)).toMatchObject({ uid: nobody, gid: nobody });
  });
});
