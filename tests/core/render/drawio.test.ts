import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point, Rectangle } from '../../../src/core/base/geometry.ts';
import type { Diagram } from '../../../src/core/diagram/diagram.ts';
import { bundledElkEngine } from '../../../src/core/layout/bundledElk.ts';
import { base64Of } from '../../../src/core/render/base64.ts';
import { type DrawioPage, drawioFile } from '../../../src/core/render/drawio.ts';
import { type IconSet, parseIcon } from '../../../src/core/render/icon.ts';
import { planDraft } from '../../../src/core/scene/draftPlan.ts';
import { draftScene } from '../../../src/core/scene/draftScene.ts';
import { pictureCatalog } from '../../support/pictureCatalog.ts';
import { loneDiagram, movedDiagram, pipelineDiagram } from '../../support/smallDiagrams.ts';
import { parseStrictly } from '../../support/strictXml.ts';

const engine = bundledElkEngine();
const icons: IconSet = {
  'test/square': parseIcon(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>',
  ),
};

async function pageOf(diagram: Diagram, id = 'page'): Promise<DrawioPage> {
  const plan = planDraft(diagram, pictureCatalog);
  const layout = await engine(plan.graph);
  if (!layout.ok) throw new Error(layout.error.message);
  return { id, title: diagram.title, plan, scene: draftScene(plan, layout.value, { theme: 'light' }) };
}

interface Cell {
  readonly id: string;
  readonly value: string;
  readonly parent: string | undefined;
  readonly kind: 'vertex' | 'edge' | 'none';
  readonly source: string | undefined;
  readonly target: string | undefined;
  readonly style: Readonly<Record<string, string>>;
  /** As written: from the corner of the parent. */
  readonly box: Rectangle;
  readonly corners: readonly Point[];
  readonly offset: Point | undefined;
}

const styleOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text
      .split(';')
      .filter((part) => part !== '')
      .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  );

/** The cells of each diagram, read as mxGraph's codec reads them. */
function diagramsOf(xml: string): readonly { readonly name: string; readonly cells: ReadonlyMap<string, Cell> }[] {
  const diagrams: { name: string; cells: Map<string, Cell> }[] = [];
  let cell: Cell | undefined;
  const keep = (part: Partial<Cell>): void => {
    if (!cell) throw new Error('A geometry outside of any cell');
    cell = { ...cell, ...part };
    diagrams.at(-1)?.cells.set(cell.id, cell);
  };
  for (const { name, attributes } of parseStrictly(xml)) {
    const number = (key: string): number => Number(attributes[key] ?? 0);
    const point = { x: number('x'), y: number('y') };
    if (name === 'diagram') diagrams.push({ name: attributes.name ?? '', cells: new Map() });
    else if (name === 'mxCell') {
      const { id = '', value = '', style = '', parent, source, target } = attributes;
      expect(diagrams.at(-1)?.cells.has(id)).toBe(false);
      const kind = attributes.vertex === '1' ? 'vertex' : attributes.edge === '1' ? 'edge' : 'none';
      const none = { box: { x: 0, y: 0, width: 0, height: 0 }, corners: [], offset: undefined };
      cell = undefined;
      cell = { id, value, parent, kind, source, target, style: styleOf(style), ...none };
      keep({});
    } else if (name === 'mxGeometry') keep({ box: { ...point, width: number('width'), height: number('height') } });
    else if (name === 'mxPoint' && attributes.as === 'offset') keep({ offset: point });
    else if (name === 'mxPoint') keep({ corners: [...(cell?.corners ?? []), point] });
  }
  return diagrams;
}

