/**
 * Pages of a sketch as a file of draw.io (diagrams.net): an `<mxfile>` with a `<diagram>` for each page, its `<mxGraphModel>` as plain
 * XML. Parts, boundaries and lines become cells of their own, which can be moved and edited there. The format: the reference of
 * mxGraph 4 (mxCell, mxGeometry, mxCodec, mxConstants.STYLE_*), and what draw.io writes itself. The same pages give the same bytes.
 */
import type { Point, Rectangle } from '../base/geometry.ts';
import { boundarySign } from '../scene/boundaries.ts';
import type { DraftPlan, PlannedDraftNode } from '../scene/draftPlan.ts';
import { draftNode, pictureHeight, remark } from '../scene/draftPlan.ts';
import { groupLook, lineLook, nodeLook, textColour } from '../scene/looks.ts';
import type { Scene, SceneEdge, SceneGroup, SceneNode } from '../scene/scene.ts';
import { radius } from '../scene/spacing.ts';
import { type Theme, themes } from '../scene/theme.ts';
import { typeScale } from '../scene/typography.ts';
import { base64Of } from './base64.ts';
import { element } from './element.ts';
import type { IconSet } from './icon.ts';
import { findIcon } from './neutralIcons.ts';
import { escapeXml, formatNumber } from './xml.ts';

/** A page that is drawn: where everything stands, and what stands in what. */
export interface DrawioPage {
  readonly id: string;
  readonly title: string;
  readonly scene: Scene;
  readonly plan: Pick<DraftPlan, 'nodes' | 'groups' | 'edges'>;
}

/** The cell that everything outside of any boundary stands in: draw.io's first layer. */
const layer = '1';

/** draw.io adds so much to an image's distance from the border of its box, px. */
const imageInset = 5;

/** An id of ours as one of a cell: never one of the two that every model has. */
const cellId = (id: string): string => `part-${id}`;

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

