/**
 * The canvas beside a plain React Flow page and Excalidraw's package, with the same nodes, edges and gestures in one run:
 * `npm run bench canvas [nodes …]`. Frames are not held to the screen's rhythm, so that what a frame costs shows below 16 ms too.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { findBrowser, sandboxFlags } from '../../scripts/findBrowser.mjs';
import { formatMs, printTable } from '../measure.ts';
import { dragGesture, farPanGesture, panGesture, zoomGesture } from './gestures.ts';

const here = import.meta.dirname;
const peers = join(here, 'peers');
const counts = process.argv.slice(2).map(Number).filter(Boolean);
const sizes = counts.length > 0 ? counts : [200, 1000, 5000];
/** A page that shows nothing for so long is left, ms. */
const mostOpening = 60_000;
const viewport = { width: 1440, height: 900 };

/** Excalidraw is large, so it is no dependency of the product; without a network the bench goes on without it. */
function hasExcalidraw(): boolean {
  if (existsSync(join(peers, 'node_modules/@excalidraw/excalidraw'))) return true;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  console.log('Installing Excalidraw for the bench (bench/canvas/peers) …');
  const run = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: peers, stdio: 'ignore' });
  if (run.status !== 0) console.log('Excalidraw cannot be installed here: it is left out.');
  return run.status === 0;
}

const pages = [
  { name: 'lodestack', file: 'pages/lodestack.html', query: '', checksDrag: true },
  { name: 'React Flow', file: 'pages/reactFlow.html', query: '', checksDrag: true },
  { name: 'React Flow, only visible', file: 'pages/reactFlow.html', query: '&only-visible', checksDrag: true },
  ...(hasExcalidraw() ? [{ name: 'Excalidraw', file: 'peers/excalidraw.html', query: '', checksDrag: false }] : []),
];

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

async function serve(folder: string): Promise<{ readonly address: string; readonly close: () => void }> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    try {
      const body = await readFile(join(folder, pathname));
      response.writeHead(200, { 'content-type': types[extname(pathname)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}

const sorted = (times: readonly number[]) => [...times].sort((left, right) => left - right);
const quantile = (times: readonly number[], share: number): number =>
  sorted(times)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
/** Mean and 95th percentile: a canvas that paints seldom but long is not smooth. */
const frames = (times: readonly number[]): string =>
  `${formatMs(times.reduce((sum, time) => sum + time, 0) / times.length)} / ${formatMs(quantile(times, 0.95))}`;

interface PlacedPage {
  readonly placeOfNode: (index: number) => { readonly x: number; readonly y: number } | undefined;
}

async function measure(browser: Browser, address: string, page: (typeof pages)[number], nodes: number) {
  const tab = await browser.newPage({ viewport });
  const problems: string[] = [];
  tab.on('pageerror', (error) => problems.push(error.message));
  try {
    await tab.goto(`${address}/${page.file}?nodes=${nodes}${page.query}`);
    try {
      await tab.waitForSelector('body[data-ready]', { state: 'attached', timeout: mostOpening });
    } catch {
      return { page: page.name, 'first picture': `over ${mostOpening / 1000} s` };
    }
    const opened = Number(await tab.getAttribute('body', 'data-ready'));
    await tab.waitForTimeout(1500);
    const cdp = await tab.context().newCDPSession(tab);
    await cdp.send('HeapProfiler.collectGarbage');
    await cdp.send('Performance.enable');
    const { metrics } = await cdp.send('Performance.getMetrics');
    const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
    const gesture = async (text: string) => {
      const times = (await tab.evaluate(text)) as number[];
      await tab.waitForTimeout(400);
      return frames(times);
    };
    const pan = await gesture(panGesture);
    const zoom = await gesture(zoomGesture);
    const index = Math.floor(nodes / 2) + 2;
    const place = await tab.evaluate((at) => (globalThis as unknown as PlacedPage).placeOfNode(at), index);
    if (place === undefined) throw new Error(`${page.name} shows no node ${index}.`);
    const drag = await gesture(dragGesture(place.x, place.y));
    // A drag that moved nothing would be a quick one.
    const after = await tab.evaluate((at) => (globalThis as unknown as PlacedPage).placeOfNode(at), index);
    const isMoved = after !== undefined && Math.hypot(after.x - place.x, after.y - place.y) > 2;
    if (page.checksDrag && !isMoved) throw new Error(`The drag moved nothing in ${page.name}.`);
    if (problems.length > 0) throw new Error(`${page.name}: ${problems.join('; ')}`);
    const far = await gesture(farPanGesture);
    return {
      page: page.name,
      'first picture': formatMs(opened),
      'pan, all in view': pan,
      zoom,
      'drag one node': drag,
      'pan out of view': far,
      'heap MB': Math.round(metric('JSHeapUsedSize') / 1e5) / 10,
      'DOM nodes': Math.round(metric('Nodes')),
      dragged:
        after && Math.hypot(after.x - place.x, after.y - place.y) > 2 ? 'yes' : page.name === 'React Flow' ? 'NO' : '-',
      errors: problems.length,
    };
  } finally {
    await tab.close();
  }
}

const out = mkdtempSync(join(tmpdir(), 'lodestack-canvas-bench-'));
await build({
  configFile: false,
  logLevel: 'error',
  root: here,
  plugins: [react()],
  define: { 'process.env.IS_PREACT': '"false"' },
  build: {
    outDir: out,
    emptyOutDir: true,
    chunkSizeWarningLimit: 20_000,
    rolldownOptions: { input: [...new Set(pages.map(({ file }) => resolve(here, file)))] },
  },
});
const server = await serve(out);
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [...sandboxFlags(), '--disable-gpu', '--disable-frame-rate-limit', '--disable-gpu-vsync'],
});
try {
  console.log(
    `Chromium ${browser.version()}, ${viewport.width}x${viewport.height}, painted by software; ms a frame: mean / 95th percentile`,
  );
  for (const nodes of sizes) {
    const rows = [];
    for (const page of pages) rows.push(await measure(browser, server.address, page, nodes));
    console.log(`\n${nodes.toLocaleString('en')} nodes`);
    printTable(rows);
  }
} finally {
  await browser.close();
  server.close();
  rmSync(out, { recursive: true, force: true });
}
