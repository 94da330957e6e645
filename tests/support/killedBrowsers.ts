import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { findBrowser, sandboxFlags } from '../../scripts/findBrowser.mjs';

const flags = [
  '--headless',
  '--remote-debugging-port=0',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--window-size=1440,900',
];

/** A browser of our own making, with a profile that outlives it, so that it can be killed as a crash kills it. */
export interface MortalBrowser {
  readonly page: Page;
  /** Ends every process of it by signal 9, at once. */
  kill(): Promise<void>;
}

const until = async <Value>(look: () => Value | undefined, most = 30_000): Promise<Value> => {
  const end = performance.now() + most;
  for (let found = look(); ; found = look()) {
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error('The browser did not start');
    await new Promise((done) => setTimeout(done, 20));
  }
};

/** Kills a whole process group. */
const killGroup = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return resolve();
    child.once('exit', () => resolve());
    process.kill(-child.pid, 'SIGKILL');
  });

/** Starts a browser on a profile and opens the window in it. */
export async function startMortal(profile: string, address: string): Promise<MortalBrowser> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const program = findBrowser() ?? chromium.executablePath();
  const child = spawn(program, [...sandboxFlags(), ...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    // A group of its own: the browser is many processes.
    detached: true,
    stdio: 'ignore',
  });
  let browser: Browser | undefined;
  try {
    const port = await until(() => {
      const [first, second] = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n') : [];
      return second === undefined ? undefined : first;
    });
    browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const [context] = browser.contexts();
    if (!context) throw new Error('The browser has no window');
    const page = context.pages()[0] ?? (await context.newPage());
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(address);
    return {
      page,
      kill: async () => {
        await killGroup(child);
        await browser?.close().catch(() => undefined);
      },
    };
  } catch (error) {
    await killGroup(child);
    throw error;
  }
}

/** A profile in a temporary folder, and how to remove it. */
export function makeProfile(): { readonly profile: string; readonly remove: () => void } {
  const profile = mkdtempSync(join(tmpdir(), 'lodestack-profile-'));
  return { profile, remove: () => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

/** Shows the sketch; a window without one gets an empty page. */
export async function showSketch(page: Page): Promise<void> {
  const note = page.getByRole('button', { name: 'Add a note' });
  const empty = page.getByRole('button', { name: 'Start with an empty page' });
  await page.getByRole('radiogroup', { name: 'View' }).getByRole('radio', { name: 'Sketch' }).click();
  // What is brought back may take the place of the empty page just before the press, which then would wait for ever.
  await expect(async () => {
    await expect(note.or(empty).first()).toBeVisible();
    if (await empty.isVisible()) await empty.click({ timeout: 1_000 });
    await expect(note).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

/** Adds a note as a hand does. */
export async function addNote(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.keyboard.type(label);
  await page.keyboard.press('Enter');
}

/** What all parts of the shown page are called, as a copy of them says. */
export async function labelsOf(page: Page): Promise<readonly string[]> {
  await page.locator('#canvas').focus();
  await page.keyboard.press('Control+a');
  const text = await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    document.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
  if (text === '') return [];
  const clip: { readonly nodes: readonly { readonly label: string }[] } = JSON.parse(text);
  return clip.nodes.map(({ label }) => label);
}

/** The window has brought back what was not saved: nothing else is unsaved in one that was just started. It stays, the notice goes. */
export const broughtBack = (page: Page) => page.getByRole('img', { name: 'Not saved' });

/** Whether the browser keeps a backup in which this stands. */
export const isKept = (page: Page, words: string): Promise<boolean> =>
  page.evaluate(
    (wanted) =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open('lodestack', 1);
        opening.onerror = () => resolve(false);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('backups').objectStore('backups').getAll();
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result.some(({ text }) => String(text).includes(wanted)));
          };
        };
      }),
    words,
  );
