import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { agedDecision } from '../../scripts/pictures/agedDecision.ts';
import { expect, supportCalls, test } from './lodestackPage.ts';

/** A list whose rows are gone through, and scrolled, by the arrow keys of a field that says so: the one thing axe does not know of. */
const isLedByField = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .evaluate((list) => list.id !== '' && document.querySelector(`input[aria-controls="${list.id}"]`) !== null);

/** Rules of axe that the page breaks: all of them as it is, and in the other theme those of colour, which alone differ there. */
async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    // Legacy mode: there are no frames, and another page for the result would be opened with every look.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
    const { violations: broken } = await (colorScheme === 'dark' ? axe.withRules(['color-contrast']) : axe).analyze();
    for (const { id, nodes } of broken) {
      for (const { target, failureSummary } of nodes) {
        const where = target.join(' ');
        if (id === 'scrollable-region-focusable' && (await isLedByField(page, where))) continue;
        found.push(`${colorScheme} ${id}: ${where} ${failureSummary}`);
      }
    }
  }
  return found;
}

/** Visible targets under 24 px that have not the room of 24 px to themselves (WCAG 2.5.8). The canvas is zoomed. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, a, select, summary, [role="radio"], [role="slider"], [role="separator"], [role^="menuitem"], [role="option"], input, textarea',
      ),
    ].flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      const hidden = width === 0 || !target.checkVisibility() || target.closest('.visually-hidden, .scene-canvas');
      const invisible = getComputedStyle(target).clipPath !== 'none' || width <= 1 || target.closest('[style*="clip"]');
      // Within a sentence, the line decides how high it is.
      const alone = target.parentElement?.textContent?.trim() === target.textContent?.trim();
      const inline = target.classList.contains('link') || (target.matches('a') && !alone);
      if (hidden || invisible || inline || (width >= 24 && height >= 24)) return [];
      return [`${target.className} ${target.textContent?.slice(0, 30)} ${Math.round(width)}x${Math.round(height)}`];
    }),
  );
}

/** Words under 12 px that can be seen. */
async function smallWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement;
      if (!holder?.checkVisibility() || !node.textContent?.trim() || holder.closest('.scene-canvas__layer, img'))
        continue;
      const size = Number.parseFloat(getComputedStyle(holder).fontSize);
      if (size < 12) found.push(`${size} ${node.textContent.trim()}`);
    }
    return found;
  });
}

/** No rule of axe is broken in either theme, no target is too small, and no word. */
async function isSound(page: Page, screen: string): Promise<void> {
  expect.soft(await violations(page), screen).toEqual([]);
  expect.soft(await smallTargets(page), `targets: ${screen}`).toEqual([]);
  expect.soft(await smallWords(page), `words: ${screen}`).toEqual([]);
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.beforeEach(() => test.setTimeout(240_000));

test('the map, what is found, and the sheet of keys break no rule of axe', async ({ lodestack, page }) => {
  await lodestack.open();
  await isSound(page, 'empty');
  await lodestack.describe(supportCalls);
  await expect(lodestack.state('transcribe')).toHaveAttribute('data-state', 'recommended');
  await isSound(page, 'lit');
  await lodestack.choose('comprehend');
  await page.mouse.move(0, 0);
  await isSound(page, 'inspected');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('subtitles');
  await expect(page.getByRole('option').first()).toBeVisible();
  await isSound(page, 'search');
  await page.keyboard.press('Escape');
  await page.locator('#canvas').focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await isSound(page, 'shortcuts');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Appearance' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await isSound(page, 'appearance');
});

test('the sketch breaks no rule of axe', async ({ lodestack, page }) => {
  await lodestack.open();
  await lodestack.show('Sketch');
  await expect(page.getByRole('button', { name: 'Start with an empty page' })).toBeVisible();
  await isSound(page, 'nothing drawn');
  await lodestack.describe(supportCalls);
  await expect(lodestack.node('comprehend')).toBeAttached();
  await isSound(page, 'drawn');
  await lodestack.node('comprehend').focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Delete' })).toBeVisible();
  await isSound(page, 'a part selected');
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await isSound(page, 'menu');
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await expect(lodestack.result.getByLabel('Words on the line')).toBeVisible();
  await isSound(page, 'an arrow selected');
  await page.keyboard.press('Control+a');
  await expect(lodestack.result.getByRole('heading', { level: 2 })).toContainText(/\d/);
  await isSound(page, 'everything selected');
  await page.keyboard.press('Escape');
  await page.locator('#canvas').focus();
  await page.keyboard.press('/');
  await expect(page.getByRole('option').first()).toBeVisible();
  await isSound(page, 'quick add');
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Parts' }).click();
  await expect(page.getByRole('button', { name: 'Add Amazon Comprehend' }).first()).toBeVisible();
  await isSound(page, 'parts');
});

test('files, templates and pages break no rule of axe', async ({ lodestack, page }) => {
  await lodestack.open();
  await lodestack.show('Sketch');
  await page.getByRole('button', { name: 'Start with an empty page' }).click();
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.keyboard.type('Ask legal');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^What can be done with the page/ }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await isSound(page, 'page menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Start from a template' }).click();
  await expect(page.getByRole('option').first()).toBeVisible();
  await isSound(page, 'templates');
  await page.getByRole('option').first().click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: /^File:/ }).click();
  await isSound(page, 'file menu');
  await page.getByRole('menuitem', { name: /^Not saved/ }).click();
  await expect(page.getByRole('dialog', { name: 'Sketches that are not saved' })).toBeVisible();
  await isSound(page, 'sketches that are not saved');
});

test('guide, comparison and exports break no rule of axe', async ({ lodestack, page }) => {
  await lodestack.open();
  await page.getByRole('radio', { name: 'Guide' }).click();
  await page.getByRole('button', { name: /^Hear or speak/ }).click();
  await isSound(page, 'guide');
  await page.getByRole('radio', { name: 'Describe' }).click();
  await lodestack.describe(supportCalls);
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
  await isSound(page, 'export');
  await page.getByRole('dialog').getByRole('radio', { name: 'PNG' }).click();
  await isSound(page, 'export as PNG');
  await page.getByRole('dialog').getByRole('radio', { name: 'Decision' }).click();
  await expect(page.getByLabel('Preview of the file')).toBeVisible();
  await isSound(page, 'export of the decision');
  await page.keyboard.press('Escape');
  await lodestack.show('Compare');
  await page.locator('.compare__suggest').click();
  await expect(page.locator('.compare__table')).toBeVisible();
  await isSound(page, 'comparison');
  await lodestack.drop('old-calls.json', agedDecision(supportCalls));
  await expect(page.getByRole('region', { name: 'Review of an old decision' })).toBeVisible();
  await isSound(page, 'review');
});
