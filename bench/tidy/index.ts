/**
 * Large sketches in the window itself: a file of so many nodes is opened by the File menu's key, then the whole is tidied up.
 * Counted are the tasks of the page's thread, in CPU time, until the picture has settled and the backup is kept:
 * `npm run build && npm run bench tidy [--why] [nodes …]`. `--why` names the functions that the longest tasks spent their time in.
 */
import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser, sandboxFlags } from '../../scripts/findBrowser.mjs';
import { loadCatalogAt } from '../../src/cli/catalogFiles.ts';
import { writeDocument } from '../../src/core/document/writeDocument.ts';
import { startLoopback } from '../../src/main/loopback.ts';
import { installPickers, pick, putFile } from '../../tests/e2e/filesWorld.ts';
import { formatMs, printTable } from '../measure.ts';
import { doneIn, pageTasks, spentIn, type TraceEvent } from './longTasks.ts';
import { sketchOf } from './sketchOf.ts';

const asked = process.argv.slice(2);
const why = asked.includes('--why');
const counts = asked.map(Number).filter(Boolean);
const sizes = counts.length > 0 ? counts : [200, 1000, 5000];
/** A longer task is felt, ms. */
const longest = 50;
/** Nothing has happened for so long: it is over, ms. A backup is kept a second after a change. */
const quiet = 2_500;
const patience = 90_000;

const catalog = loadCatalogAt();
if (!catalog.ok) throw new Error('The catalogue cannot be read.');
const entries = catalog.value.entries.map(({ id }) => id).slice(0, 40);

/** Counts the questions to workers that are not answered, and tells when something last happened. */
const watchWorkers = () => {
  const busy = { open: 0, last: performance.now() };
  Object.assign(globalThis, { benchBusy: busy });
  const { postMessage, terminate } = Worker.prototype;
  const watched = new WeakSet<Worker>();
  const asked = new WeakMap<Worker, number>();
  // What is given up is not answered.
  Worker.prototype.terminate = function (this: Worker) {
    busy.open -= asked.get(this) ?? 0;
    terminate.call(this);
  };
  Worker.prototype.postMessage = function (this: Worker, ...message: unknown[]) {
    if (!watched.has(this)) {
      watched.add(this);
      this.addEventListener('message', () => {
        busy.open -= 1;
        asked.set(this, (asked.get(this) ?? 0) - 1);
        busy.last = performance.now();
      });
    }
    busy.open += 1;
    asked.set(this, (asked.get(this) ?? 0) + 1);
    busy.last = performance.now();
    Reflect.apply(postMessage, this, message);
  };
  new PerformanceObserver(() => {
    busy.last = performance.now();
  }).observe({ entryTypes: ['longtask', 'paint'] });
};

interface Busy {
  readonly open: number;
  readonly last: number;
}

/** Waits until nothing happens any more; false: a worker is still at it after all this time. */
const settled = (page: Page): Promise<boolean> =>
  page
    .waitForFunction(
      (least) => {
        const { open, last } = (globalThis as unknown as { benchBusy: Busy }).benchBusy;
        return open <= 0 && performance.now() - last > least;
      },
      quiet,
      { polling: 250, timeout: patience },
    )
    .then(
      () => true,
      () => false,
    );

type Row = {
  readonly nodes: string;
  readonly step: string;
  readonly done: string;
  readonly 'longest task': string;
  readonly 'tasks over 50 ms': number;
  readonly 'in them': string;
};

async function traced(
  browser: Browser,
  page: Page,
  nodes: number,
  step: string,
  work: () => Promise<number>,
): Promise<Row> {
  const categories = [
    'disabled-by-default-devtools.timeline',
    '__metadata',
    ...(why ? ['disabled-by-default-v8.cpu_profiler', 'devtools.timeline', 'blink', 'cc'] : []),
  ];
  await browser.startTracing(page, { categories });
  const done = await work();
  const isSettled = await settled(page);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const tasks = pageTasks(trace.traceEvents);
  const long = tasks.filter(({ ms }) => ms > longest);
  if (why)
    for (const task of long.slice(0, 12)) {
      console.log(`  ${step}, ${formatMs(task.ms)} ms: ${doneIn(task, trace.traceEvents, 12).join(', ')}`);
      console.log(`    ${spentIn(task, trace.traceEvents, 24).join(', ')}`);
    }
  return {
    nodes: nodes.toLocaleString('en'),
    step,
    done: `${formatMs(done)}${isSettled ? '' : ', and a worker goes on'}`,
    'longest task': formatMs(tasks[0]?.ms ?? 0),
    'tasks over 50 ms': long.length,
    'in them': formatMs(long.reduce((sum, { ms }) => sum + ms, 0)),
  };
}

async function measure(browser: Browser, address: string, nodes: number): Promise<readonly Row[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  // Functions that are sent to the page were compiled by tsx, which names them by this.
  await page.addInitScript('globalThis.__name = (value) => value');
  await installPickers(page);
  await page.addInitScript(watchWorkers);
  await page.goto(address);
  await page.waitForSelector('body[data-ready]', { state: 'attached' });
  const name = `bench-${nodes}.lodestack.json`;
  const sketch = sketchOf(nodes, entries);
  const lines = Object.values(sketch.pages).reduce((sum, { edges }) => sum + Object.keys(edges).length, 0);
  await putFile(page, name, writeDocument(sketch, 'bench'));
  await pick(page, name);
  await settled(page);
  const clock = () => page.evaluate(() => performance.now());
  const opening = await traced(browser, page, nodes, 'open', async () => {
    const began = await clock();
    await page.keyboard.press('Control+o');
    await page.waitForFunction((title) => document.title.startsWith(title), `bench-${nodes}`, { timeout: patience });
    // A large picture is made in slices, while the one before stands.
    await page.waitForFunction(
      (lines) => document.querySelector('.scene-canvas')?.getAttribute('data-edges') === lines,
      String(lines),
      { timeout: patience },
    );
    // Painted in slices it is on the canvas a little later.
    await page.waitForFunction(
      () =>
        new Promise((told) =>
          requestAnimationFrame(() =>
            requestAnimationFrame(() => told(document.querySelector('[data-waiting]') === null)),
          ),
        ),
    );
    // The frame after the one that shows it.
    await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))));
    return (await clock()) - began;
  });
  const tidying = await traced(browser, page, nodes, 'tidy', async () => {
    const began = await clock();
    // Not by its role: the look for that is a long task of its own.
    await page.locator('[aria-label="Tidy up"]').click();
    const isDone = await page
      .waitForFunction(() => document.title.startsWith('•'), undefined, { timeout: 2 * patience })
      .catch(() => undefined);
    return isDone ? (await clock()) - began : Number.NaN;
  });
  await context.close();
  return [opening, tidying];
}

const served = await startLoopback(process.env.LODESTACK_WINDOW ?? resolve(import.meta.dirname, '../../out/renderer'));
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [...sandboxFlags(), '--disable-gpu'],
});
try {
  console.log(`Chromium ${browser.version()}; tasks of the page's thread in ms of its CPU time; done: ms by the clock`);
  const rows: Row[] = [];
  for (const nodes of sizes) rows.push(...(await measure(browser, served.address, nodes)));
  printTable(rows);
} finally {
  await browser.close();
  await served.close();
}
