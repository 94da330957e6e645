/** Row 10 in full: a hundred browsers killed at any moment lose at most two seconds of edits. */
import { expect, type Page, test } from '@playwright/test';
import { seededRandom } from '../../src/core/base/random.ts';
import { addNote, labelsOf, makeProfile, showSketch, startMortal } from '../support/killedBrowsers.ts';

const profiles = 10;
const killsInEach = 10;
/** What may be lost, ms; and the longest that is drawn before a kill. */
const mayBeLost = 2_000;
const longestRun = 5_000;

/** How often the page shows that it runs, ms; a longer pause than twice that is the machine's, which runs something else. */
const beat = 50;

interface Edit {
  readonly label: string;
  /** How long before the kill it was done, ms. */
  readonly age: number;
  /** The same, without the time in which the machine let the page not run. */
  readonly ownAge: number;
}

/** Listens to the heart of a page; gives how long it has run since a moment, of the time that has passed since. */
async function listenToHeart(page: Page): Promise<(since: number, until: number) => number> {
  const beats: number[] = [performance.now()];
  await page.exposeFunction('beat', () => void beats.push(performance.now()));
  await page.evaluate((every) => {
    setInterval(() => void Reflect.get(window, 'beat')?.(), every);
  }, beat);
  return (since, until) => {
    const moments = [since, ...beats.filter((at) => at > since && at < until), until];
    return moments.reduce((sum, at, index) => sum + Math.min(at - (moments[index - 1] ?? at), 2 * beat), 0);
  };
}

/** Draws until the browser is gone, which `kill` sees to `run` ms after the first edit: a kill with nothing to lose proves nothing. */
async function drawUntilKilled(page: Page, kill: () => Promise<void>, run: number, name: string): Promise<Edit[]> {
  const ranFor = await listenToHeart(page);
  const made: { readonly label: string; readonly at: number }[] = [];
  let killedAt = Number.POSITIVE_INFINITY;
  const draw = async (): Promise<void> => {
    const label = `${name}e${made.length}`;
    await addNote(page, label);
    made.push({ label, at: performance.now() });
  };
  await draw();
  const killed = new Promise<void>((resolve, reject) => {
    setTimeout(() => {
      killedAt = performance.now();
      kill().then(resolve, reject);
    }, run);
  });
  try {
    for (;;) await draw();
  } catch (error) {
    // Before the browser is gone nothing may fail.
    if (performance.now() < killedAt) throw error;
  }
  await killed;
  return made.map(({ label, at }) => ({ label, age: killedAt - at, ownAge: ranFor(at, killedAt) }));
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
    let [drawn, lost, oldest, ownOldest] = [0, 0, 0, 0];
    try {
      for (let round = 0; round <= killsInEach; round += 1) {
        const { page, kill } = await startMortal(profile, baseURL ?? '');
        try {
          await showSketch(page);
          // The notice of what was brought back goes by itself, which a busy machine may not see: the edits are what counts.
          const kept = last.filter(({ ownAge }) => ownAge >= mayBeLost).map(({ label }) => label);
          const wanted = [...known, ...kept];
          await expect
            .poll(() => labelsOf(page), { timeout: 60_000, message: 'what was drawn two seconds before the kill' })
            .toEqual(expect.arrayContaining(wanted));
          const found = await labelsOf(page);
          const gone = last.filter(({ label }) => !found.includes(label));
          drawn += last.length;
          lost += gone.length;
          oldest = Math.max(oldest, ...gone.map(({ age }) => age));
          ownOldest = Math.max(ownOldest, ...gone.map(({ ownAge }) => ownAge));
          known = found.filter((label) => /^r\d+e\d+$/.test(label));
          if (round < killsInEach) last = await drawUntilKilled(page, kill, 300 + random() * longestRun, `r${round}`);
        } finally {
          await kill();
        }
      }
      test.info().annotations.push({
        type: 'figure',
        description: `${killsInEach} kills: ${drawn} edits, ${lost} lost, the oldest ${Math.round(oldest)} ms before its kill (${Math.round(ownOldest)} ms of its own)`,
      });
      expect(drawn).toBeGreaterThanOrEqual(killsInEach);
      expect(ownOldest).toBeLessThan(mayBeLost);
    } finally {
      remove();
    }
  });
}
