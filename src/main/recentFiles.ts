import { readFile, stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { mostRecent } from '../platform/ipcContract.ts';
import { carefulWrite } from '../platform/node/carefulWrite.ts';

/** Far above ten paths; a larger file is none that we wrote. */
const largestList = 200_000;

const isPath = (value: unknown): value is string => typeof value === 'string' && isAbsolute(value);

/** Paths of files that were lately opened or saved, the last one first, in one small file. Never fails: it is a courtesy. */
export interface RecentFiles {
  list(): Promise<readonly string[]>;
  add(path: string): Promise<void>;
  remove(path: string): Promise<void>;
}

/** Keeps the list in `listFile`; one that is missing or damaged counts as empty. */
export function createRecentFiles(listFile: string): RecentFiles {
  const list = async (): Promise<readonly string[]> => {
    try {
      if ((await stat(listFile)).size > largestList) return [];
      const paths: unknown = JSON.parse(await readFile(listFile, 'utf8'));
      return Array.isArray(paths) ? paths.filter(isPath).slice(0, mostRecent) : [];
    } catch {
      return [];
    }
  };
  const without = async (path: string): Promise<readonly string[]> => (await list()).filter((other) => other !== path);
  const write = async (paths: readonly string[]): Promise<void> => {
    await carefulWrite(listFile, JSON.stringify(paths.slice(0, mostRecent)));
  };
  return {
    list,
    add: async (path) => write([path, ...(await without(path))]),
    remove: async (path) => write(await without(path)),
  };
}
