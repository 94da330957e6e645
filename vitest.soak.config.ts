import { defineConfig } from 'vitest/config';

/** The long runs behind the promises of reliability: `npm run test:soak`. */
export default defineConfig({
  test: { environment: 'node', include: ['tests/soak/**/*.test.ts'], testTimeout: 900_000, fileParallelism: false },
});
