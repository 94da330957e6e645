import { configDefaults, defineConfig } from 'vitest/config';

/** Everything that needs no browser: units, properties, goldens, contracts. End to end is Playwright's (tests/e2e). */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, 'tests/e2e/**', 'tests/soak/**'],
    // Properties and processes take seconds; on a machine with ten times the work they may take a minute.
    testTimeout: 60_000,
  },
});
