import { choose, demand, describe, supportCalls } from './hand.ts';
import type { Shot } from './shot.ts';

const small = { width: 900, height: 600 };

/** The stack map: plain, lit by a need, and with one service chosen. */
export const mapShots: readonly Shot[] = [
  { name: 'empty' },
  { name: 'lit-map', prepare: (page) => describe(page, supportCalls) },
  {
    name: 'what-fits',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await page.getByRole('button', { name: 'Show what fits' }).click();
    },
  },
  {
    name: 'relations',
    prepare: async (page) => {
      await describe(page, 'Train our own PyTorch model on many GPUs and serve it with low latency');
      await page.locator('[data-target="sagemaker-training-jobs"]').hover();
    },
  },
  {
    name: 'another-way',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await page.locator('.way').nth(1).click();
      await page.getByRole('button', { name: 'Undo' }).waitFor();
    },
  },
  {
    name: 'recommended',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await choose(page, 'comprehend');
    },
  },
  {
    name: 'ruled-out',
    prepare: async (page) => {
      await describe(page, demand);
      await choose(page, 'forecast');
    },
  },
  {
    name: 'nothing-fits',
    prepare: async (page) => {
      await describe(page, 'Turn recordings into text');
      await page.getByRole('radiogroup', { name: 'It runs' }).getByRole('radio', { name: 'Edge' }).click();
    },
  },
  {
    name: 'sheet-only',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await page.getByText('The sheet’s stack alone').click();
      await page.locator('[data-target="bedrock"]').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'cleared',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await page.getByRole('button', { name: 'Clear the need' }).click();
    },
  },
  { name: 'small', size: small, prepare: (page) => describe(page, supportCalls) },
  {
    name: 'small-result',
    size: small,
    prepare: async (page) => {
      await describe(page, supportCalls);
      await choose(page, 'comprehend');
    },
  },
  { name: 'start-failed', before: (page) => page.route('**/compositionRoot-*.js', (route) => route.abort()) },
];
