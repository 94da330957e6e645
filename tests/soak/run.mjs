// `npm run test:soak`: every promise about data in full, and at the end one table of what ran, at what size, and what it found.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from '../../scripts/installBrowser.mjs';
import { rows, rowsOf } from './rows.mjs';

const root = resolve(import.meta.dirname, '..', '..');
const reports = join(root, '.cache', 'soak');
const built = join(reports, 'built');
const longestStep = 90 * 60 * 1000;

const help = `Runs every promise about data in full (docs/reliability.md).

  npm run test:soak                   all of them: under half an hour on two quiet cores
  npm run test:soak -- --only 1,10    some of them, by the numbers of their rows

LODESTACK_SEED repeats a run; LODESTACK_BROWSER names the Chrome or Chromium to use.`;

const packagePath = (...parts) => join(root, 'node_modules', ...parts);

const readArguments = () => {
  try {
    const { values } = parseArgs({
      options: { help: { type: 'boolean', short: 'h' }, only: { type: 'string', multiple: true } },
    });
    const numbers = values.only?.flatMap((list) => list.split(',')).map(Number);
    const unknown = numbers?.filter((number) => !rows.some(({ row }) => row === number)) ?? [];
    if (unknown.length > 0) throw new Error('There is no such row here');
    return { help: values.help, chosen: rows.filter(({ row }) => numbers?.includes(row) ?? true) };
  } catch (error) {
    console.error(`${error.message}. See: npm run test:soak -- --help`);
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

const seed = process.env.LODESTACK_SEED ?? String(Date.now() % 1_000_000);
const children = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of children) child.kill('SIGTERM');
    process.exit(130);
  });
}

/** Runs a program of a package on the terminal; whether it ended well. */
const run = (command, environment = {}) =>
  new Promise((finish) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      env: { ...process.env, LODESTACK_SEED: seed, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    children.add(child);
    const timer = setTimeout(() => child.kill('SIGKILL'), longestStep);
    const done = (code) => {
      clearTimeout(timer);
      children.delete(child);
      finish(code === 0);
    };
    child.once('error', () => done(1));
    child.once('close', done);
  });

/** What every test came to: `{file, name, outcome, seconds, figure}`. */
const outcomes = [];
/** What broke apart from any test, in words. */
const broken = [];

const fileOf = (path) => relative(root, path).replaceAll('\\', '/');

const runUnit = async (files) => {
  const report = join(reports, 'unit.json');
  const well = await run([
    packagePath('vitest', 'vitest.mjs'),
    'run',
    '--config',
    'vitest.soak.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...files,
  ]);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  for (const { name: path, status, assertionResults } of testResults) {
    if (status === 'failed' && assertionResults.length === 0) broken.push(`${fileOf(path)} could not be loaded`);
    for (const { fullName, status: outcome, duration, meta } of assertionResults)
      outcomes.push({
        file: fileOf(path),
        name: fullName,
        outcome: ['passed', 'failed'].includes(outcome) ? outcome : 'skipped',
        seconds: (duration ?? 0) / 1000,
        figure: meta?.figure,
      });
  }
  return well;
};

const specsOf = (suite, above = '') => {
  const name = `${above} ${suite.title}`;
  return [
    ...(suite.specs ?? []).map((spec) => ({ ...spec, fullName: `${name} ${spec.title}` })),
    ...(suite.suites ?? []).flatMap((inner) => specsOf(inner, name)),
  ];
};

