// Finds Electron's binary, or fetches it by Electron's own installer. Its packages come from the registry, its binary
// from elsewhere, and a locked-down network has no elsewhere: then there is a reason instead of a path.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'node_modules', 'electron');
const lastTry = join(root, 'node_modules', '.cache', 'lodestack', 'electron-not-fetched');

/** After a failed fetch the next one is tried an hour later, so that the second start is quick. */
const restMilliseconds = 60 * 60 * 1000;
const probeMilliseconds = 5_000;
const fetchMilliseconds = 5 * 60 * 1000;

const installed = () => {
  try {
    const name = readFileSync(join(folder, 'path.txt'), 'utf8');
    const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name);
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
};

const hasProxy = () =>
  ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'ELECTRON_GET_USE_PROXY'].some(
    (name) => process.env[name],
  );

/** A network that drops packets would hold the installer for minutes; five seconds tell. */
const isReachable = async () => {
  if (hasProxy()) return true;
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/';
  try {
    await fetch(mirror, { method: 'HEAD', signal: AbortSignal.timeout(probeMilliseconds) });
    return true;
  } catch {
    return false;
  }
};

const runInstaller = () =>
  new Promise((finish) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], { cwd: root, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), fetchMilliseconds);
    child.once('error', () => finish(false));
    child.once('exit', (code) => {
      clearTimeout(timer);
      finish(code === 0);
    });
  });

const failedLately = () => {
  try {
    return Date.now() - statSync(lastTry).mtimeMs < restMilliseconds;
  } catch {
    return false;
  }
};

/** The path of the binary, or why there is none. `before` is called where a download begins. */
export async function electronBinary(before = () => undefined) {
  const there = installed();
  if (there) return { path: there };
  if (!existsSync(join(folder, 'install.js'))) return { reason: 'the electron package is not installed' };
  if (failedLately()) return { reason: 'it could not be fetched within the last hour' };
  if (await isReachable()) {
    before();
    if (await runInstaller()) {
      rmSync(lastTry, { force: true });
      const fetched = installed();
      if (fetched) return { path: fetched };
    }
  }
  mkdirSync(join(lastTry, '..'), { recursive: true });
  writeFileSync(lastTry, '');
  return { reason: 'it could not be fetched from this network' };
}
