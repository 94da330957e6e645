import { defineConfig } from 'vitest/config';

/** The long runs behind the promises of reliability that need no browser: the first half of `npm run test:soak`. */
export default defineConfig({
  test: {
    environment: 'node',
    // What is small is in full already in `npm test`; tests/soak/run.mjs names the files that each promise is proven by.
    include: ['tests/**/*.test.{ts,tsx}'],
    testTimeout: 1_800_000,
    // Two cores is what the smallest build machine has.
    maxWorkers: 2,
  },
});
