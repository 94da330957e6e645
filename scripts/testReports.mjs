// What vitest and Playwright write about their tests, read into one shape: how many passed, and what failed and why.
import { stripVTControlCharacters } from 'node:util';

/** A message longer than this is cut: it is for the end of a long output, and stands there whole further up. Lines. */
const longestMessage = 30;

const short = (message) => {
  const lines = stripVTControlCharacters(message).trim().split('\n');
  return lines.length <= longestMessage ? lines.join('\n') : [...lines.slice(0, longestMessage), '…'].join('\n');
};

/** The end of what a step printed. */
export const lastLines = (output) =>
  stripVTControlCharacters(output).trim().split('\n').slice(-longestMessage).join('\n');

/** Reads the JSON report of vitest. A file that could not be loaded holds no test, and is a failure all the same. */
export function readUnit(report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const skipped = tests.filter((test) => ['pending', 'skipped', 'todo', 'disabled'].includes(test.status));
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: skipped.map((test) => test.fullName),
    failures: [
      ...tests
        .filter((test) => test.status === 'failed')
        .map((test) => ({ title: test.fullName, message: short(test.failureMessages.join('\n')) })),
      ...brokenFiles.map((file) => ({ title: file.name, message: short(file.message) })),
    ],
  };
}

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

/** Reads the JSON report of Playwright. A flaky test is a broken one. */
export function readEndToEnd(report) {
  const specs = report.suites.flatMap(specsOf);
  const skipped = specs.filter((spec) => spec.tests.every((test) => test.status === 'skipped'));
  const failing = specs.filter((spec) => spec.tests.some((test) => ['unexpected', 'flaky'].includes(test.status)));
  const errorsOf = (spec) => spec.tests.flatMap((test) => test.results.flatMap((result) => result.errors));
  return {
    passed: report.stats.expected,
    failed: report.stats.unexpected + report.stats.flaky + (report.errors.length > 0 ? 1 : 0),
    skipped: skipped.map((spec) => spec.title),
    failures: [
      ...failing.map((spec) => ({
        title: `${spec.file}:${spec.line} ${spec.title}`,
        message: errorsOf(spec)
          .map((error) => short(error.message ?? String(error.value)))
          .join('\n'),
      })),
      ...report.errors.map((error) => ({ title: 'end to end', message: short(error.message ?? String(error.value)) })),
    ],
  };
}
