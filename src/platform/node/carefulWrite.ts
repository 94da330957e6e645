/**
 * Writes a file so that whatever happens (a kill, a power cut, a full disk), there is either the whole old file or the
 * whole new one. Ours rather than a library's, because the libraries reported success on a full disk and left a cut file
 * (measured with write-file-atomic 7 and 8 and atomically 2).
 */
import type { Stats } from 'node:fs';
import { type FileHandle, lstat, open, readlink, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { failure, type Result, success } from '../../core/base/result.ts';
import { temporaryName } from './temporaryFile.ts';
import { type WriteFailure, writeFailure } from './writeFailure.ts';

/** Where the bytes went: the real path, links followed. */
export interface WrittenFile {
  readonly path: string;
}

/** Longest chain of links that point at nothing yet; the kernel's own limit. */
const longestChain = 40;

const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);

const raise = (code: string, message: string): never => {
  throw Object.assign(new Error(message), { code });
};

/** What `path` leads to, or undefined where nothing is there yet. */
const statIfThere = async (path: string): Promise<Stats | undefined> => {
  try {
    return await stat(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
};

/** The real path of a file that need not exist, so that a save through a link, even a dangling one, keeps the link. */
async function realTarget(path: string, depth = 0): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT') || depth >= longestChain) throw error;
  }
  const folder = await realpath(dirname(path));
  const own = join(folder, basename(path));
  const link = await lstat(own).catch(() => undefined);
  return link?.isSymbolicLink() ? realTarget(resolve(folder, await readlink(own)), depth + 1) : own;
}

/** Makes a rename last: the name of a file is part of its folder. Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some network file systems cannot sync a folder; there the server answers for it.
    if (!hasCode(error, 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP')) throw error;
  } finally {
    await handle.close();
  }
}

/** Gives the new file the owner and the mode of the old one. */
async function copyRights(handle: FileHandle, old: Stats): Promise<void> {
  const own = await handle.stat();
  if (own.uid !== old.uid || own.gid !== old.gid) {
    // Only root may give a file away; for everyone else the new file is their own, as with any editor.
    await handle.chown(old.uid, old.gid).catch(() => undefined);
  }
  // After the owner, because a change of owner clears bits of the mode; never more than the old file allowed.
  await handle.chmod(old.mode & 0o777);
}

/** Fills a new file beside `target` and syncs it; on any failure it is closed and removed. */
async function writeBeside(target: string, content: string | Uint8Array, old: Stats | undefined): Promise<string> {
  const temporary = join(dirname(target), temporaryName());
  // A file that few may read must not be readable by more while it is being written.
  const handle = await open(temporary, 'wx', old === undefined ? 0o666 : 0o600);
  try {
    try {
      await handle.writeFile(content);
      if (old !== undefined) await copyRights(handle, old);
      await handle.sync();
    } finally {
      // A full network disk may say so only here, so a failure to close is a failure to write.
      await handle.close();
    }
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  return temporary;
}

async function replace(target: string, content: string | Uint8Array, old: Stats | undefined): Promise<void> {
  const temporary = await writeBeside(target, content, old);
  try {
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(target));
}

async function write(path: string, content: string | Uint8Array): Promise<WrittenFile> {
  // An empty name would lead to the working folder.
  if (path === '') return raise('ENOENT', 'no file was named');
  const old = await statIfThere(path);
  if (old?.isDirectory() || path.endsWith('/')) return raise('EISDIR', `${path} is a folder`);
  if (old !== undefined && !old.isFile()) {
    // A pipe or a device (`/dev/stdout`): nothing to replace, and a rename would put a plain file in its place.
    await writeFile(path, content);
    return { path };
  }
  // A rename would replace a file that its owner has made read-only, so the file itself is asked.
  if (old !== undefined) await (await open(path, 'r+')).close();
  const target = await realTarget(path);
  await replace(target, content, old);
  return { path: target };
}

/**
 * Writes `content` to `path`: all of it or nothing. A link stays a link, the mode stays the mode. A failure is a value:
 * then the old file is whole and no temporary file is left (a process that is killed leaves one; `sweepLeftOvers`).
 * Two writes of the same file at the same time: one whole content wins; who cares which, orders them.
 */
export async function carefulWrite(
  path: string,
  content: string | Uint8Array,
): Promise<Result<WrittenFile, WriteFailure>> {
  try {
    return success(await write(path, content));
  } catch (error) {
    return failure(writeFailure(path, error));
  }
}
