/** Row 22 in full, in the page: every part is looked at, every text is typed, with the page's policy and without it. */
import { test } from '../e2e/lodestackPage.ts';
import { decisionStaysText, sketchStaysText } from '../support/hostilePage.ts';
import { hostilePayloads } from '../support/hostilePayloads.ts';

for (const bypassCSP of [false, true]) {
  test.describe(`row 22: hostile texts in the page, ${bypassCSP ? 'without' : 'with'} its policy:`, () => {
    test.use({ bypassCSP });

    for (let first = 0; first < hostilePayloads.length; first += 56) {
      const payloads = hostilePayloads.slice(first, first + 56);

      test(`sketches of payloads ${first} to ${first + payloads.length - 1}`, async ({ lodestack }) => {
        await sketchStaysText(lodestack, payloads, {
          parts: payloads.map((_, index) => `n${index}`),
          foreign: payloads,
        });
      });

      test(`decisions of payloads ${first} to ${first + payloads.length - 1}`, async ({ lodestack }) => {
        const names = payloads.map((payload) => payload.slice(0, 200));
        await decisionStaysText(lodestack, payloads, 1, names);
      });
    }
  });
}
