/**
 * Pages of a sketch as a file of draw.io (diagrams.net): an `<mxfile>` with a `<diagram>` for each page, its `<mxGraphModel>` as plain
 * XML. Parts, boundaries and lines become cells of their own, which can be moved and edited there. The format: the reference of
 * mxGraph 4 (mxCell, mxGeometry, mxCodec, mxConstants.STYLE_*), and what draw.io writes itself. The same pages give the same bytes.
 */
import type { DraftPlan } from '../scene/draftPlan.ts';
import type { Scene, SceneEdge } from '../scene/scene.ts';
import { themes } from '../scene/theme.ts';
import { groupCell, nodeCell } from './drawioBox.ts';
import { type Brush, layer } from './drawioCell.ts';
import { edgeCell } from './drawioLine.ts';
import { element } from './element.ts';
import type { IconSet } from './icon.ts';

/** A page that is drawn: where everything stands, and what stands in what. */
export interface DrawioPage {
  readonly id: string;
  readonly title: string;
  readonly scene: Scene;
  readonly plan: Pick<DraftPlan, 'nodes' | 'groups' | 'edges'>;
}

/** Writes the file. Text in it may be anything: it stays text. */
export function drawioFile(pages: readonly DrawioPage[], icons: IconSet): string {
  const diagrams = pages.map((page) => element('diagram', { id: page.id, name: page.title }, drawioModel(page, icons)));
  return `${element('mxfile', { host: 'Lodestack', type: 'device', pages: pages.length }, `\n${diagrams.join('\n')}\n`)}\n`;
}

/** A page alone, as draw.io takes it from the clipboard. */
export function drawioModel(page: DrawioPage, icons: IconSet): string {
  const { width, height } = page.scene;
  const model = {
    dx: width,
    dy: height,
    grid: 1,
    gridSize: 10,
    guides: 1,
    tooltips: 1,
    connect: 1,
    arrows: 1,
    fold: 1,
    page: 0,
    pageScale: 1,
    pageWidth: Math.ceil(width),
    pageHeight: Math.ceil(height),
    math: 0,
    shadow: 0,
  };
  return element('mxGraphModel', model, element('root', {}, `\n${cellsOf(page, icons).join('\n')}\n`));
}

function cellsOf({ scene, plan }: DrawioPage, icons: IconSet): readonly string[] {
  const brush: Brush = {
    theme: themes[scene.theme],
    icons,
    boxes: new Map([...scene.groups, ...scene.nodes].map((box) => [box.id, box])),
  };
  const drawnGroups = new Set(scene.groups.map(({ id }) => id));
  const holder = (id: string | undefined): string | undefined =>
    id !== undefined && drawnGroups.has(id) ? id : undefined;
  const holders = new Map([
    ...plan.groups.map(({ id, parent }) => [id, holder(parent)] as const),
    ...plan.nodes.map(({ node }) => [node.id, holder(node.group)] as const),
  ]);
  const labels = new Map(plan.groups.map(({ id, label }) => [id, label]));
  const planned = new Map(plan.nodes.map((one) => [one.node.id, one]));
  const words = new Map(plan.edges.map(({ edge, label }) => [edge.id, label?.join('\n')]));
  return [
    element('mxCell', { id: '0' }),
    element('mxCell', { id: layer, parent: '0' }),
    // Outer boundaries come first, as in the scene: a cell stands in one that is there.
    ...scene.groups.map((group) => groupCell(group, labels.get(group.id) ?? '', holders.get(group.id), brush)),
    ...scene.nodes.flatMap((node) => {
      const plannedNode = planned.get(node.id);
      return plannedNode ? [nodeCell(node, plannedNode, holders.get(node.id), brush)] : [];
    }),
    ...scene.edges.map((edge) => edgeCell(edge, words.get(edge.id), nearestAround(edge, holders), brush)),
  ];
}

/** The boundary that holds both ends of a line, the innermost: where the line belongs, so that it is moved along. */
function nearestAround({ from, to }: SceneEdge, holders: ReadonlyMap<string, string | undefined>): string | undefined {
  const around = (id: string): readonly string[] => {
    const found: string[] = [];
    for (let at = holders.get(id); at !== undefined && !found.includes(at); at = holders.get(at)) found.push(at);
    return found;
  };
  const others = new Set(around(to));
  return around(from).find((id) => others.has(id));
}
