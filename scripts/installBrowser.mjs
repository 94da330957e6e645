// Makes sure that there is a Chromium for the end-to-end tests, by the means that the machine has, asking nobody.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findBrowser } from './findBrowser.mjs';

const root = resolve(import.meta.dirname, '..');
const minutes = (count) => count * 60 * 1000;

const runs = (command, options, timeout, environment = {}) =>
  spawnSync(command, options, {
    cwd: root,
    timeout,
    killSignal: 'SIGKILL',
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  }).status === 0;

/** A browser that is there may still lack a library of the system. */
const starts = (path) =>
  runs(path, ['--no-sandbox', '--headless', '--disable-gpu', '--dump-dom', 'about:blank'], minutes(1));

const byPlaywright = () =>
  runs(
    process.execPath,
    [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'],
    minutes(6),
    // A network that drops packets is given up on after ten seconds, not after thirty for each mirror.
    { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  );

const isDebianRoot = () =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');

const byDebian = () => {
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  return (
    runs('apt-get', ['update', '-qq'], minutes(4), environment) &&
    runs('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], minutes(10), environment)
  );
};

/** `{path}` of a browser that is there now, or `{reason}` in one line. `say` is told what is being tried. */
export function ensureBrowser(say = console.log) {
  const found = findBrowser();
  if (found) return { path: found };
  if (process.env.LODESTACK_BROWSER) {
    return { reason: `LODESTACK_BROWSER names ${process.env.LODESTACK_BROWSER}, which is no program.` };
  }
  const tried = [];
  const means = [
    ["Playwright's download", () => true, byPlaywright],
    ["Debian's package", isDebianRoot, byDebian],
  ];
  for (const [name, isPossible, install] of means) {
    if (!isPossible()) continue;
    say(`No Chrome or Chromium was found; trying ${name}…`);
    tried.push(name);
    if (!install()) continue;
    const path = findBrowser();
    if (path && starts(path)) return { path };
  }
  return {
    reason: `No Chrome or Chromium was found, and ${tried.join(' and ')} gave none: install one, or name it in LODESTACK_BROWSER.`,
  };
}
