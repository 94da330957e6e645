import { callsInShort, draft, drag, middleOf, paste, startEmptyPage, supportCalls } from './hand.ts';
import { closedServices, largePage } from './pastedParts.ts';
import type { Shot } from './shot.ts';

/** The sketch: drafted, edited by hand, checked, from a template and from an empty page. */
export const sketchShots: readonly Shot[] = [
  { name: 'sketch', prepare: (page) => draft(page, supportCalls) },
  {
    name: 'sketch-down',
    prepare: async (page) => {
      await draft(page, supportCalls);
      await page.getByRole('radio', { name: 'Down' }).click();
    },
  },
  {
    name: 'sketch-dragged',
    prepare: async (page) => {
      await draft(page, supportCalls);
      await drag(page, await middleOf(page, 'comprehend'), { x: 30, y: 40 });
    },
  },
  {
    name: 'sketch-selected',
    prepare: async (page) => {
      await draft(page, supportCalls);
      const { x, y } = await middleOf(page, 'comprehend');
      await page.mouse.click(x, y);
    },
  },
  {
    name: 'sketch-several',
    prepare: async (page) => {
      await draft(page, supportCalls);
      await page.locator('#canvas').focus();
      await page.keyboard.press('Control+a');
    },
  },
  {
    name: 'sketch-problems',
    prepare: async (page) => {
      await draft(page, supportCalls);
      await paste(page, closedServices);
      // The whole, not what was pasted.
      await page.keyboard.press('Escape');
      await page.keyboard.press('t');
      // The page's own notes stand where nothing is selected.
      await page.keyboard.press('Escape');
      await page.getByRole('list', { name: 'Checks of the picture' }).waitFor();
      await page.getByRole('button', { name: 'Undo: Tidy up' }).waitFor();
      await page.keyboard.press('0');
    },
  },
  {
    name: 'sketch-drift',
    prepare: async (page) => {
      await draft(page, supportCalls);
      await drag(page, await middleOf(page, 'comprehend'), { x: 20, y: 60 });
      await page.keyboard.press('Escape');
      await page.getByLabel('What should the system do?').fill(callsInShort);
      await page.getByRole('button', { name: 'Update the draft' }).waitFor();
    },
  },
  {
    name: 'sketch-parts',
    prepare: async (page) => {
      await draft(page, supportCalls);
      await page.getByRole('radio', { name: 'Parts' }).click();
      await page.getByRole('button', { name: 'Add Amazon Comprehend' }).first().hover();
    },
  },
  {
    name: 'sketch-add',
    prepare: async (page) => {
      await draft(page, supportCalls);
      const { x, y, width } = await middleOf(page, 'transcribe');
      await drag(page, { x: x + width / 2, y }, { x: 110, y: 0 });
      await page
        .getByRole('dialog', { name: /Add what follows/ })
        .getByRole('option')
        .first()
        .waitFor();
    },
  },
  {
    name: 'sketch-menu',
    prepare: async (page) => {
      await draft(page, supportCalls);
      const { x, y } = await middleOf(page, 'translate');
      await page.mouse.click(x, y, { button: 'right' });
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'sketch-large',
    prepare: async (page) => {
      await startEmptyPage(page);
      await paste(page, largePage());
      await page.keyboard.press('Escape');
      await page.keyboard.press('0');
    },
  },
  { name: 'sketch-empty', prepare: (page) => page.keyboard.press('Control+2') },
  { name: 'sketch-blank', prepare: startEmptyPage },
  {
    name: 'templates',
    prepare: async (page) => {
      await page.keyboard.press('Control+2');
      await page.getByRole('button', { name: 'Start from a template' }).click();
      await page.locator('.template-card__picture img').nth(5).waitFor();
    },
  },
];
