import { expect, supportCalls, test } from './lodestackPage.ts';

/** Lighting the map anew may cost the page's thread this share of what opening the window cost it, on whatever machine: twice what it does. */
const mostShare = 0.03;
const rounds = 16;
/** Rounds until the code is compiled. */
const warmUp = 6;

interface TraceEvent {
  readonly name: string;
  /** CPU time of the thread so far, microseconds. */
  readonly tts?: number;
}

/** Clicks the button and waits for the first frame after it; tells whether that frame shows the node in a new light. */
async function relight(button: Element): Promise<boolean> {
  const node = document.querySelector('.scene-node:has([data-target="transcribe"])');
  const before = node?.getAttribute('data-state');
  performance.mark('need-changes');
  (button as HTMLElement).click();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const shown = node?.getAttribute('data-state') !== before;
  // A message is handled after the frame's styles, layout and painting.
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
  performance.mark('map-is-lit');
  return shown;
}

test('a change of the need lights the map anew in the next frame', async ({ lodestack, page, browser }) => {
  await lodestack.open();
  await lodestack.describe(supportCalls);
  await expect(lodestack.state('transcribe')).toHaveAttribute('data-state', 'recommended');
  const place = page.getByRole('radiogroup', { name: 'It runs' });
  // Time of the thread since it began, not of the clock: other programs on the machine do not count.
  await browser.startTracing(page, { categories: ['blink.user_timing'] });
  await page.evaluate(() => performance.mark('window-is-open'));
  for (let round = 0; round < rounds; round += 1) {
    const button = place.getByRole('radio', { name: round % 2 === 0 ? 'Edge' : 'Anywhere' });
    expect(await button.evaluate(relight)).toBe(true);
    await page.waitForTimeout(100);
  }
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const times = (mark: string): number[] =>
    trace.traceEvents.flatMap(({ name, tts }) => (name === mark && tts !== undefined ? [tts / 1000] : []));
  const [opening = 0] = times('window-is-open');
  const starts = times('need-changes');
  const spent = times('map-is-lit').map((end, round) => end - (starts[round] ?? Number.NaN));
  expect(spent).toHaveLength(rounds);
  const sorted = spent.slice(warmUp).sort((left, right) => left - right);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY;
  console.log(
    `re-lighting, CPU ms to the frame: median ${median.toFixed(1)}, least ${sorted[0]?.toFixed(1)}; opening ${opening.toFixed(0)}`,
  );
  expect(median / opening).toBeLessThan(mostShare);
});
