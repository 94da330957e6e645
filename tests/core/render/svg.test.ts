import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagram } from '../../../src/core/diagram/diagram.ts';
import { bundledElkEngine } from '../../../src/core/layout/bundledElk.ts';
import type { PictureFont } from '../../../src/core/render/font.ts';
import { type IconSet, parseIcon } from '../../../src/core/render/icon.ts';
import { createOutliner } from '../../../src/core/render/outline.ts';
import { renderSvg } from '../../../src/core/render/svg.ts';
import { planDraft } from '../../../src/core/scene/draftPlan.ts';
import { draftScene } from '../../../src/core/scene/draftScene.ts';
import { planMap } from '../../../src/core/scene/mapPlan.ts';
import { mapScene } from '../../../src/core/scene/mapScene.ts';
import type { Scene, SceneEdge, SceneGroup, ThemeName } from '../../../src/core/scene/scene.ts';
import { expectGolden } from '../../support/golden.ts';
import { pictureCatalog, pictureDecision } from '../../support/pictureCatalog.ts';
import { sceneOf } from '../../support/sceneParts.ts';
import { loneDiagram, movedDiagram, pipelineDiagram } from '../../support/smallDiagrams.ts';
import { parseStrictly } from '../../support/strictXml.ts';

const engine = bundledElkEngine();
const icons: IconSet = {
  'test/square': parseIcon(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#0a7"/></svg>',
  ),
};
const named: PictureFont = { kind: 'named' };
const bytes = (name: string): ArrayBuffer => new Uint8Array(readFileSync(`data/fonts/Inter-${name}`)).buffer;
const outlined: PictureFont = {
  kind: 'outlined',
  outline: createOutliner({ 400: bytes('Regular.ttf'), 500: bytes('Medium.ttf'), 600: bytes('SemiBold.ttf') }),
};

async function draft(diagram: Diagram, theme: ThemeName = 'light'): Promise<Scene> {
  const plan = planDraft(diagram, pictureCatalog);
  const layout = await engine(plan.graph);
  if (!layout.ok) throw new Error(layout.error.message);
  return draftScene(plan, layout.value, { theme });
}

async function map(theme: ThemeName, lit: boolean): Promise<Scene> {
  const plan = planMap(pictureCatalog, {});
  const layout = await engine(plan.graph);
  if (!layout.ok) throw new Error(layout.error.message);
  return mapScene(plan, layout.value, { theme, decision: lit ? pictureDecision : undefined });
}

describe('goldens', () => {
  it.each<[string, () => Promise<Scene>]>([
    ['map-plain-light.svg', () => map('light', false)],
    ['map-lit-light.svg', () => map('light', true)],
    ['map-lit-dark.svg', () => map('dark', true)],
    ['draft-pipeline-light.svg', () => draft(pipelineDiagram)],
    ['draft-pipeline-dark.svg', () => draft(pipelineDiagram, 'dark')],
    ['draft-moved-light.svg', () => draft(movedDiagram)],
    ['draft-lone-light.svg', () => draft(loneDiagram)],
  ])('%s', async (name, scene) => {
    expectGolden(name, renderSvg(await scene(), { icons, font: named }));
  });
});

