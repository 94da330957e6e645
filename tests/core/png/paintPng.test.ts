import { describe, expect, it } from 'vitest';
import { failure, success } from '../../../src/core/base/result.ts';
import { deflateRows } from '../../../src/core/png/flatDeflate.ts';
import { type BandPainter, paintPng } from '../../../src/core/png/paintPng.ts';
import type { Scene } from '../../../src/core/scene/scene.ts';

const scene: Scene = {
  theme: 'light',
  title: '',
  width: 2000,
  height: 8000.5,
  texts: [],
  nodes: [],
  edges: [],
  groups: [],
  legend: [],
};
const options = { icons: {}, scale: 2 };

/** Gives one pixel for each band, coloured by where it begins, so that a band in a wrong place is seen. */
const painter =
  (painted: string[], turns = 0): BandPainter =>
  async ({ svg }) => {
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    const top = Number(/viewBox="0 (\d+)/.exec(svg)?.[1]);
    painted.push(svg);
    return success(deflateRows(1, 1, Uint32Array.of(0xff000000 + top)));
  };
const never = new Promise<BandPainter>(() => undefined);

async function png(painters: readonly Promise<BandPainter>[]): Promise<Uint8Array> {
  const made = await paintPng(scene, options, painters);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

describe('paintPng', () => {
  it('is the same picture whoever paints which band', async () => {
    const alone = await png([Promise.resolve(painter([]))]);
    const [quick, slow]: [string[], string[]] = [[], []];
    const together = await png([Promise.resolve(painter(slow, 40)), Promise.resolve(painter(quick))]);
    expect(together).toEqual(alone);
    expect(slow.length).toBeGreaterThan(0);
    expect(quick.length).toBeGreaterThan(0);
    expect(new DataView(alone.buffer).getUint32(20)).toBe(16_002);
  });

  it('waits for no painter that is not ready, and does without one that cannot be', async () => {
    const alone = await png([Promise.resolve(painter([]))]);
    expect(await png([never, Promise.reject(new Error('no thread')), Promise.resolve(painter([]))])).toEqual(alone);
    await expect(png([Promise.reject(new Error('no thread'))])).rejects.toThrow('no thread');
  });

  it('has another painter paint until one is ready, and no longer', async () => {
    const alone = await png([Promise.resolve(painter([]))]);
    const [own, late]: [string[], string[]] = [[], []];
    const become = new Promise<BandPainter>((resolve) => {
      setTimeout(() => resolve(painter(late)), 0);
    });
    const slow: BandPainter = async (band) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return painter(own)(band);
    };
    const made = await paintPng(scene, options, [become], slow);
    expect(made).toEqual(success(alone));
    expect(own).toHaveLength(1);
    expect(late.length).toBeGreaterThan(1);
    const refused = [Promise.reject(new Error('no thread'))];
    expect(await paintPng(scene, options, refused, painter([]))).toEqual(success(alone));
  });

  it('says what failed', async () => {
    const broken: BandPainter = async () => failure('The pencil broke');
    expect(await paintPng(scene, options, [Promise.resolve(broken), Promise.resolve(painter([]))])).toEqual(
      failure('The pencil broke'),
    );
  });

  it('refuses a picture that is too large before anything is painted', async () => {
    const painted: string[] = [];
    const made = await paintPng({ ...scene, height: 60_000 }, options, [Promise.resolve(painter(painted))]);
    expect(made).toEqual(failure('At 2x the PNG would be too large; choose a smaller scale, or an SVG'));
    expect(painted).toEqual([]);
  });
});
