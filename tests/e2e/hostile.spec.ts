import { decisionStaysText, sketchStaysText } from '../support/hostilePage.ts';
import { hostilePayloads } from '../support/hostilePayloads.ts';
import { test } from './lodestackPage.ts';

// Without the page's own policy, so that what gets through is heard and not only refused; the long run has both.
test.use({ bypassCSP: true });

test('row 22: hostile texts in every field are shown, exported, opened and pasted again, and stay texts', async ({
  lodestack,
}) => {
  test.setTimeout(240_000);
  await sketchStaysText(lodestack, hostilePayloads, {
    parts: ['n0', 'n90'],
    foreign: hostilePayloads.slice(0, 3),
    ways: ['Text, font embedded'],
  });
});

test('row 22: hostile sentences, decisions and names of files stay texts', async ({ lodestack }) => {
  test.setTimeout(240_000);
  const names = ['<img src=x onerror=pwned()>', '__proto__', '\u202e"><script>pwned()<'];
  await decisionStaysText(lodestack, hostilePayloads, 45, names);
});
