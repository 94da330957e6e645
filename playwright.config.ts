import { defineConfig } from '@playwright/test';
import { findBrowser, sandboxFlags } from './scripts/findBrowser.mjs';

const executablePath = findBrowser();

/** End to end, in a real Chromium, on the built renderer as our own server gives it (same headers, same policy). */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/support/serveBuiltRenderer.ts',
  // Two cores is what the smallest build machine has.
  workers: 2,
  fullyParallel: true,
  // A test that passes only the second time is a broken test.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  // A build machine with two cores under load takes its time; what is there waits for nothing.
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    // Set by the global setup: the port is a random free one.
    baseURL: process.env.LODESTACK_ADDRESS ?? 'http://127.0.0.1',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        ...sandboxFlags(),
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
