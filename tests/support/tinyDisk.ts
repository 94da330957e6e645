import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Mounts a file system of 68 KB in memory at `folder`. Returns how to take it away. */
export function mountTinyDisk(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=68k', 'tmpfs', folder], { stdio: 'pipe' });
  return () => {
    execFileSync('umount', ['-l', folder], { stdio: 'pipe' });
  };
}

const tryToMount = (): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'lodestack-disk-'));
  try {
    mountTinyDisk(folder)();
    return true;
  } catch {
    // Root in a container without the right to mount.
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Whether this machine lets us make a disk that can be filled. */
export const canMount = tryToMount();
