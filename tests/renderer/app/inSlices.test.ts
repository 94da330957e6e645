import { describe, expect, it } from 'vitest';
import { sketchOf } from '../../../bench/tidy/sketchOf.ts';
import { loadCatalogAt } from '../../../src/cli/catalogFiles.ts';
import type { Steps } from '../../../src/core/base/steps.ts';
import { finish } from '../../../src/core/base/steps.ts';
import { readDocument } from '../../../src/core/document/readDocument.ts';
import { writeDocument } from '../../../src/core/document/writeDocument.ts';
import { inSlices } from '../../../src/renderer/app/inSlices.ts';
import { openingBytes } from '../../../src/renderer/files/openBytes.ts';
import { forgetWays, picturePage, picturing } from '../../../src/renderer/sketch/pagePicture.ts';

const loaded = loadCatalogAt();
if (!loaded.ok) throw new Error('The catalogue cannot be read.');
const catalog = loaded.value;
const document = sketchOf(
  400,
  catalog.entries.slice(0, 40).map(({ id }) => id),
);
const text = writeDocument(document, 'test');

describe('work in slices', () => {
  it('lets other tasks come in between, and hands on what was made or went wrong', async () => {
    let others = 0;
    const timer = setInterval(() => {
      others += 1;
    });
    function* slow(): Steps<string> {
      for (let step = 0; step < 6; step += 1) {
        const began = performance.now();
        while (performance.now() - began < 15);
        yield;
      }
      return 'made';
    }
    expect(await inSlices(slow())).toBe('made');
    clearInterval(timer);
    expect(others).toBeGreaterThan(1);
    // biome-ignore lint/correctness/useYield: it fails before.
    function* wrong(): Steps<string> {
      throw new Error('no');
    }
    await expect(inSlices(wrong())).rejects.toThrow('no');
  });

  it('opens the same document as at once, in many steps', async () => {
    const bytes = new TextEncoder().encode(text);
    expect(await inSlices(openingBytes(bytes))).toEqual(readDocument(text));
    expect([...openingBytes(bytes)].length).toBeGreaterThan(10);
  });

  it('makes the same picture as at once, in many steps', () => {
    const page = document.pages['page-1'];
    if (!page) throw new Error('no page');
    const steps = [...picturing(page, catalog, 'light')].length;
    expect(steps).toBeGreaterThan(20);
    forgetWays();
    const again = finish(picturing({ ...page }, catalog, 'light'));
    forgetWays();
    expect(again.scene).toEqual(picturePage({ ...page }, catalog, 'light').scene);
  });
});
