import { expect, it } from 'vitest';
import { lastLines, readEndToEnd, readUnit } from '../../scripts/testReports.mjs';

it('tells what failed in units and why, a file that could not be loaded included', () => {
  const report = {
    numPassedTests: 1,
    numFailedTests: 1,
    testResults: [
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [
          { fullName: 'adds', status: 'passed', failureMessages: [] },
          { fullName: 'takes away', status: 'failed', failureMessages: ['\u001b[31mexpected 1 to be 2\u001b[39m'] },
          { fullName: 'divides', status: 'skipped', failureMessages: [] },
        ],
      },
      { name: 'b.test.ts', status: 'failed', message: 'Cannot find c', assertionResults: [] },
    ],
  };
  expect(readUnit(report)).toEqual({
    passed: 1,
    failed: 2,
    skipped: ['divides'],
    failures: [
      { title: 'takes away', message: 'expected 1 to be 2' },
      { title: 'b.test.ts', message: 'Cannot find c' },
    ],
  });
});

it('tells what failed end to end, with all that a test found wrong, cut where it is long', () => {
  const spec = (title: string, status: string, errors: readonly object[]) => ({
    title,
    file: 'a.spec.ts',
    line: 7,
    tests: [{ status, results: [{ errors }] }],
  });
  const long = Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n');
  const report = {
    errors: [],
    stats: { expected: 1, unexpected: 1, flaky: 1 },
    suites: [
      {
        specs: [spec('opens', 'expected', [])],
        suites: [
          {
            specs: [
              spec('saves', 'unexpected', [{ message: 'not saved' }, { message: long }]),
              spec('closes', 'flaky', [{ value: 'thrown' }]),
              spec('is left out', 'skipped', []),
            ],
          },
        ],
      },
    ],
  };
  const { failures, ...counts } = readEndToEnd(report);
  expect(counts).toEqual({ passed: 1, failed: 2, skipped: ['is left out'] });
  expect(failures.map(({ title }) => title)).toEqual(['a.spec.ts:7 saves', 'a.spec.ts:7 closes']);
  expect(failures[0]?.message).toMatch(/^not saved\nline 0\n[\s\S]*line 29\n…$/);
  expect(failures[1]?.message).toBe('thrown');
});

it('tells the end of what a step printed that has no report', () => {
  const long = Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n');
  expect(lastLines(`${long}\n\u001b[31mwrong\u001b[39m\n`)).toMatch(/^line 11\n[\s\S]*line 39\nwrong$/);
});
