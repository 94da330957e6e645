/** What is opened again looks as it was left: the exported picture before it is saved and after it is opened, byte for byte. */
import { beforeEach, describe, expect, it } from 'vitest';
import { loadKnowledge, loadTemplatesAt } from '../../../src/cli/dataFiles.ts';
import { loadIcons } from '../../../src/cli/iconFiles.ts';
import type { PageCommand } from '../../../src/core/diagram/command.ts';
import { countedIds } from '../../../src/core/diagram/ids.ts';
import { diagramOf } from '../../../src/core/diagram/page.ts';
import type { SketchDocument } from '../../../src/core/document/document.ts';
import { readDocument } from '../../../src/core/document/readDocument.ts';
import { writeDocument } from '../../../src/core/document/writeDocument.ts';
import { bundledElkEngine } from '../../../src/core/layout/bundledElk.ts';
import { placedLayout } from '../../../src/core/layout/placedLayout.ts';
import { renderSvg } from '../../../src/core/render/svg.ts';
import { planDraft } from '../../../src/core/scene/draftPlan.ts';
import { draftScene } from '../../../src/core/scene/draftScene.ts';
import type { Scene } from '../../../src/core/scene/scene.ts';
import { asShown, picturePage } from '../../../src/renderer/sketch/pagePicture.ts';
import { createSketchStore, shownPage } from '../../../src/renderer/sketch/sketchStore.ts';
import { templateDocument } from '../../../src/renderer/sketch/templates/templateDocument.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong.');
const { catalog } = knowledge.value;
const loaded = loadTemplatesAt(catalog);
const templates = loaded.ok ? loaded.value : [];
const icons = loadIcons(catalog);
const engine = bundledElkEngine();

const svgOf = (scene: Scene): string => renderSvg(scene, { icons, font: { kind: 'named' } });

/** A window with a document, as far as its picture goes. */
function windowWith(document: SketchDocument) {
  const refused: string[] = [];
  const sketch = createSketchStore(countedIds(), (text) => refused.push(text));
  sketch.getState().open(document);
  const picture = () => picturePage(shownPage(sketch.getState()), catalog, 'light');
  picture();
  return {
    refused,
    picture: () => svgOf(picture().scene),
    edit: (...commands: readonly PageCommand[]) => {
      sketch.getState().edit(...commands);
      picture();
    },
    undo: () => {
      sketch.getState().undo();
      picture();
    },
    file: () => writeDocument(asShown(sketch.getState().history.document), 'test'),
  };
}

const reopened = (file: string): SketchDocument => {
  const read = readDocument(file);
  if (!read.ok) throw new Error(read.error.message);
  return read.value.document;
};

/** What the command line draws of a file. */
function drawnByCommandLine(document: SketchDocument): string {
  const [page] = Object.values(document.pages);
  if (!page) throw new Error('There is no page.');
  const plan = planDraft(diagramOf(page), catalog);
  return svgOf(draftScene(plan, placedLayout(plan.graph), { theme: 'light' }));
}

describe.each(templates.map((template) => [template.id, template] as const))('%s', (_, template) => {
  let document: SketchDocument;
  beforeEach(async () => {
    const made = await templateDocument(engine, catalog, template, 'right');
    if (!made.ok) throw new Error(made.error);
    document = made.value.thing;
  });

  it('untouched', () => {
    const before = windowWith(document);
    const [picture, file] = [before.picture(), before.file()];
    const after = windowWith(reopened(file));
    expect(after.picture()).toBe(picture);
    expect(after.file()).toBe(file);
    expect(drawnByCommandLine(reopened(file))).toBe(picture);
  });

  it('moved, joined and renamed by hand', () => {
    const before = windowWith(document);
    const ids = Object.keys(Object.values(document.pages)[0]?.nodes ?? {});
    const [first = '', second = '', third = ''] = ids;
    before.edit({ type: 'move', ids: [second], by: { x: 37, y: 161 }, boxes: {} });
    before.edit({ type: 'add', edges: [{ from: first, to: third, style: 'support', label: 'by hand' }] });
    before.edit({ type: 'set', ids: [third], fields: { label: 'A name that is longer than it was before' } });
    before.edit({ type: 'move', ids: [third], by: { x: -11, y: -90 }, boxes: {} });
    expect(before.refused).toEqual([]);
    const [picture, file] = [before.picture(), before.file()];
    const after = windowWith(reopened(file));
    expect(after.picture()).toBe(picture);
    expect(after.file()).toBe(file);
    expect(drawnByCommandLine(reopened(file))).toBe(picture);
  });

  it('moved, and moved back by undo', () => {
    const window = windowWith(document);
    const picture = window.picture();
    const [first = ''] = Object.keys(Object.values(document.pages)[0]?.nodes ?? {});
    window.edit({ type: 'move', ids: [first], by: { x: 60, y: 200 }, boxes: {} });
    expect(window.picture()).not.toBe(picture);
    window.undo();
    expect(window.picture()).toBe(picture);
  });
});

it('a line whose end was moved by another program is led anew', async () => {
  const [template] = templates;
  const made = template && (await templateDocument(engine, catalog, template, 'right'));
  if (!made?.ok) throw new Error('There is no template.');
  const page = Object.values(made.value.thing.pages)[0];
  const [edge] = Object.values(page?.edges ?? {});
  if (!page || !edge) throw new Error('There is no line.');
  const moved = { ...page, nodes: { ...page.nodes } };
  const node = page.nodes[edge.to];
  if (node?.position)
    moved.nodes[edge.to] = { ...node, position: { x: node.position.x + 500, y: node.position.y + 300 } };
  const { layout } = picturePage(moved, catalog, 'light');
  const end = layout.edges[edge.id]?.points.at(-1);
  const box = layout.nodes[edge.to];
  expect(end && box && end.x >= box.x - 1.5 && end.x <= box.x + box.width + 1.5).toBe(true);
  expect(end && box && end.y >= box.y - 1.5 && end.y <= box.y + box.height + 1.5).toBe(true);
});
