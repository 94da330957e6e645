import { agedDecision } from './agedDecision.ts';
import { demand, describe, supportCalls } from './hand.ts';
import type { Shot } from './shot.ts';

/** Saying what is needed, and what the answer means: guide, tasks, search, why not, what if, comparison, review. */
export const needShots: readonly Shot[] = [
  {
    name: 'guide',
    prepare: async (page) => {
      await page.getByRole('radio', { name: 'Guide' }).click();
      await page.getByRole('button', { name: /^Predict or recommend/ }).click();
      await page.getByRole('heading', { name: 'Which of these comes closest?' }).waitFor();
    },
  },
  {
    name: 'guide-end',
    prepare: async (page) => {
      await page.getByRole('radio', { name: 'Guide' }).click();
      await page.getByRole('button', { name: /^Hear or speak/ }).click();
      await page.getByRole('button', { name: /^Analyse calls/ }).click();
      await page.getByText('No other answer would change what comes first.').waitFor();
    },
  },
  {
    name: 'tasks',
    prepare: async (page) => {
      const search = page.getByRole('searchbox', { name: 'Search tasks' });
      await search.fill('video');
      await search.scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'search',
    prepare: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('speech');
      await page.getByRole('option').first().waitFor();
    },
  },
  { name: 'shortcuts', prepare: (page) => page.keyboard.press('?') },
  {
    name: 'why-not',
    prepare: async (page) => {
      await describe(page, demand);
      await page
        .locator('#inspector')
        .getByRole('button', { name: /DeepAR Forecasting.*Suitable/ })
        .click();
      await page.getByRole('heading', { name: 'Why not' }).waitFor();
    },
  },
  {
    name: 'what-if',
    prepare: async (page) => {
      await describe(page, 'Find similar products by vector search over our embeddings');
      await page.getByRole('button', { name: 'What would change it' }).click();
      await page.locator('.what-if__share').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'compare',
    prepare: async (page) => {
      await describe(page, demand);
      await page.keyboard.press('Control+3');
      await page.locator('.compare__suggest').click();
      await page.locator('.compare__table').waitFor();
    },
  },
  {
    name: 'review',
    prepare: async (page) => {
      await describe(page, supportCalls);
      const transfer = await page.evaluateHandle((text) => {
        const dropped = new DataTransfer();
        dropped.items.add(new File([text], '0003-calls.json'));
        return dropped;
      }, agedDecision(supportCalls));
      await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
      await page.getByRole('region', { name: 'Review of an old decision' }).waitFor();
    },
  },
];
