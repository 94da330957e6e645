import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import type { ThemeName } from '../../src/core/scene/scene.ts';
import { startLoopback } from '../../src/main/loopback.ts';
import { findBrowser, sandboxFlags } from '../findBrowser.mjs';
import type { Shot, WindowSize } from './shot.ts';

const fullSize: WindowSize = { width: 1440, height: 900 };

/** How pictures of the window are taken. */
export interface Camera {
  /** The folder of the built window. */
  readonly built: string;
  /** The folder that the pictures go into. */
  readonly folder: string;
  /** Another size of window than each picture's own. */
  readonly size?: WindowSize | undefined;
}

/** Takes them in their themes, each in a window of its own; tells on the console which, and answers whether all could be taken. */
export async function takePictures(shots: readonly Shot[], { built, folder, size }: Camera): Promise<boolean> {
  const executablePath = findBrowser();
  const server = await startLoopback(built);
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...sandboxFlags(), '--disable-gpu', '--disable-background-networking'],
  });
  let all = true;
  for (const shot of shots) {
    for (const theme of shot.themes ?? (['light', 'dark'] as const)) {
      const file = join(folder, `window-${shot.name}-${theme}.png`);
      try {
        await take(browser, server.address, { ...shot, size: size ?? shot.size ?? fullSize }, theme, file);
        console.log(file);
      } catch (error) {
        // The others are taken all the same.
        all = false;
        console.error(`Not taken: ${file}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
      }
    }
  }
  await browser.close();
  await server.close();
  return all;
}

async function take(
  browser: Browser,
  address: string,
  { size, before, prepare }: Shot & { readonly size: WindowSize },
  theme: ThemeName,
  path: string,
): Promise<void> {
  const context = await browser.newContext({ viewport: size, colorScheme: theme, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    await before?.(page);
    await page.goto(address);
    await page.locator('.scene-node, .start-failure').first().waitFor();
    await prepare?.(page);
    // Opacity and the view come to rest.
    await page.waitForTimeout(900);
    await page.screenshot({ path });
  } finally {
    await context.close();
  }
}
