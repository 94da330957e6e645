import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
let folder = '';
const running: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lodestack-start-'));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A browser that writes down how it was called and stays until it is ended, or for `seconds`. */
const fakeBrowser = (seconds: number): string => {
  const path = join(folder, 'browser');
  writeFileSync(path, `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/called'\nexec sleep ${seconds}\n`);
  chmodSync(path, 0o755);
  return path;
};

const start = (flags: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), ...flags], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', HOME: folder, XDG_STATE_HOME: join(folder, 'state'), ...environment },
  });
  running.push(child);
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    text += String(chunk);
  });
  const ended = new Promise<number | null>((finish) => child.once('close', finish));
  const address = async (): Promise<string> => {
    await expect.poll(() => text, { timeout: 60_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);
    return /http:\/\/127\.0\.0\.1:\d+\//.exec(text)?.[0] ?? '';
  };
  return { child, ended, address, text: () => text };
};

const called = (): string[] => {
  const path = join(folder, 'called');
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
};

describe.skipIf(process.platform === 'win32')('npm start', { timeout: 90_000 }, () => {
  it('tells how it is used, and refuses what it does not know', async () => {
    const help = start(['--help']);
    expect(await help.ended).toBe(0);
    expect(help.text()).toContain('--no-open');
    const unknown = start(['--nonsense']);
    expect(await unknown.ended).toBe(2);
    expect(unknown.text()).toMatch(/^Unknown option '--nonsense'.*--help\n$/s);
    const port = start(['--port', '70000']);
    expect(await port.ended).toBe(2);
  });

  it('serves the window and opens nothing with --no-open, and ends on a signal', async () => {
    const app = start(['--no-open'], { DISPLAY: ':0', LODESTACK_BROWSER: fakeBrowser(60) });
    const answer = await fetch(await app.address());
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<!doctype html>');
    app.child.kill('SIGINT');
    expect(await app.ended).toBe(0);
    expect(called()).toEqual([]);
    await expect(fetch(await app.address())).rejects.toThrow();
  });

  it('says in one line that there is no display, and prints the address', async () => {
    const app = start([]);
    await app.address();
    await expect.poll(app.text).toMatch(/There is no display here/);
    expect(app.text().match(/No desktop window/g)).toHaveLength(1);
    app.child.kill('SIGTERM');
    expect(await app.ended).toBe(0);
  });

  it('opens the address in app mode, with a profile of its own, and takes the browser with it', async () => {
    const app = start(['--browser'], { DISPLAY: ':0', LODESTACK_BROWSER: fakeBrowser(60) });
    const address = await app.address();
    await expect.poll(called).toContain(`--app=${address}`);
    expect(called()).toContain(`--user-data-dir=${join(folder, 'state', 'lodestack', 'browser')}`);
    expect(called().includes('--no-sandbox')).toBe(process.getuid?.() === 0);
    app.child.kill('SIGINT');
    expect(await app.ended).toBe(0);
  });

  it('ends when the window is closed', async () => {
    const app = start(['--browser'], { DISPLAY: ':0', LODESTACK_BROWSER: fakeBrowser(4) });
    await app.address();
    expect(await app.ended).toBe(0);
  });

  it('goes on serving when the browser opens no window', async () => {
    const app = start(['--browser'], { DISPLAY: ':0', LODESTACK_BROWSER: fakeBrowser(0) });
    const address = await app.address();
    await expect.poll(app.text).toMatch(/opened no window/);
    expect((await fetch(address)).status).toBe(200);
    app.child.kill('SIGTERM');
    expect(await app.ended).toBe(0);
  });

  it('takes the same port again, so that the window finds what it remembered, and another while that is taken', async () => {
    const first = start(['--no-open']);
    const address = await first.address();
    const beside = start(['--no-open']);
    expect(await beside.address()).not.toBe(address);
    for (const app of [first, beside]) {
      app.child.kill('SIGINT');
      await app.ended;
    }
    const again = start(['--no-open']);
    expect(await again.address()).toBe(address);
    again.child.kill('SIGINT');
    expect(await again.ended).toBe(0);
  });

  it('goes when the shell that npm put before it is killed', async () => {
    // The colon keeps the shell from becoming the program itself.
    const script = `'${process.execPath}' '${join(root, 'scripts/start.mjs')}' --no-open; :`;
    const shell = spawn('sh', ['-c', script], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', HOME: folder, npm_lifecycle_event: 'start' },
    });
    running.push(shell);
    let text = '';
    shell.stdout.on('data', (chunk) => {
      text += String(chunk);
    });
    await expect.poll(() => text, { timeout: 60_000 }).toMatch(/http:/);
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(text)?.[0] ?? '';
    expect((await fetch(address)).status).toBe(200);
    shell.kill('SIGKILL');
    const answers = () => fetch(address).then(Boolean, () => false);
    await expect.poll(answers, { timeout: 5_000 }).toBe(false);
  });

  it('names the port that it cannot have', async () => {
    const first = start(['--no-open']);
    const { port } = new URL(await first.address());
    const second = start(['--no-open', '--port', port]);
    expect(await second.ended).toBe(1);
    expect(second.text()).toContain(`Port ${port} cannot be used`);
  });
});
