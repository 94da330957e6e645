import { defineConfig } from '@playwright/test';
import ordinary from '../../playwright.config.ts';

/** The long runs that need a browser: the second half of `npm run test:soak`. */
export default defineConfig({
  ...ordinary,
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/soak',
  globalSetup: '../support/serveBuiltRenderer.ts',
  timeout: 900_000,
  // To keep a trace, Playwright asks once more for every picture that is none, which the policy of the page forbids and a test hears.
  use: { ...ordinary.use, trace: 'off' },
});
