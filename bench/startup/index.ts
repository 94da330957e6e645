/**
 * From opening the address to the first lit map: `npm run build && npx tsx bench/startup/index.ts [runs]`. The peer in the
 * same run is the smallest page that the same browser and server can show, so that the difference is ours.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type BrowserContext, chromium } from '@playwright/test';
import { findBrowser, sandboxFlags } from '../../scripts/findBrowser.mjs';
import { startLoopback } from '../../src/main/loopback.ts';

const runs = Math.max(5, Number(process.argv[2] ?? 9) || 9);
const sentence = 'We record support calls in Spanish and want to know in English what people complain about';

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Milliseconds from opening `address` in a new tab until `selector` is on the page. */
async function opening(context: BrowserContext, address: string, selector: string): Promise<number> {
  const page = await context.newPage();
  const began = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForSelector(selector, { state: 'attached' });
  const took = performance.now() - began;
  await page.close();
  return took;
}

async function measure(context: BrowserContext, address: string, selector: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await opening(context, address, selector));
  return times;
}

const line = (name: string, times: readonly number[]): string =>
  [name.padEnd(40), median(times), Math.min(...times), Math.max(...times)]
    .map((cell) => (typeof cell === 'number' ? `${cell.toFixed(0)} ms`.padStart(9) : cell))
    .join('');

const folder = mkdtempSync(join(tmpdir(), 'lodestack-bench-'));
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Peer</title><p id="peer">Hello');
const ours = await startLoopback(resolve(import.meta.dirname, '../../out/renderer'));
const peer = await startLoopback(folder);
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [...sandboxFlags(), '--disable-gpu'],
});
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const empty = await measure(context, peer.address, '#peer');
  const map = await measure(context, ours.address, 'body[data-ready="map"]');
  // The window remembers its need; from here on it opens with a lit map.
  const page = await context.newPage();
  await page.goto(ours.address);
  await page.locator('textarea').first().fill(sentence);
  await page.waitForFunction(() => (localStorage.getItem('lodestack.state') ?? '').includes('support calls'));
  await page.close();
  const lit = await measure(context, ours.address, 'body[data-ready="map"]');
  console.log(`Start-up in Chromium ${browser.version()}, ${runs} runs each${' '.repeat(3)}median      min      max`);
  console.log(line('  an empty page (the peer)', empty));
  console.log(line('  the window, first map', map));
  console.log(line('  the window, lit map of the last need', lit));
} finally {
  await browser.close();
  await ours.close();
  await peer.close();
  rmSync(folder, { recursive: true, force: true });
}
