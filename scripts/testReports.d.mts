/** What a report tells of its tests. */
export interface ReadReport {
  readonly passed: number;
  readonly failed: number;
  /** The names of those that were left out. */
  readonly skipped: readonly string[];
  readonly failures: readonly { readonly title: string; readonly message: string }[];
}
/** The end of what a step printed. */
export function lastLines(output: string): string;
/** Reads the JSON report of vitest. A file that could not be loaded holds no test, and is a failure all the same. */
export function readUnit(report: object): ReadReport;
/** Reads the JSON report of Playwright. A flaky test is a broken one. */
export function readEndToEnd(report: object): ReadReport;
