import { expect, test } from '@playwright/test';
import {
  addNote,
  broughtBack,
  isKept,
  labelsOf,
  makeProfile,
  showSketch,
  startMortal,
} from '../support/killedBrowsers.ts';

// A hundred kills, timed, are tests/soak/kills.spec.ts: a busy machine must not fail this one.
test('row 10: a browser that is killed comes back with what was drawn, again and again', async ({ baseURL }) => {
  test.skip(process.platform === 'win32', 'needs process groups');
  test.setTimeout(120_000);
  const { profile, remove } = makeProfile();
  const drawn: string[] = [];
  try {
    for (let round = 0; round < 3; round += 1) {
      const { page, kill } = await startMortal(profile, baseURL ?? '');
      try {
        if (round > 0) await expect(broughtBack(page)).toBeVisible();
        await showSketch(page);
        expect(await labelsOf(page)).toEqual(expect.arrayContaining(drawn));
        if (round === 2) continue;
        for (let count = 0; count < 3; count += 1) {
          const label = `kept ${round}.${count}`;
          await addNote(page, label);
          drawn.push(label);
        }
        await expect.poll(() => isKept(page, drawn.at(-1) ?? '')).toBe(true);
        // And one that may be lost.
        await addNote(page, 'at the last moment');
      } finally {
        await kill();
      }
    }
  } finally {
    remove();
  }
});
