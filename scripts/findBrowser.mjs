// Finds a Chromium or Chrome on this machine, without asking anyone. Used by `npm start`, `npm test` and Playwright.
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const namesOnPath =
  process.platform === 'win32'
    ? ['chrome.exe', 'chromium.exe', 'msedge.exe']
    : ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const usualPlaces = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    if (!folder) return [];
    return [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ];
  }),
  linux: ['/usr/bin/chromium', '/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'],
};

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

const onPath = () =>
  (process.env.PATH ?? '').split(delimiter).flatMap((folder) => namesOnPath.map((name) => join(folder, name)));

/** What `npx playwright install chromium` put down: the one that this Playwright asks for, or an older one beside it. */
const fromPlaywright = () => {
  const found = [];
  try {
    const { chromium } = createRequire(import.meta.url)('@playwright/test');
    found.push(chromium.executablePath());
  } catch {
    // Playwright is not installed: the other places are looked at.
  }
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
  if (existsSync(cache)) {
    for (const folder of readdirSync(cache).filter((name) => name.startsWith('chromium-'))) {
      found.push(join(cache, folder, 'chrome-linux64', 'chrome'), join(cache, folder, 'chrome-linux', 'chrome'));
    }
  }
  return found;
};

/** The path of a browser, or undefined. LODESTACK_BROWSER decides where it is set: a wrong value finds nothing. */
export function findBrowser() {
  const chosen = process.env.LODESTACK_BROWSER;
  if (chosen) return isProgram(chosen) ? chosen : undefined;
  return [...onPath(), ...(usualPlaces[process.platform] ?? usualPlaces.linux), ...fromPlaywright()].find(isProgram);
}

/** Chromium refuses to run as root inside its own sandbox; for any other user the sandbox stays on. */
export const sandboxFlags = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

if (process.argv[1] === import.meta.filename) {
  const browser = findBrowser();
  console.log(browser ?? 'No Chrome or Chromium was found.');
  process.exit(browser ? 0 : 1);
}