/** Where the inside of a cell begins on the page. */
function startOf(cells: ReadonlyMap<string, Cell>, id: string | undefined): Point {
  const cell = cells.get(id ?? '');
  if (!cell) throw new Error(`There is no cell ${id}`);
  if (cell.parent === undefined) return { x: 0, y: 0 };
  const around = startOf(cells, cell.parent);
  return { x: around.x + cell.box.x, y: around.y + cell.box.y };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

describe('drawioFile', () => {
  it.each([
    ['a pipeline', pipelineDiagram],
    ['what a hand has moved', movedDiagram],
    ['a single part', loneDiagram],
  ])('puts every part, boundary and line of %s where the picture has it', async (_, diagram) => {
    const page = await pageOf(diagram);
    const [read] = diagramsOf(drawioFile([page], icons));
    if (!read) throw new Error('There is no diagram');
    const { cells } = read;
    const { scene } = page;
    expect(read.name).toBe(diagram.title);
    expect(cells.size).toBe(2 + scene.nodes.length + scene.groups.length + scene.edges.length);

    for (const box of [...scene.groups, ...scene.nodes]) {
      const cell = cells.get(`part-${box.id}`);
      expect(cell?.kind).toBe('vertex');
      const start = startOf(cells, cell?.id);
      expect([start.x, start.y, cell?.box.width, cell?.box.height].map((value) => rounded(value ?? 0))).toEqual(
        [box.x, box.y, box.width, box.height].map(rounded),
      );
    }
    for (const { id, group } of diagram.nodes)
      expect(cells.get(`part-${id}`)?.parent).toBe(group ? `part-${group}` : '1');
    for (const { id, parent } of diagram.groups)
      expect(cells.get(`part-${id}`)?.parent).toBe(parent ? `part-${parent}` : '1');
    for (const { id, from, to, points } of scene.edges) {
      const cell = cells.get(`part-${id}`);
      expect([cell?.kind, cell?.source, cell?.target]).toEqual(['edge', `part-${from}`, `part-${to}`]);
      const start = startOf(cells, cell?.parent);
      const corners = cell?.corners.map(({ x, y }) => [rounded(x + start.x), rounded(y + start.y)]);
      expect(corners).toEqual(points.slice(1, -1).map(({ x, y }) => [rounded(x), rounded(y)]));
      for (const [end, at, point] of [
        ['exit', from, points[0]],
        ['entry', to, points.at(-1)],
      ] as const) {
        const box = [...scene.nodes, ...scene.groups].find((one) => one.id === at);
        const [across, down] = [Number(cell?.style[`${end}X`]), Number(cell?.style[`${end}Y`])];
        expect((box?.x ?? 0) + across * (box?.width ?? 0)).toBeCloseTo(point?.x ?? 0, 0);
        expect((box?.y ?? 0) + down * (box?.height ?? 0)).toBeCloseTo(point?.y ?? 0, 0);
      }
    }
  });

  it('a line belongs to the innermost boundary that holds both its ends', async () => {
    const [read] = diagramsOf(drawioFile([await pageOf(pipelineDiagram)], icons));
    const parent = (id: string) => read?.cells.get(`part-${id}`)?.parent;
    expect(parent('hear-watch')).toBe('part-ai');
    expect(parent('watch-store')).toBe('part-cloud');
    expect(parent('calls-hear')).toBe('1');
  });

  it('puts a label where the picture has it, whatever way the line takes', async () => {
    const page = await pageOf(pipelineDiagram);
    const xml = drawioFile([page], icons);
    const [read] = diagramsOf(xml);
    for (const { id, points, label } of page.scene.edges) {
      const cell = read?.cells.get(`part-${id}`);
      if (!label) {
        expect(cell?.value).toBe('');
        continue;
      }
      // As mxGraphView does: so far along the line, and the offset beside that.
      const lengths = points
        .slice(1)
        .map((end, at) => Math.hypot(end.x - (points[at]?.x ?? 0), end.y - (points[at]?.y ?? 0)));
      let left = (((cell?.box.x ?? 0) + 1) / 2) * lengths.reduce((sum, length) => sum + length, 0);
      let on = points[0] ?? { x: 0, y: 0 };
      for (const [at, length] of lengths.entries()) {
        const [start, end] = [points[at] ?? on, points[at + 1] ?? on];
        const part = Math.min(1, left / length);
        on = { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part };
        left -= length;
        if (left <= 0) break;
      }
      expect(on.x + (cell?.offset?.x ?? 0)).toBeCloseTo(label.box.x + label.box.width / 2, 0);
      expect(on.y + (cell?.offset?.y ?? 0)).toBeCloseTo(label.box.y + label.box.height / 2, 0);
    }
  });

  it('holds every icon itself, in an image that a style can hold', async () => {
    const page = await pageOf(pipelineDiagram);
    const [read] = diagramsOf(drawioFile([page], icons));
    for (const { id, iconBox } of page.scene.nodes) {
      const style = read?.cells.get(`part-${id}`)?.style ?? {};
      const [type, content = ''] = (style.image ?? '').split(',');
      expect(type).toBe('data:image/svg+xml');
      parseStrictly(Buffer.from(content, 'base64').toString('utf8'));
      expect([style.imageWidth, style.imageHeight]).toEqual([String(iconBox.width), String(iconBox.height)]);
    }
  });

  it('takes pictures of the user along, and none that could say anything else in a style', async () => {
    const imageOf = async (image: string): Promise<Readonly<Record<string, string>>> => {
      const diagram = { ...loneDiagram, nodes: [{ id: 'only', kind: 'image' as const, label: 'Logo', image }] };
      const [read] = diagramsOf(drawioFile([await pageOf(diagram)], icons));
      return read?.cells.get('part-only')?.style ?? {};
    };
    expect((await imageOf('data:image/png;base64,iVBORw0KGgo=')).image).toBe('data:image/png,iVBORw0KGgo=');
    const hostile = await imageOf('data:image/svg+xml,<svg/>;link=javascript:alert(1);');
    expect(hostile.link).toBeUndefined();
    expect(hostile.image).toMatch(/^data:image\/svg\+xml,[A-Za-z0-9+/=]+$/);
  });

  it('makes a diagram of each page, and the same file of the same pages', async () => {
    const pages = [await pageOf(pipelineDiagram, 'one'), await pageOf(loneDiagram, 'two')];
    const xml = drawioFile(pages, icons);
    expect(diagramsOf(xml).map(({ name }) => name)).toEqual(['Hear and see', '']);
    expect(xml).toBe(drawioFile([await pageOf(pipelineDiagram, 'one'), await pageOf(loneDiagram, 'two')], icons));
  });

  it('keeps any text as text: in the XML, in the HTML of a label and in a style', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.constant('"/><script>;image=x;')), async (words) => {
        const diagram: Diagram = {
          title: words,
          nodes: [
            { id: 'a', kind: 'service', label: `a${words}`, detail: words },
            { id: 'b', kind: 'note', label: `b${words}` },
          ],
          groups: [{ id: 'g', kind: 'vpc', label: words }],
          edges: [{ id: 'e', from: 'a', to: 'b', style: 'flow', label: words }],
        };
        const [read] = diagramsOf(drawioFile([await pageOf(diagram)], icons));
        for (const { value, style } of read?.cells.values() ?? []) {
          expect(
            value.replace(/<br>|<\/?b>|<font color="#[0-9a-f]{6}" style="font-size: 12px">|<\/font>/g, ''),
          ).not.toMatch(/[<>"]/);
          expect(style.image ?? 'data:').toMatch(/^data:/);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('base64Of', () => {
  it('writes what every other writer does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(base64Of(text)).toBe(Buffer.from(text, 'utf8').toString('base64'));
      }),
    );
  });
});
