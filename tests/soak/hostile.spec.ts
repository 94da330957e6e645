/** Row 22 in full, in the page: every part is looked at, every text is typed, with the page's policy and without it. */
import { installPickers } from '../e2e/filesWorld.ts';
import { expect, test } from '../e2e/lodestackPage.ts';
import {
  decideHostile,
  exportHostile,
  listenForHarm,
  openHostile,
  pasteHostile,
  refuseHostile,
  saveHostile,
  showParts,
} from '../support/hostilePage.ts';
import { hostilePayloads } from '../support/hostilePayloads.ts';

for (const bypassCSP of [false, true]) {
  test.describe(`row 22: hostile texts in the page, ${bypassCSP ? 'without' : 'with'} its policy:`, () => {
    test.use({ bypassCSP });

    for (let first = 0; first < hostilePayloads.length; first += 56) {
      const payloads = hostilePayloads.slice(first, first + 56);

      test(`sketches of payloads ${first} to ${first + payloads.length - 1}`, async ({ lodestack, page }) => {
        const heard = await listenForHarm(page);
        await installPickers(page);
        await lodestack.open();
        const opened = await openHostile(lodestack, payloads);
        await showParts(
          page,
          payloads.map((_, index) => `n${index}`),
        );
        await pasteHostile(page, payloads, payloads);
        await saveHostile(page, opened);
        await exportHostile(lodestack);
        expect(heard).toEqual([]);
      });

      test(`decisions of payloads ${first} to ${first + payloads.length - 1}`, async ({ lodestack, page }) => {
        const heard = await listenForHarm(page);
        await lodestack.open();
        await decideHostile(lodestack, payloads, 1);
        await refuseHostile(
          lodestack,
          payloads.map((payload) => payload.slice(0, 200)),
        );
        expect(heard).toEqual([]);
      });
    }
  });
}
