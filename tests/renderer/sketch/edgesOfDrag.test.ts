import { describe, expect, it } from 'vitest';
import { sketchOf } from '../../../bench/tidy/sketchOf.ts';
import { loadCatalogAt } from '../../../src/cli/catalogFiles.ts';
import { leadEdges, placedBoxes } from '../../../src/core/layout/placedLayout.ts';
import { draftOrigin } from '../../../src/core/scene/draftPlan.ts';
import { drawnEdges } from '../../../src/core/scene/draftScene.ts';
import { edgesOfDrag, picturePage } from '../../../src/renderer/sketch/pagePicture.ts';

const loaded = loadCatalogAt();
if (!loaded.ok) throw new Error('The catalogue cannot be read.');
const entries = loaded.value.entries.slice(0, 9).map(({ id }) => id);
const page = sketchOf(30, entries).pages['page-1'];
if (!page) throw new Error('no page');
const picture = picturePage(page, loaded.value, 'light');

describe('the edges of what is dragged', () => {
  it('lead as they would if everything was looked at anew in each frame', () => {
    const { plan, layout } = picture;
    const ids = plan.graph.nodes.slice(3, 6).map(({ id }) => id);
    const lead = edgesOfDrag(picture);
    for (const step of [0, 35, 170, 410]) {
      const at = Object.fromEntries(ids.map((id, place) => [id, { x: 300 + step, y: 200 + place * 160 + step / 2 }]));
      const corners = Object.fromEntries(
        Object.entries(at).map(([id, { x, y }]) => [id, { x: x - draftOrigin.x, y: y - draftOrigin.y }]),
      );
      const boxes = placedBoxes(plan.graph, corners);
      const touched = plan.graph.edges.filter(({ from, to }) => ids.includes(from) || ids.includes(to));
      const led = new Set(touched.map(({ id }) => id));
      const others = Object.fromEntries(Object.entries(layout.edges).filter(([id]) => !led.has(id)));
      expect(touched.length).toBeGreaterThan(2);
      expect(lead(at)).toEqual(drawnEdges(plan, { edges: leadEdges(touched, boxes, others) }));
    }
  });
});