interface Brush {
  readonly theme: Theme;
  readonly icons: IconSet;
  /** Boxes of the boundaries, by id. */
  readonly boxes: ReadonlyMap<string, Rectangle>;
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

const at = (corner: Point, parent: string | undefined, { boxes }: Brush): Point => {
  const start = boxes.get(parent ?? '') ?? { x: 0, y: 0 };
  return { x: corner.x - start.x, y: corner.y - start.y };
};

type Style = Readonly<Record<string, string | number | undefined>>;

/** A style as draw.io writes it. What would end it or begin another has no place in a value. */
const written = (style: Style): string =>
  Object.entries(style)
    .flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}=${typeof value === 'number' ? formatNumber(value) : value};`],
    )
    .join('');

/** A text as HTML: draw.io's labels are. */
const html = (text: string): string => escapeXml(text).replaceAll('\n', '<br>');

const font = { html: 1, fontFamily: 'Helvetica' } as const;
const wrapped = { ...font, whiteSpace: 'wrap' } as const;

interface Cell {
  readonly id: string;
  readonly value: string;
  readonly style: Style;
  readonly parent: string | undefined;
}

const parentOf = (parent: string | undefined): string => (parent === undefined ? layer : cellId(parent));

function vertex(cell: Cell, box: Rectangle, brush: Brush): string {
  const { width, height } = box;
  return element(
    'mxCell',
    { id: cellId(cell.id), value: cell.value, style: written(cell.style), vertex: 1, parent: parentOf(cell.parent) },
    element('mxGeometry', { ...at(box, cell.parent, brush), width, height, as: 'geometry' }),
  );
}

/** `dashed` and its pattern, or a solid line. */
const dashes = (pattern: string | undefined): Style =>
  pattern === undefined ? {} : { dashed: 1, dashPattern: pattern };

/** An icon as draw.io's styles hold an image: in base64, without the word for it, whose semicolon would end the style's value. */
function iconAddress(key: string, { icons }: Brush): string {
  const { viewBox, body } = findIcon(icons, key);
  const box = viewBox.map(formatNumber).join(' ');
  return `data:image/svg+xml,${base64Of(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${formatNumber(viewBox[2])}" height="${formatNumber(viewBox[3])}" viewBox="${box}">${body}</svg>`,
  )}`;
}

function groupCell(group: SceneGroup, label: string, parent: string | undefined, brush: Brush): string {
  const look = groupLook(group, brush.theme);
  const { icon, iconBox } = group;
  // One distance holds for both sides of the corner: that from the top keeps the sign beside its title.
  const inset = iconBox ? iconBox.y - group.y - imageInset : 0;
  const sign: Style =
    icon && iconBox
      ? {
          shape: 'label',
          image: iconAddress(icon, brush),
          imageAlign: 'left',
          imageVerticalAlign: 'top',
          imageWidth: iconBox.width,
          imageHeight: iconBox.height,
          spacing: inset,
          spacingLeft: imageInset + iconBox.width + boundarySign.gap,
          spacingTop: imageInset,
        }
      : { spacing: 0, spacingLeft: 16, spacingTop: 12 };
  const style: Style = {
    ...sign,
    ...wrapped,
    rounded: 1,
    absoluteArcSize: 1,
    arcSize: 2 * radius.group,
    container: 1,
    collapsible: 0,
    recursiveResize: 0,
    fillColor: look.fill,
    strokeColor: look.stroke,
    strokeWidth: look.strokeWidth,
    ...dashes(look.dashes),
    align: 'left',
    verticalAlign: 'top',
    fontSize: typeScale.group.size,
    fontStyle: 1,
    fontColor: brush.theme.ink,
  };
  return vertex({ id: group.id, value: html(label), style, parent }, group, brush);
}

/** A name in bold, its second line, and its lifecycle where it bears one. */
function nodeWords(scene: SceneNode, { node, detail, labelStyle }: PlannedDraftNode, theme: Theme): string {
  const name = typeScale[labelStyle].weight >= 600 ? `<b>${html(node.label)}</b>` : html(node.label);
  const small = (text: string, colour: string): string =>
    `<br><font color="${colour}" style="font-size: ${typeScale.detail.size}px">${html(text)}</font>`;
  const badges = scene.badges.map(({ text }) => small(text.text, textColour(text.tone, theme)));
  const second = detail.length === 0 || node.detail === undefined ? '' : small(node.detail, theme.muted);
  return name + badges.join('') + second;
}

function nodeCell(scene: SceneNode, planned: PlannedDraftNode, parent: string | undefined, brush: Brush): string {
  const { theme } = brush;
  const look = nodeLook(scene, theme);
  const frame: Style =
    scene.framed === false
      ? { fillColor: 'none', strokeColor: 'none' }
      : {
          fillColor: look.fill,
          strokeColor: look.stroke,
          strokeWidth: look.strokeWidth,
          ...dashes(look.dashes),
          rounded: 1,
          absoluteArcSize: 1,
          arcSize: 2 * radius.card,
        };
  const style: Style = {
    ...(planned.shape === 'remark' ? remarkStyle(planned) : tileStyle(scene, planned, brush)),
    ...wrapped,
    ...frame,
    verticalAlign: 'top',
    fontSize: typeScale[planned.labelStyle].size,
    fontColor: theme.ink,
  };
  return vertex({ id: scene.id, value: nodeWords(scene, planned, theme), style, parent }, scene, brush);
}

const remarkStyle = ({ framed }: PlannedDraftNode): Style => ({ align: 'left', spacing: framed ? remark.padding : 4 });

/** A picture of the user's own as styles hold one (see `iconAddress`); undefined for an address that a style cannot hold. */
function styleAddress(image: string): string | undefined {
  const [, type, content] = /^data:(image\/[a-z+]+);base64,([A-Za-z0-9+/=]+)$/.exec(image) ?? [];
  return type === undefined ? undefined : `data:${type},${content}`;
}

/** The icon, or the picture, over the words. */
function tileStyle(scene: SceneNode, planned: PlannedDraftNode, brush: Brush): Style {
  const { iconBox, image } = scene;
  const inset = iconBox.y - scene.y - imageInset;
  return {
    shape: 'label',
    image:
      (image === undefined ? undefined : styleAddress(image)) ?? iconAddress(scene.icon || 'neutral/picture', brush),
    imageAlign: 'center',
    imageVerticalAlign: 'top',
    imageWidth: iconBox.width,
    imageHeight: iconBox.height,
    align: 'center',
    spacing: inset,
    spacingTop: imageInset + pictureHeight(planned) + draftNode.gap,
  };
}

/** Where on the border of its box a line ends, in parts of its width and height. */
function endOn(box: Rectangle | undefined, point: Point | undefined, end: 'exit' | 'entry'): Style {
  if (!box || !point || box.width === 0 || box.height === 0) return {};
  const part = (value: number): string => String(Math.round(Math.min(1, Math.max(0, value)) * 1e4) / 1e4);
  return {
    [`${end}X`]: part((point.x - box.x) / box.width),
    [`${end}Y`]: part((point.y - box.y) / box.height),
    [`${end}Dx`]: 0,
    [`${end}Dy`]: 0,
    [`${end}Perimeter`]: 0,
  };
}

function edgeCell(edge: SceneEdge, words: string | undefined, parent: string | undefined, brush: Brush): string {
  const { theme, boxes } = brush;
  const look = lineLook(edge.style, edge.state, theme, edge.tone);
  const heads = edge.heads ?? 'forward';
  const style: Style = {
    edgeStyle: 'orthogonalEdgeStyle',
    rounded: 1,
    ...font,
    strokeColor: look.stroke,
    strokeWidth: look.strokeWidth,
    ...dashes(look.dashes),
    startArrow: heads === 'both' ? 'block' : 'none',
    endArrow: heads === 'none' ? 'none' : 'block',
    startFill: 1,
    endFill: 1,
    startSize: 5,
    endSize: 5,
    ...endOn(boxes.get(edge.from), edge.points[0], 'exit'),
    ...endOn(boxes.get(edge.to), edge.points.at(-1), 'entry'),
    labelBackgroundColor: theme.canvas,
    fontSize: typeScale.label.size,
    fontColor: theme.muted,
  };
  const corners = edge.points.slice(1, -1).map((corner) => element('mxPoint', { ...at(corner, parent, brush) }));
  const label = edge.label && labelPlace(edge.points, edge.label.box);
  const geometry = element(
    'mxGeometry',
    { ...(label && { x: label.along }), relative: 1, as: 'geometry' },
    (corners.length === 0 ? '' : element('Array', { as: 'points' }, corners.join(''))) +
      (label ? element('mxPoint', { ...label.offset, as: 'offset' }) : ''),
  );
  return element(
    'mxCell',
    {
      id: cellId(edge.id),
      value: html(words ?? ''),
      style: written(style),
      edge: 1,
      parent: parentOf(parent),
      source: cellId(edge.from),
      target: cellId(edge.to),
    },
    geometry,
  );
}

/** Where a label stands, as draw.io says it: along the line from -1 to 1, and how far beside that point. */
function labelPlace(
  points: readonly Point[],
  { x, y, width, height }: Rectangle,
): { readonly along: string; readonly offset: Point } {
  const middle = { x: x + width / 2, y: y + height / 2 };
  let [passed, best, nearest]: [number, number, Point] = [0, Number.POSITIVE_INFINITY, middle];
  let at = 0;
  for (const [index, start] of points.slice(0, -1).entries()) {
    const end = points[index + 1] ?? start;
    const length = Math.hypot(end.x - start.x, end.y - start.y);
    const part =
      length === 0
        ? 0
        : Math.min(
            1,
            Math.max(
              0,
              ((middle.x - start.x) * (end.x - start.x) + (middle.y - start.y) * (end.y - start.y)) / length ** 2,
            ),
          );
    const point = { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part };
    const away = Math.hypot(middle.x - point.x, middle.y - point.y);
    if (away < best) [best, nearest, at] = [away, point, passed + part * length];
    passed += length;
  }
  return {
    // More digits than of a length: it is a part of one.
    along: String(passed === 0 ? 0 : Math.round(((2 * at) / passed - 1) * 1e4) / 1e4),
    offset: { x: middle.x - nearest.x, y: middle.y - nearest.y },
  };
}
