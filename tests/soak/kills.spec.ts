/** Row 10 in full: a hundred browsers killed at any moment lose at most two seconds of edits. */
import { expect, type Page, test } from '@playwright/test';
import { seededRandom } from '../../src/core/base/random.ts';
import { addNote, broughtBack, labelsOf, makeProfile, showSketch, startMortal } from '../support/killedBrowsers.ts';

const profiles = 10;
const killsInEach = 10;
/** What may be lost, ms; and the longest that is drawn before a kill. */
const mayBeLost = 2_000;
const longestRun = 5_000;

interface Edit {
  readonly label: string;
  /** How long before the kill it was done, ms. */
  readonly age: number;
}

/** Draws until the browser is gone, which `kill` sees to after `run` ms. */
async function drawUntilKilled(page: Page, kill: () => Promise<void>, run: number, name: string): Promise<Edit[]> {
  const made: { readonly label: string; readonly at: number }[] = [];
  let killedAt = Number.POSITIVE_INFINITY;
  const killed = new Promise<void>((resolve, reject) => {
    setTimeout(() => {
      killedAt = performance.now();
      kill().then(resolve, reject);
    }, run);
  });
  try {
    for (;;) {
      const label = `${name}e${made.length}`;
      await addNote(page, label);
      made.push({ label, at: performance.now() });
    }
  } catch (error) {
    // Before the browser is gone nothing may fail.
    if (performance.now() < killedAt) throw error;
  }
  await killed;
  return made.map(({ label, at }) => ({ label, age: killedAt - at }));
}

for (let number = 1; number <= profiles; number += 1) {
  test(`row 10: ${killsInEach} kills of the browser, at most 2 s of edits lost (${number} of ${profiles})`, async ({
    baseURL,
  }) => {
    test.skip(process.platform === 'win32', 'needs process groups');
    test.setTimeout(600_000);
    const random = seededRandom(number);
    const { profile, remove } = makeProfile();
    let known: readonly string[] = [];
    let last: readonly Edit[] = [];
    let [drawn, lost, oldest] = [0, 0, 0];
    try {
      for (let round = 0; round <= killsInEach; round += 1) {
        const { page, kill } = await startMortal(profile, baseURL ?? '');
        try {
          if (known.length > 0 || last.some(({ age }) => age >= mayBeLost))
            await expect(broughtBack(page)).toBeVisible();
          await showSketch(page);
          const found = await labelsOf(page);
          expect(found).toEqual(expect.arrayContaining([...known]));
          const gone = last.filter(({ label }) => !found.includes(label));
          drawn += last.length;
          lost += gone.length;
          oldest = Math.max(oldest, ...gone.map(({ age }) => age));
          known = found.filter((label) => /^r\d+e\d+$/.test(label));
          if (round < killsInEach) last = await drawUntilKilled(page, kill, 300 + random() * longestRun, `r${round}`);
        } finally {
          await kill();
        }
      }
      test.info().annotations.push({
        type: 'figure',
        description: `${killsInEach} kills: ${drawn} edits, ${lost} lost, the oldest ${Math.round(oldest)} ms before its kill`,
      });
      expect(drawn).toBeGreaterThan(killsInEach);
      expect(oldest).toBeLessThan(mayBeLost);
    } finally {
      remove();
    }
  });
}
