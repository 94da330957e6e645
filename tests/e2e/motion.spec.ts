/** What moves by itself can be followed by the eye, ends exactly where it belongs, and is still where that is asked for. */
import type { Page } from '@playwright/test';
import { expect, type LodestackPage, supportCalls, test } from './lodestackPage.ts';

const command = process.platform === 'darwin' ? 'Meta' : 'Control';

/** Notes where in the scene each word is written on the picture. */
async function watchWords(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const places: Record<string, number[]> = {};
    Object.assign(window, { places });
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function write(text, x, y, most) {
      const onGround = this.canvas instanceof HTMLCanvasElement && this.canvas.className === 'scene-canvas__ground';
      if (onGround) {
        const { y: down } = this.getTransform().transformPoint({ x, y });
        places[text] = [...(places[text] ?? []), Math.round(down * 10) / 10];
      }
      if (most === undefined) fillText.call(this, text, x, y);
      else fillText.call(this, text, x, y, most);
    };
  });
}

/** How high "Comprehend" was written since the last call, px of the layer, in order and each place once in a row. */
const heights = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => {
    const { places } = window as unknown as { places: Record<string, number[]> };
    const found = Object.entries(places).flatMap(([text, all]) => (text.endsWith('Comprehend') ? all : []));
    for (const text of Object.keys(places)) delete places[text];
    return found.filter((height, index) => height !== found[index - 1]);
  });

test.beforeEach(() => test.setTimeout(120_000));

const said = (page: Page) => page.getByTestId('said');

/** A sketch in which one part was moved far from where it belongs. */
async function untidy(lodestack: LodestackPage, page: Page): Promise<void> {
  await lodestack.open();
  await lodestack.describe(supportCalls);
  await lodestack.show('Sketch');
  const part = lodestack.node('comprehend');
  await expect(part).toBeAttached({ timeout: 40_000 });
  await part.focus();
  for (let step = 1; step <= 16; step += 1) await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(said(page)).toHaveText(/px down$/);
}

test('tidying up is seen to happen, ends exactly, and is one step to undo', async ({ lodestack, page }) => {
  await watchWords(page);
  await untidy(lodestack, page);
  // From here on frames come one by one, however busy the machine is.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.clock.runFor(1000);
  await heights(page);
  const frames = async (count: number): Promise<readonly number[]> => {
    const seen: number[] = [];
    for (let frame = 0; frame < count; frame += 1) {
      await page.clock.runFor(20);
      seen.push(...(await heights(page)));
    }
    return seen;
  };

  /** The places on the way, until what was done is said and has come to rest. */
  const wayOf = async (keys: string, words: RegExp): Promise<readonly number[]> => {
    const way: number[] = [];
    await page.keyboard.press(keys);
    await expect
      .poll(
        async () => {
          way.push(...(await frames(1)));
          return said(page).textContent();
        },
        { intervals: [20] },
      )
      .toMatch(words);
    return [...way, ...(await frames(30))].filter((height, index, all) => height !== all[index - 1]);
  };

  const there = await wayOf('t', /^Tidy up/);
  const [start = 0, end = 0] = [there[0], there.at(-1)];
  // Many places on the way, each further than the one before.
  expect(start - end).toBeGreaterThan(40);
  expect(there.length).toBeGreaterThan(6);
  expect(there).toEqual([...there].sort((one, other) => other - one));

  const back = await wayOf(`${command}+z`, /^Undone: Tidy up/);
  expect(back.length).toBeGreaterThan(6);
  const again = await wayOf(`${command}+Shift+z`, /^Redone: Tidy up/);
  expect(again.at(-1)).toBe(end);
  // One step: the next thing to be undone is the move before it.
  await page.keyboard.press(`${command}+z`);
  await frames(30);
  await page.keyboard.press(`${command}+z`);
  await frames(2);
  await expect(said(page)).toHaveText(/^Undone: Move/);
});

test('with reduced motion, asked of the system or chosen here, all is there at once', async ({ lodestack, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await watchWords(page);
  await untidy(lodestack, page);
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-motion', 'reduced');
  const tidied = async () => {
    await heights(page);
    await page.keyboard.press('t');
    await expect(said(page)).toHaveText(/^Tidy up/);
    await expect
      .poll(() => page.evaluate(() => Object.keys((window as unknown as { places: object }).places).length))
      .toBeGreaterThan(0);
    const places = new Set(await heights(page));
    await page.keyboard.press(`${command}+z`);
    await expect(said(page)).toHaveText(/^Undone: Tidy up/);
    return places.size;
  };
  // Where it stood, where it stands, and where it is seen once the view has come to rest.
  expect(await tidied()).toBeLessThanOrEqual(3);

  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect(html).toHaveAttribute('data-motion', 'full');
  await page.getByRole('button', { name: 'Appearance' }).click();
  await page.getByRole('menuitemradio', { name: 'Reduced motion' }).click();
  await expect(html).toHaveAttribute('data-motion', 'reduced');
  await lodestack.node('comprehend').focus();
  expect(await tidied()).toBeLessThanOrEqual(3);
  const slow = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return [transitionDuration, animationDuration].some((all) =>
          all.split(',').some((each) => Number.parseFloat(each) > 0.001),
        );
      }).length,
  );
  expect(slow).toBe(0);
});
