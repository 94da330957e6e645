import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, supportCalls, test } from './lodestackPage.ts';

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
  );
}

/** Visible targets under 24 px that have not the room of 24 px to themselves (WCAG 2.5.8). The canvas is zoomed. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, [role="radio"], [role="slider"], input, textarea')].flatMap(
      (target) => {
        const { width, height } = target.getBoundingClientRect();
        const hidden = width === 0 || !target.checkVisibility() || target.closest('.visually-hidden, .scene-canvas');
        const invisible =
          getComputedStyle(target).clipPath !== 'none' || width <= 1 || target.closest('[style*="clip"]');
        const inline = target.classList.contains('link');
        if (hidden || invisible || inline || (width >= 24 && height >= 24)) return [];
        return [`${target.className} ${target.textContent?.slice(0, 30)} ${Math.round(width)}x${Math.round(height)}`];
      },
    ),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('no screen breaks a rule of axe', async ({ lodestack, page }) => {
      test.setTimeout(90_000);
      await lodestack.open();
      expect(await violations(page), 'empty').toEqual([]);
      await lodestack.describe(supportCalls);
      await expect(lodestack.state('transcribe')).toHaveAttribute('data-state', 'recommended');
      expect(await violations(page), 'lit').toEqual([]);
      expect(await smallTargets(page), 'targets').toEqual([]);
      await lodestack.choose('comprehend');
      await page.mouse.move(0, 0);
      expect(await violations(page), 'inspected').toEqual([]);
      expect(await smallTargets(page), 'targets').toEqual([]);
      await lodestack.show('Draft architecture');
      await expect(page.locator('.scene-node').first()).toBeVisible();
      expect(await violations(page), 'draft').toEqual([]);
      await page.keyboard.press('Control+e');
      await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
      expect(await violations(page), 'export').toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('subtitles');
      await expect(page.getByRole('option').first()).toBeVisible();
      expect(await violations(page), 'search').toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('#canvas').focus();
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await violations(page), 'shortcuts').toEqual([]);
    });
  });
}

test('no text of the window is smaller than 12 px', async ({ lodestack, page }) => {
  await lodestack.open();
  await lodestack.describe(supportCalls);
  const small = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const size = node.parentElement ? Number.parseFloat(getComputedStyle(node.parentElement).fontSize) : 12;
      if (node.textContent?.trim() && size < 12) found.push(`${size} ${node.textContent.trim()}`);
    }
    return found;
  });
  expect(small).toEqual([]);
});