describe('renderSvg', () => {
  const allowed = new Set(['svg', 'title', 'desc', 'style', 'g', 'rect', 'path', 'polygon', 'text', 'circle']);

  it('is strict XML of plain shapes, without anything that runs or loads', async () => {
    for (const font of [named, outlined, { kind: 'embedded', faces: [{ weight: 400, woff2: 'AAAA' }] } as const]) {
      const svg = renderSvg(await map('light', true), { icons, font });
      for (const { name, attributes } of parseStrictly(svg)) {
        expect(allowed, name).toContain(name);
        for (const [key, value] of Object.entries(attributes)) {
          expect(key).not.toMatch(/^on|href|style|class/);
          expect(value, key).not.toMatch(/var\(|calc\(|url\(|javascript:/);
        }
      }
    }
  });

  it('words that the font has no letters for stay words, and are not left out', () => {
    const text = (words: string, y: number) =>
      ({ text: words, x: 10, y, style: 'label', anchor: 'start', width: 60, tone: 'muted' }) as const;
    const odd = ['مرحبا', '日本語', '🎧 calls'];
    const scene = sceneOf({ texts: [text('Plain', 10), ...odd.map((words, place) => text(words, 30 + 20 * place))] });
    const svg = renderSvg(scene, { icons, font: outlined });
    for (const words of odd) expect(svg).toContain(`>${words}</text>`);
    expect(svg).not.toContain('>Plain</text>');
    expect(svg).toContain('aria-label="Plain"');
  });

  it('draws a title that lines come through over them, and every other below', () => {
    const group = {
      ...{ id: 'g', x: 0, y: 0, width: 300, height: 200, depth: 0, outlined: true },
      texts: [{ text: 'Boundary', x: 10, y: 20, style: 'group', anchor: 'start', width: 60 } as const],
    };
    const through: SceneEdge = {
      id: 'e',
      from: 'g',
      to: 'g',
      style: 'flow',
      state: 'plain',
      heads: 'forward',
      points: [
        { x: 30, y: -50 },
        { x: 30, y: 100 },
      ],
    };
    const placeOfTitle = (more: Partial<SceneGroup>) => {
      const svg = renderSvg(sceneOf({ groups: [{ ...group, ...more }], edges: [through] }), { icons, font: named });
      return svg.indexOf('Boundary</text>') - svg.indexOf('<path');
    };
    expect(placeOfTitle({})).toBeLessThan(0);
    expect(placeOfTitle({ titleGround: { x: 7, y: 5, width: 66, height: 20 } })).toBeGreaterThan(0);
  });

  it('gives the same bytes for the same scene', async () => {
    const scene = await map('light', true);
    expect(renderSvg(scene, { icons, font: named })).toBe(renderSvg(structuredClone(scene), { icons, font: named }));
  });

  it('writes numbers with at most two decimals but for the scale of icons', async () => {
    const svg = renderSvg(await draft(pipelineDiagram), { icons: {}, font: named });
    const long = svg.replaceAll(/scale\([^)]*\)/g, '').match(/"[^"]*\d\.\d{3,}[^"]*"/g);
    expect(long).toBeNull();
  });

  it('keeps any text intact as text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), async (label) => {
        const scene = await draft({ ...loneDiagram, title: 'T' });
        const [node] = scene.nodes;
        if (node === undefined) throw new Error('no node');
        const hostile = {
          ...scene,
          nodes: [{ ...node, description: label, texts: node.texts.map((text) => ({ ...text, text: label })) }],
        };
        const elements = parseStrictly(renderSvg(hostile, { icons, font: named }));
        const said =
          elements.find(({ name, attributes }) => name === 'text' && attributes['text-anchor'] === 'middle')?.text ??
          '';
        // What XML cannot hold is dropped, and a parser reads a carriage return as a new line.
        const kept = label.replace(/[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
        expect(said.replace(/\r\n?/g, '\n')).toBe(kept.replace(/\r\n?/g, '\n'));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    '</text><script>alert(1)</script>',
    '" onload="alert(1)',
    '<![CDATA[',
    ']]>',
    '&lt;b&gt;',
    '<!--',
    '\u0000\ud800',
  ])('cannot be broken by %j', async (text) => {
    const hostile: Diagram = {
      title: text,
      nodes: [{ id: text, kind: 'service', label: text, detail: text, group: 'g', role: 'stage' }],
      groups: [{ id: 'g', kind: 'custom', label: text }],
      edges: [{ id: text, from: text, to: text, label: text, style: 'flow' }],
    };
    const elements = parseStrictly(renderSvg(await draft(hostile), { icons, font: named }));
    expect(elements.filter(({ name }) => name === 'script')).toEqual([]);
    expect(elements.flatMap(({ attributes }) => Object.keys(attributes)).filter((key) => key.startsWith('on'))).toEqual(
      [],
    );
  });

  it('draws outlines where text would stand: hardly a pixel differs', async () => {
    const scene = await draft(pipelineDiagram);
    const [texts, shapes] = [named, outlined].map((font) => pixels(renderSvg(scene, { icons, font })));
    expect(meanDifference(texts ?? new Uint8Array(), shapes ?? new Uint8Array())).toBeLessThan(0.5);
  });
});

const pixels = (svg: string): Uint8Array => {
  const fontFiles = ['Regular', 'Medium', 'SemiBold'].map((name) => `data/fonts/Inter-${name}.ttf`);
  return new Uint8Array(new Resvg(svg, { font: { fontFiles, loadSystemFonts: false } }).render().pixels);
};

/** Mean difference of all channels, of 255. */
function meanDifference(left: Uint8Array, right: Uint8Array): number {
  expect(left.length).toBe(right.length);
  return left.reduce((sum, value, index) => sum + Math.abs(value - (right[index] ?? 0)), 0) / left.length;
}
