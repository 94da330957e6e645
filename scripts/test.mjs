// `npm test`: everything that must hold, in one command. The last line counts the tests: "N passed, N failed".
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './installBrowser.mjs';
import { lastLines, readEndToEnd, readUnit } from './testReports.mjs';

const root = resolve(import.meta.dirname, '..');
// Not below test-results: Playwright empties that folder when it starts.
const reports = join(root, '.cache', 'reports');
const longestStep = 20 * 60 * 1000;

const help = `Runs every check.

  npm test                            all of them
  npm test -- --only unit             some of them: types, lint, imports, unit, build, e2e
                                      (separated by commas)
  npm run test:late                   end to end, with every frame and worker 150 ms late
  npm run test:soak                   the long runs: 1,500 kills during a save, the whole fault matrix

LODESTACK_BROWSER names the Chrome or Chromium to use.`;

const packagePath = (...parts) => join(root, 'node_modules', ...parts);
const script = (name) => join(root, 'scripts', name);

/** What is run, in the order in which it is told. `counts` reads the report of a step that counts tests. */
const steps = {
  types: { command: [script('types.mjs')] },
  lint: { command: [packagePath('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'] },
  imports: { command: [script('importTable.mjs')] },
  build: { command: [script('build.mjs')] },
  unit: {
    command: [
      packagePath('vitest', 'vitest.mjs'),
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${join(reports, 'unit.json')}`,
    ],
    counts: () => readUnit(JSON.parse(readFileSync(join(reports, 'unit.json'), 'utf8'))),
  },
  e2e: {
    command: [packagePath('@playwright', 'test', 'cli.js'), 'test', '--reporter=line,json'],
    environment: () => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'e2e.json'), LODESTACK_LATE: options.late }),
    counts: () => readEndToEnd(JSON.parse(readFileSync(join(reports, 'e2e.json'), 'utf8'))),
  },
};

/**
 * Steps of one lane run one after the other, lanes of one stage side by side, stages one after the other: two cores are
 * kept busy, and the end-to-end tests have them to themselves.
 */
const stages = [[['types'], ['lint', 'imports', 'build']], [['unit']], [['e2e']]];

const seconds = (began) => `${((performance.now() - began) / 1000).toFixed(1)} s`;
const children = new Set();

const run = ({ command, environment }) =>
  new Promise((finish) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      env: { ...process.env, ...environment?.(), FORCE_COLOR: '0', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.add(child);
    const output = [];
    child.stdout.on('data', (text) => output.push(text));
    child.stderr.on('data', (text) => output.push(text));
    const timer = setTimeout(() => child.kill('SIGKILL'), longestStep);
    const done = (code) => {
      clearTimeout(timer);
      children.delete(child);
      finish({ code, output: Buffer.concat(output).toString('utf8') });
    };
    child.once('error', () => done(1));
    child.once('close', done);
  });

const runStep = async (name) => {
  const step = steps[name];
  const began = performance.now();
  const { code, output } = await run(step);
  let counts;
  try {
    counts = step.counts?.();
  } catch {
    // No report: the step broke down before it could count.
  }
  const broken = code !== 0 || (step.counts !== undefined && counts === undefined);
  const passed = counts?.passed ?? 0;
  // A step that fails is never told as 0 failed.
  const failed = Math.max(counts?.failed ?? 0, broken ? 1 : 0);
  const skipped = counts?.skipped ?? [];
  const figures = counts ? `  ${passed} passed, ${failed} failed, ${skipped.length} skipped` : '';
  console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(8)} ${seconds(began).padStart(8)}${figures}`);
  for (const title of skipped) console.log(`    skipped: ${title}`);
  if (failed > 0) console.log(`${output.trim().replaceAll(/^/gm, '    ')}\n`);
  // A step without a report, or that broke down beside its tests, ends with what is wrong.
  const told = counts?.failures ?? [];
  const failures = failed > 0 && told.length === 0 ? [{ title: name, message: lastLines(output) }] : told;
  return { passed, failed, failures };
};

const runLane = async (names) => {
  const results = [];
  for (const name of names) results.push(await runStep(name));
  return results;
};

const readArguments = () => {
  try {
    const { values } = parseArgs({
      options: {
        help: { type: 'boolean', short: 'h' },
        only: { type: 'string', multiple: true },
        late: { type: 'string', default: '0' },
      },
    });
    const only = values.only?.flatMap((list) => list.split(',')) ?? Object.keys(steps);
    const unknown = only.filter((name) => !Object.hasOwn(steps, name));
    if (unknown.length > 0) throw new Error(`There is no check named ${unknown.join(', ')}`);
    if (!/^\d+$/.test(values.late)) throw new Error('--late takes milliseconds');
    return { help: values.help, only: new Set(only), late: values.late };
  } catch (error) {
    console.error(`${error.message}. See: npm test -- --help`);
    return process.exit(2);
  }
};

const options = readArguments();
if (options.help) {
  console.log(help);
  process.exit(0);
}
if (!existsSync(packagePath('vitest'))) {
  console.error('The packages are not installed: run npm ci first.');
  process.exit(1);
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of children) child.kill('SIGTERM');
    process.exit(130);
  });
}
// The end-to-end tests look at what is built.
if (options.only.has('e2e')) options.only.add('build');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const began = performance.now();
const results = [];
if (options.only.has('e2e')) {
  const browser = ensureBrowser();
  if (browser.path) console.log(`Browser: ${browser.path}`);
  else {
    console.log(`✗ e2e: ${browser.reason}`);
    options.only.delete('e2e');
    results.push({ passed: 0, failed: 1, failures: [{ title: 'e2e', message: browser.reason }] });
  }
}
for (const stage of stages) {
  const lanes = stage.map((lane) => lane.filter((name) => options.only.has(name)));
  results.push(...(await Promise.all(lanes.map(runLane))).flat());
}
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
// Once more at the end, which is all that some who look at a build machine's output get to see.
for (const { title, message } of results.flatMap(({ failures }) => failures))
  console.log(`\n✗ ${title}\n${message.replaceAll(/^/gm, '    ')}`);
console.log(`All in ${seconds(began)}.`);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exit(total('failed') > 0 ? 1 : 0);
