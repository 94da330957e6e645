import { describe, expect, it } from 'vitest';
import { loadBundledData, loadTemplatesAt } from '../../../src/cli/dataFiles.ts';
import { layOutDiagram } from '../../../src/cli/picture.ts';
import { diagramOf } from '../../../src/core/diagram/page.ts';
import { bundledElkEngine } from '../../../src/core/layout/bundledElk.ts';
import { renderSvg } from '../../../src/core/render/svg.ts';
import { miniatureScene, planMiniature } from '../../../src/core/scene/miniature.ts';
import { fillTemplate } from '../../../src/core/templates/templatePage.ts';
import { expectGolden } from '../../support/golden.ts';

const bundled = loadBundledData();
// The day of the catalogue is in the picture, and says nothing of how it is drawn.
const catalog = { ...bundled.catalog, asOf: '2026-01-02' };
const loaded = loadTemplatesAt(catalog);
const templates = new Map((loaded.ok ? loaded.value : []).map((template) => [template.id, template]));

const diagram = (id: string) => {
  const template = templates.get(id);
  const filled = template && fillTemplate(catalog, template, 'page-1');
  if (!filled?.ok) throw new Error(`The template ${id} can't be filled.`);
  return diagramOf(filled.value.page);
};

describe('pictures of templates', () => {
  it.each([
    ['call-analytics', 'right', 'light'],
    ['media-moderation', 'down', 'dark'],
  ] as const)('%s, %s, %s', async (id, direction, theme) => {
    const laid = await layOutDiagram(catalog, diagram(id), [], direction);
    if (!laid.ok) throw new Error(laid.error);
    const svg = renderSvg(laid.value.scene(theme), { icons: bundled.icons, font: { kind: 'named' } });
    expectGolden(`template-${id}-${direction}-${theme}.svg`, svg);
  });

  it('a chain of seven stands within 1,650 px, so that it can be read in the window', async () => {
    const laid = await layOutDiagram(catalog, diagram('call-analytics'), []);
    expect(laid.ok && laid.value.scene('light').width).toBeLessThanOrEqual(1650);
  });

  it('has a miniature without words, with every icon and every way', async () => {
    const whole = diagram('media-moderation');
    const plan = planMiniature(whole, catalog);
    const laid = await bundledElkEngine()(plan.graph);
    if (!laid.ok) throw new Error(laid.error.message);
    const scene = miniatureScene(plan, laid.value, 'light');
    expect(scene.nodes.map(({ id }) => id).sort()).toEqual(whole.nodes.map(({ id }) => id).sort());
    expect(scene.edges).toHaveLength(whole.edges.length);
    expect(renderSvg(scene, { icons: bundled.icons, font: { kind: 'named' } })).not.toContain('<text');
    expect(scene.width).toBeLessThan(850);
  });
});
