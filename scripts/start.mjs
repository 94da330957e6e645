// `npm start`: builds what is stale and opens Lodestack, in Electron where its binary can be had, else in a browser.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { electronBinary } from './electronBinary.mjs';
import { findBrowser, sandboxFlags } from './findBrowser.mjs';

const root = resolve(import.meta.dirname, '..');
const help = `Opens Lodestack.

  npm start                   the desktop window, or a browser window where Electron cannot be had
  npm start -- --browser      the browser window, without asking for Electron
  npm start -- --no-open      serves on 127.0.0.1 and prints the address, opens nothing
  npm start -- --port 4321    serves on that port (with --browser or --no-open)
  npm start -- --help

LODESTACK_BROWSER names the Chrome or Chromium to use. Ctrl-C ends it.`;

const stop = (code, line) => {
  console.error(line);
  process.exit(code);
};

const readArguments = () => {
  try {
    const { values } = parseArgs({
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        browser: { type: 'boolean', default: false },
        open: { type: 'boolean', default: true },
        port: { type: 'string', default: '' },
      },
      allowNegative: true,
    });
    const port = values.port === '' ? 0 : Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${values.port} is no port`);
    return { ...values, port };
  } catch (error) {
    return stop(2, `${error.message}. See: npm start -- --help`);
  }
};

/** Whether a window can be shown at all. */
const hasDisplay = () =>
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Where the browser's profile and the last port are kept. A browser from snap sees no hidden folder of the home. */
const keptFolder = (browser) => {
  const real = browser && existsSync(browser) ? realpathSync(browser) : '';
  if (real.startsWith('/snap/') || basename(real) === 'snap') {
    return join(homedir(), 'snap', 'chromium', 'common', 'lodestack');
  }
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? homedir(), 'Lodestack');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Lodestack');
  return join(process.env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'lodestack');
};

/**
 * What the window remembers belongs to its address, port and all: so the port is random the first time, and the same
 * again as long as it is free. Returns whether it was, because a port that is taken means that another window is open.
 */
const serve = async (startLoopback, folder, wanted) => {
  const files = join(root, 'out', 'renderer');
  const note = join(folder, 'port');
  if (wanted !== 0) return { server: await startLoopback(files, wanted), own: true };
  let last = 0;
  try {
    last = Number(readFileSync(note, 'utf8')) || 0;
  } catch {
    // The first start.
  }
  if (last > 1023 && last < 65_536) {
    try {
      return { server: await startLoopback(files, last), own: true };
    } catch {
      return { server: await startLoopback(files), own: false };
    }
  }
  const server = await startLoopback(files);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(note, new URL(server.address).port);
  } catch {
    // Nothing can be kept here; the next start takes another port.
  }
  return { server, own: true };
};

const profileFor = (folder, own) => {
  if (own) {
    try {
      const path = join(folder, 'browser');
      mkdirSync(path, { recursive: true, mode: 0o700 });
      return { path, temporary: false };
    } catch {
      // A home that cannot be written: a profile for this time only.
    }
  }
  return { path: mkdtempSync(join(tmpdir(), 'lodestack-browser-')), temporary: true };
};

const browserFlags = (address, profile) => [
  `--app=${address}`,
  `--user-data-dir=${profile}`,
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--window-size=1440,900',
  ...sandboxFlags(),
];

const ended = (child) => new Promise((finish) => child.once('exit', finish).once('error', () => finish(1)));

/** Ends a child of ours: politely first, and surely after three seconds. */
const end = async (child) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = ended(child);
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await gone;
  clearTimeout(timer);
};

/** Runs Electron until its window is closed. False where it could not start, so that the browser takes over. */
const runElectron = async (path) => {
  const began = Date.now();
  const child = spawn(path, ['.', ...sandboxFlags()], { cwd: root, stdio: ['ignore', 'inherit', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (text) => {
    complaint = `${complaint}${text}`.slice(-2_000);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => end(child).then(() => process.exit(0)));
  whenOrphaned(() => end(child).then(() => process.exit(0)));
  const code = await ended(child);
  if (code !== 0 && Date.now() - began < 10_000) {
    const lines = complaint.trim().split('\n');
    return lines.find((line) => /FATAL|error/i.test(line)) ?? lines.at(-1) ?? `code ${code}`;
  }
  process.exit(code ?? 0);
};

/**
 * npm hands a signal to the shell between us and it, and that shell dies without a word. So, started by npm, we go when
 * our parent has gone; or else a stopped `npm start` would leave its server and its window behind.
 */
const whenOrphaned = (leave) => {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) leave();
  }, 500).unref();
};

const runBrowser = async ({ open, port }, opening) => {
  const { startLoopback } = await import(pathToFileURL(join(root, 'out', 'main', 'loopback.js')).href);
  const browser = opening ? findBrowser() : undefined;
  const folder = keptFolder(browser);
  const { server, own } = await serve(startLoopback, folder, port).catch((error) =>
    stop(1, `Port ${port} cannot be used: ${error.message}.`),
  );
  let child;
  let profile;
  let leaving = false;
  const leave = async (code) => {
    if (leaving) return;
    leaving = true;
    if (child) await end(child);
    await server.close();
    if (profile?.temporary) rmSync(profile.path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => leave(0));
  whenOrphaned(() => leave(0));
  console.log(`Lodestack: ${server.address}  (Ctrl-C ends it)`);
  if (!open) return;
  if (!opening) return console.log('There is no display here: open that address in a browser on this machine.');
  if (!browser) return console.log('No Chrome or Chromium was found: open that address in any browser.');
  profile = profileFor(folder, own);
  const began = Date.now();
  child = spawn(browser, browserFlags(server.address, profile.path), { stdio: 'ignore' });
  const code = await ended(child);
  if (leaving) return;
  if (Date.now() - began > 3_000) await leave(0);
  else console.log(`${browser} opened no window (code ${code}): open that address in any browser.`);
};

const options = readArguments();
if (options.help) {
  console.log(help);
  process.exit(0);
}
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  stop(1, `Lodestack needs Node 20.19 or later; this is ${process.versions.node}.`);
if (!existsSync(join(root, 'node_modules', 'electron-vite')))
  stop(1, 'The packages are not installed: run npm ci first.');
if (!ensureBuilt(() => console.log('Building the window…')))
  stop(1, 'The window could not be built; the reason stands above.');

const display = hasDisplay();
if (display && options.open && !options.browser && options.port === 0) {
  const electron = await electronBinary(() => console.log("Fetching Electron's binary, once…"));
  const reason = electron.path ? await runElectron(electron.path) : electron.reason;
  console.log(
    `No desktop window, because Electron's binary cannot be used here (${reason}): using the browser instead.`,
  );
} else if (!options.browser && options.open && options.port === 0) {
  console.log('No desktop window, because there is no display: serving the same window for a browser.');
}
await runBrowser(options, display && options.open);
