import { describe, expect, it } from 'vitest';
import { framed } from '../../../src/core/scene/framed.ts';
import { placeLine } from '../../../src/core/scene/placeText.ts';
import type { Scene, SceneText } from '../../../src/core/scene/scene.ts';
import { spacing } from '../../../src/core/scene/spacing.ts';

const line = (part: SceneText['part'] & string, ...place: Parameters<typeof placeLine>): SceneText => ({
  ...placeLine(...place),
  part,
});

const scene: Scene = {
  theme: 'light',
  title: 'Calls',
  width: 560,
  height: 420,
  texts: [
    line('title', 'Calls', 'heading', { x: 40, top: 32 }),
    line('subtitle', 'Catalogue as of 2026-11-22', 'detail', { x: 40, top: 58 }),
    line('note', 'Lifecycle', 'group', { x: 40, top: 380 }),
  ],
  groups: [{ id: 'cloud', depth: 0, texts: [], x: 40, y: 112, width: 480, height: 200 }],
  nodes: [],
  edges: [],
  legend: [
    {
      state: 'flow',
      text: placeLine('Data flows', 'detail', { x: 76, top: 341 }),
      x: 40,
      y: 340,
      width: 100,
      height: 18,
    },
  ],
};
const all = { title: 'Calls', subtitle: true, legend: true };
const wordsOf = ({ texts }: Scene): readonly string[] => texts.map(({ text }) => text);
const bottomOf = ({ origin, height }: Scene): number => (origin?.y ?? 0) + height;

describe('framed', () => {
  it('with all its words as they are is the picture itself', () => {
    expect(framed(scene, all)).toBe(scene);
  });

  it('without any is no larger than what is drawn', () => {
    const bare = framed(scene, { title: undefined, subtitle: false, legend: false });
    expect(wordsOf(bare)).toEqual([]);
    expect([bare.origin, bare.width]).toEqual([{ x: 24, y: 96 }, 512]);
    expect(bare.title).toBe('Calls');
  });

  it('takes another title, which is the name of the picture, too', () => {
    const renamed = framed(scene, { ...all, title: '  For the board ' });
    expect(wordsOf(renamed)).toEqual(['For the board', 'Catalogue as of 2026-11-22', 'Lifecycle']);
    expect(renamed.title).toBe('For the board');
    expect(renamed.height).toBe(scene.height);
    expect(renamed.texts.map(({ y }) => y)).toEqual(scene.texts.map(({ y }) => y));
  });

  it('grows upwards with a title of several lines, and moves nothing that is drawn', () => {
    const long = framed(scene, { ...all, title: 'A title that is much too long for one line '.repeat(2) });
    const titles = long.texts.filter(({ part }) => part === 'title');
    expect(titles.length).toBeGreaterThan(1);
    expect(titles.at(-1)?.y).toBe(scene.texts[0]?.y);
    expect(long.origin?.y).toBe(-24 * (titles.length - 1));
    expect(bottomOf(long)).toBe(420);
    expect(long.groups).toBe(scene.groups);
  });

  it('brings the title down to the picture where the line below it is left out', () => {
    const alone = framed(scene, { ...all, subtitle: false });
    expect(wordsOf(alone)).toEqual(['Calls', 'Lifecycle']);
    expect(alone.texts[0]?.y).toBe(scene.texts[1]?.y);
    expect(alone.height).toBeLessThan(scene.height);
  });

  it('without a title begins at the line below it, or at what is drawn', () => {
    const untitled = framed(scene, { ...all, title: undefined });
    expect(wordsOf(untitled)).toEqual(['Catalogue as of 2026-11-22', 'Lifecycle']);
    expect(untitled.origin?.y).toBe(26);
    const headless = framed(scene, { title: '', subtitle: false, legend: true });
    expect(headless.origin?.y).toBe(112 - spacing.margin);
    expect(bottomOf(headless)).toBe(420);
  });

  it('without legend and notes ends below what is drawn', () => {
    const short = framed(scene, { ...all, legend: false });
    expect(short.legend).toEqual([]);
    expect(wordsOf(short)).toEqual(['Calls', 'Catalogue as of 2026-11-22']);
    expect(bottomOf(short)).toBe(312 + spacing.margin);
  });

  it('keeps the words clear that stand at the right of the title', () => {
    const asOf: SceneText = {
      ...placeLine('Catalogue as of 2026-11-22', 'detail', { x: 520, top: 36, anchor: 'end' }),
      part: 'subtitle',
    };
    const wide = { ...scene, texts: [line('title', 'Calls', 'heading', { x: 40, top: 32 }), asOf] };
    const renamed = framed(wide, { ...all, title: 'Every word of this title has to stay clear of the day' });
    for (const { part, x, width } of renamed.texts)
      if (part === 'title') expect(x + width).toBeLessThan(520 - asOf.width);
  });
});