const runBrowser = async (files) => {
  const browser = ensureBrowser();
  if (!browser.path) throw new Error(browser.reason);
  // A build of its own, which nobody builds anew in the middle of the run.
  const builder = packagePath('electron-vite', 'bin', 'electron-vite.js');
  if (!(await run([builder, 'build', '--logLevel', 'warn', '--outDir', built]))) throw new Error('It does not build');
  const report = join(reports, 'browser.json');
  const command = [packagePath('@playwright', 'test', 'cli.js'), 'test', '--config', 'tests/soak/playwright.config.ts'];
  const well = await run([...command, '--reporter=list,json', ...files], {
    LODESTACK_BUILT: built,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  const { suites, errors } = JSON.parse(readFileSync(report, 'utf8'));
  for (const { message } of errors) broken.push(message);
  for (const { file, fullName, tests } of suites.flatMap((suite) => specsOf(suite)))
    for (const { status, results, annotations } of tests)
      outcomes.push({
        file: `tests/soak/${file}`,
        name: fullName,
        outcome: status === 'expected' ? 'passed' : status === 'skipped' ? 'skipped' : 'failed',
        seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
        figure: annotations.find(({ type }) => type === 'figure')?.description,
      });
  return well;
};

const runHalf = async (name, half, files) => {
  if (files.length === 0) return;
  try {
    if (!(await half(files)) && !outcomes.some(({ outcome }) => outcome === 'failed'))
      broken.push(`${name} broke down`);
  } catch (error) {
    broken.push(`${name} broke down: ${error.message}`);
  }
};

const began = performance.now();
console.log(`Seed ${seed}: LODESTACK_SEED=${seed} repeats this run.`);
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const files = [...new Set(options.chosen.flatMap(({ tests }) => tests.map(({ file }) => file)))];
const isSpec = (file) => file.endsWith('.spec.ts');
await runHalf(
  'What needs no browser',
  runUnit,
  files.filter((file) => !isSpec(file)),
);
await runHalf('What needs a browser', runBrowser, files.filter(isSpec));

const count = (tests, outcome) => tests.filter((test) => test.outcome === outcome).length;

/** What was not run of a row, each with what it needs: the name says so in brackets. */
const missingIn = (tests) => {
  const needs = new Map();
  for (const { name } of tests.filter(({ outcome }) => outcome === 'skipped')) {
    const why = /\((needs [^)]*)\)/.exec(name)?.[1] ?? 'it says why beside its test';
    needs.set(why, (needs.get(why) ?? 0) + 1);
  }
  return [...needs].map(([why, skipped]) => `${skipped} ${skipped === 1 ? 'case' : 'cases'}, ${why}`);
};

console.log('\nrow  promise                         passed  failed  skipped  seconds  what ran');
for (const { row, promise } of options.chosen) {
  const tests = outcomes.filter(({ file, name }) => rowsOf(file, name).some((proven) => proven.row === row));
  const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map((outcome) => count(tests, outcome));
  const spent = tests.reduce((sum, test) => sum + test.seconds, 0);
  if (tests.length === 0) broken.push(`no test of row ${row} ran`);
  const figures = tests.flatMap(({ figure }) => (figure === undefined ? [] : [figure]));
  const ran = tests.filter(({ outcome }) => outcome !== 'skipped');
  const cases = ran.length - figures.length;
  const found = [
    ...figures,
    ...(cases > 0 ? [`${cases} ${figures.length > 0 ? 'more ' : ''}${cases === 1 ? 'case' : 'cases'}`] : []),
    // A promise of which a part was not looked at is not kept by what was.
    ...missingIn(tests).map((why) => `NOT RUN on this machine: ${why}`),
  ];
  const cells = [
    String(row).padStart(3),
    promise.padEnd(30),
    String(passed).padStart(7),
    String(failed).padStart(7),
    String(skipped).padStart(8),
    spent.toFixed(1).padStart(8),
  ];
  for (const [index, words] of found.entries())
    console.log(`${(index === 0 ? cells.join(' ') : '').padEnd(69)}  ${words}`);
  if (found.length === 0) console.log(`${cells.join(' ')}  NOTHING`);
}
for (const { file, name } of outcomes.filter(({ outcome }) => outcome === 'skipped'))
  console.log(`NOT RUN on this machine: ${name.trim()} (${file})`);
for (const { file, name } of outcomes.filter(({ outcome }) => outcome === 'failed'))
  console.log(`✗ FAILED: ${name.trim()} (${file})`);
for (const words of broken) console.log(`✗ BROKEN: ${words}`);

const failures = count(outcomes, 'failed') + broken.length;
const minutes = (performance.now() - began) / 60_000;
console.log(`\nAll in ${minutes.toFixed(1)} min.`);
console.log(
  `${count(outcomes, 'passed')} passed, ${failures} failed, ${count(outcomes, 'skipped')} not run on this machine`,
);
process.exit(failures > 0 ? 1 : 0);
