import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { interpret } from '../../../src/core/decision/interpret.ts';
import { diagramOf, emptyPage, type Page, tableOf } from '../../../src/core/diagram/page.ts';
import { bundledElkEngine } from '../../../src/core/layout/bundledElk.ts';
import { foldsOf } from '../../../src/core/layout/foldedLayout.ts';
import type { LayoutEngine, Relayout } from '../../../src/core/layout/layout.ts';
import { createRelayout } from '../../../src/core/layout/relayout.ts';
import { planDraft } from '../../../src/core/scene/draftPlan.ts';
import { freshPage } from '../../../src/renderer/sketch/draftDocument.ts';
import { fittingDraft } from '../../../src/renderer/sketch/fittingDraft.ts';
import { tidied } from '../../../src/renderer/sketch/tidyPage.ts';

const loaded = loadKnowledge();
if (!loaded.ok) throw new Error('The bundled data is wrong');
const { catalog, lexicon } = loaded.value;

/** Sets everything in a row at the origin. */
const layout: LayoutEngine = async ({ nodes }) => ({
  ok: true,
  value: {
    nodes: Object.fromEntries(
      nodes.map(({ id, width, height }, place) => [id, { x: place * 300, y: 0, width, height }]),
    ),
    groups: {},
    edges: {},
    width: 1000,
    height: 100,
  },
});
const relayout: Relayout = async () => {
  throw new Error('The whole is laid out by the engine.');
};
const page: Page = {
  ...emptyPage('p', ''),
  nodes: tableOf(
    [
      { x: 5000, y: 4000 },
      { x: 5300, y: 4010 },
      { x: 5900, y: 4400 },
    ].map((position, place) => ({ id: `n${place}`, kind: 'actor', label: 'x', position }) as const),
  ),
  edges: tableOf([{ id: 'e', from: 'n0', to: 'n1', style: 'flow' }]),
};

describe('tidying up a page', () => {
  it('stands things by the lines between them, whatever leads to a boundary', async () => {
    const bounded: Page = {
      ...page,
      groups: tableOf([{ id: 'g', kind: 'custom', label: 'Ours' }]),
      edges: tableOf([...Object.values(page.edges), { id: 'to-group', from: 'n2', to: 'g', style: 'flow' }]),
    };
    const [first, ...others] = Object.values(page.nodes);
    if (!first) throw new Error('There is no part.');
    for (const nodes of [page.nodes, tableOf([{ ...first, pinned: true }, ...others])])
      expect(
        await tidied(
          { layout: bundledElkEngine(), relayout: createRelayout(bundledElkEngine()), catalog },
          { ...bounded, nodes },
          'right',
          'whole',
        ),
      ).toMatchObject({ ok: true });
  });

  it('leaves it where it was, so that it is not lost from sight', async () => {
    const places = await tidied({ layout, relayout, catalog }, page, 'right', 'whole');
    expect(places).toMatchObject({ ok: true, value: { n0: { x: 5000, y: 4010 }, n1: { x: 5300, y: 4010 } } });
    if (!places.ok) return;
    const nodes = Object.values(page.nodes).map((node) => {
      const position = places.value[node.id];
      return position ? { ...node, position } : node;
    });
    const again = await tidied({ layout, relayout, catalog }, { ...page, nodes: tableOf(nodes) }, 'right', 'whole');
    expect(again).toEqual(places);
  });

  it('leaves a draft as it was fitted to its canvas, folded or not', async () => {
    const decision = decide(catalog, interpret('Turn support calls in Spanish into English text', catalog, lexicon));
    const elk = bundledElkEngine();
    for (const [canvas, folds] of [
      [{ width: 700, height: 770 }, 'outer'],
      [{ width: 2500, height: 900 }, undefined],
    ] as const) {
      const draft = await fittingDraft(elk, freshPage(catalog, decision), catalog, canvas);
      if (!draft.ok) throw new Error(draft.error.message);
      const { thing, direction } = draft.value;
      expect(foldsOf(planDraft(diagramOf(thing), catalog, direction).graph)).toBe(folds);
      const engines = { layout: elk, relayout: createRelayout(elk), catalog };
      const again = await tidied(engines, thing, direction, 'whole');
      if (!again.ok) throw new Error(again.error.message);
      for (const [id, { position }] of Object.entries(thing.nodes)) expect(again.value[id], id).toEqual(position);
    }
  });
});
