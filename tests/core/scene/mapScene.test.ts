import { describe, expect, it } from 'vitest';
import { bundledElkEngine } from '../../../src/core/layout/bundledElk.ts';
import type { Layout } from '../../../src/core/layout/layout.ts';
import { planMap } from '../../../src/core/scene/mapPlan.ts';
import { mapScene } from '../../../src/core/scene/mapScene.ts';
import type { Scene, SceneText } from '../../../src/core/scene/scene.ts';
import { typeScale } from '../../../src/core/scene/typography.ts';
import { pictureCatalog, pictureDecision } from '../../support/pictureCatalog.ts';
import { processorTime } from '../../support/processorTime';

const plan = planMap(pictureCatalog, {});
const result = await bundledElkEngine()(plan.graph);
if (!result.ok) throw new Error(result.error.message);
const layout: Layout = result.value;
const plain = mapScene(plan, layout, { theme: 'light' });
const lit = mapScene(plan, layout, { decision: pictureDecision, theme: 'dark' });
const node = (scene: Scene, id: string) => scene.nodes.find((each) => each.id === id);
const allTexts = (scene: Scene): readonly SceneText[] => [
  ...scene.texts,
  ...scene.groups.flatMap(({ texts }) => texts),
  ...scene.nodes.flatMap(({ texts, rows, badges }) => [
    ...texts,
    ...rows.map(({ text }) => text),
    ...badges.map(({ text }) => text),
  ]),
  ...scene.legend.map(({ text }) => text),
];

describe('planMap', () => {
  it('makes capabilities rows of their service and leaves empty groups out', () => {
    expect(plan.cards.map(({ entry }) => entry)).toEqual(['see', 'watch', 'hear', 'train', 'host', 'store']);
    expect(plan.cards[0]?.rows.map(({ entry }) => entry)).toEqual(['see-faces', 'see-paths']);
    expect(plan.groups.map(({ id }) => id)).toEqual(['eyes', 'ears', 'work']);
  });

  it('draws relations between cards, but no history and no membership', () => {
    expect(plan.relations.map(({ from, to }) => `${from} ${to}`)).toEqual(['train host', 'see store']);
  });

  it('shows only what the sheet names when asked', () => {
    const sheet = planMap(pictureCatalog, { sheetOnly: true });
    expect(sheet.cards.map(({ entry }) => entry)).not.toContain('host');
    expect(sheet.cards[0]?.rows.map(({ entry }) => entry)).toEqual(['see-faces']);
  });
});

describe('mapScene', () => {
  it('moves nothing when it is lit', () => {
    const places = (scene: Scene) => [
      ...scene.nodes.map(({ x, y, width, height, texts, rows }) => [
        x,
        y,
        width,
        height,
        texts.map((text) => [text.x, text.y]),
        rows.map((row) => [row.x, row.y]),
      ]),
      ...scene.groups.map(({ x, y, width, height }) => [x, y, width, height]),
      ...scene.edges.map(({ points }) => points),
    ];
    expect(places(lit)).toEqual(places(plain));
    expect([lit.width, lit.height]).toEqual([plain.width, plain.height]);
  });

  it('shows each verdict, on cards and on rows, and ranks', () => {
    expect(lit.nodes.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'see recommended',
      'watch ruled-out',
      'hear suitable',
      'train not-relevant',
      'host not-relevant',
      'store supporting',
    ]);
    expect(node(lit, 'see')?.rows.map(({ state }) => state)).toEqual(['recommended', 'not-relevant']);
    expect(node(lit, 'see')?.badges.map(({ kind, text }) => `${kind} ${text.text}`)).toEqual(['rank 1']);
    expect(node(plain, 'see')?.state).toBe('plain');
  });

  it('says the lifecycle in a badge and in the description', () => {
    expect(node(plain, 'watch')?.badges[0]).toMatchObject({ kind: 'closed-to-new', text: { text: 'closed' } });
    expect(node(plain, 'see')?.rows[1]?.badge).toMatchObject({ kind: 'retired' });
    expect(node(lit, 'see')?.description).toBe('See pictures. Recommended, rank 1');
    expect(node(lit, 'watch')?.description).toContain('Closed to new customers');
  });

  it('lights a relation where both of its ends are lit, and keeps a quiet one quiet else', () => {
    expect(lit.edges.map(({ from, state, quiet }) => [from, state, quiet])).toEqual([
      ['train', 'not-relevant', undefined],
      ['see', 'recommended', undefined],
    ]);
    expect(plain.edges.map(({ quiet }) => quiet)).toEqual([undefined, true]);
  });

  it('names the need and the date, and has a legend of what is shown', () => {
    expect(lit.texts.map(({ text }) => text)).toEqual(['A small stack', 'Catalogue as of 2026-01-02', 'Find faces']);
    expect(lit.legend.map(({ state }) => state)).toEqual([
      'recommended',
      'suitable',
      'supporting',
      'ruled-out',
      'not-relevant',
      'closed-to-new',
      'ending',
      'retired',
      'legacy',
      'relation',
    ]);
    expect(plain.legend.map(({ state }) => state)).not.toContain('recommended');
  });

  it('keeps texts inside their boxes and at 12 px or more', () => {
    for (const { x, width, texts, rows } of lit.nodes) {
      for (const text of [...texts, ...rows.map((row) => row.text)]) {
        expect(text.x).toBeGreaterThanOrEqual(x);
        expect(text.x + text.width, text.text).toBeLessThanOrEqual(x + width);
      }
    }
    for (const text of allTexts(lit)) expect(typeScale[text.style].size).toBeGreaterThanOrEqual(12);
  });

  it('takes a few milliseconds', () => {
    const times = Array.from({ length: 20 }, () => {
      const elapsed = processorTime();
      mapScene(plan, layout, { decision: pictureDecision, theme: 'light' });
      return elapsed();
    }).sort((left, right) => left - right);
    expect(times[10]).toBeLessThan(5);
  });
});
