/** With the colours that the system forces: the picture is painted in them, what is chosen is told apart, and the focus is seen. */
import { expect, supportCalls, test } from './lodestackPage.ts';

test('with forced colours all is painted in the system’s, and states are told apart', async ({ lodestack, page }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    const colours = new Set<unknown>();
    Object.assign(window, { colours });
    for (const name of ['fillText', 'fillRect', 'fill'] as const) {
      const draw = CanvasRenderingContext2D.prototype[name] as (...values: unknown[]) => void;
      Object.assign(CanvasRenderingContext2D.prototype, {
        [name](this: CanvasRenderingContext2D, ...values: unknown[]) {
          if (this.canvas instanceof HTMLCanvasElement && this.canvas.closest('.scene-canvas'))
            colours.add(this.fillStyle);
          return draw.apply(this, values);
        },
      });
    }
    const { stroke } = CanvasRenderingContext2D.prototype;
    Object.assign(CanvasRenderingContext2D.prototype, {
      stroke(this: CanvasRenderingContext2D, ...values: [path: Path2D]) {
        if (this.canvas instanceof HTMLCanvasElement && this.canvas.closest('.scene-canvas'))
          colours.add(this.strokeStyle);
        return stroke.apply(this, values);
      },
    });
  });
  /** Colours painted with that are none of the system's. */
  const strange = () =>
    page.evaluate(() => {
      const context = document.createElement('canvas').getContext('2d');
      const probe = document.body.appendChild(document.createElement('i'));
      const system = ['Canvas', 'CanvasText', 'GrayText', 'Highlight', 'HighlightText', 'LinkText'].map((keyword) => {
        probe.style.color = keyword;
        if (context) context.fillStyle = getComputedStyle(probe).color;
        return context?.fillStyle;
      });
      probe.remove();
      const { colours } = window as unknown as { colours: Set<string> };
      const found = [...colours].filter((colour) => !system.includes(colour));
      return { painted: colours.size, found };
    });

  await lodestack.open();
  await lodestack.describe(supportCalls);
  await expect(lodestack.state('transcribe')).toHaveAttribute('data-state', 'recommended');
  await lodestack.choose('comprehend');
  const map = await strange();
  expect(map.found).toEqual([]);
  expect(map.painted).toBeGreaterThan(3);

  const ground = (name: string) =>
    page
      .getByRole('radiogroup', { name: 'View' })
      .locator('.segmented__choice', { hasText: name })
      .evaluate((choice) => getComputedStyle(choice).backgroundColor);
  expect(await ground('Stack map')).not.toBe(await ground('Sketch'));

  await page.getByRole('button', { name: 'Keyboard shortcuts' }).focus();
  await page.keyboard.press('Tab');
  const ring = await page.locator(':focus').evaluate((element) => getComputedStyle(element).outlineWidth);
  expect(Number.parseFloat(ring)).toBeGreaterThanOrEqual(2);

  // Let go of, the theme's own come back without a reload.
  await page.emulateMedia({ forcedColors: 'none' });
  await expect.poll(async () => (await strange()).found.length).toBeGreaterThan(3);
});
