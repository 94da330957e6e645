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
import { installPickers } from './filesWorld.ts';
import { expect, test } from './lodestackPage.ts';

// Without the page's own policy, so that what gets through is heard and not only refused; the long run has both.
test.use({ bypassCSP: true });

test('row 22: hostile texts in every field are shown, exported, opened and pasted again, and stay texts', async ({
  lodestack,
  page,
}) => {
  test.setTimeout(240_000);
  const heard = await listenForHarm(page);
  await installPickers(page);
  await lodestack.open();
  const opened = await test.step('opened', () => openHostile(lodestack, hostilePayloads));
  await test.step('shown', () => showParts(page, ['n0', 'n90']));
  await test.step('pasted', () => pasteHostile(page, hostilePayloads, hostilePayloads.slice(0, 3)));
  await test.step('saved', () => saveHostile(page, opened));
  await test.step('exported', () => exportHostile(lodestack, ['Text, font embedded']));
  expect(heard).toEqual([]);
});

test('row 22: hostile sentences, decisions and names of files stay texts', async ({ lodestack, page }) => {
  test.setTimeout(240_000);
  const heard = await listenForHarm(page);
  await lodestack.open();
  await decideHostile(lodestack, hostilePayloads, 45);
  await refuseHostile(lodestack, ['<img src=x onerror=pwned()>', '__proto__', '\u202e"><script>pwned()<']);
  expect(heard).toEqual([]);
});
