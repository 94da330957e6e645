/**
 * A scene as SVG: pure vectors with presentation attributes only, so that browsers, resvg, librsvg, Inkscape and
 * office programs draw the same. The same scene gives the same bytes.
 */
import { grown, type Rectangle } from '../base/geometry.ts';
import { swatch } from '../scene/legend.ts';
import { badgeFill, boxLook, groupLook, lineLook, nodeLook, textColour } from '../scene/looks.ts';
import { leftOfText } from '../scene/placeText.ts';
import type {
  Scene,
  SceneBadge,
  SceneEdge,
  SceneGroup,
  SceneLegendItem,
  SceneNode,
  SceneRow,
  SceneState,
  SceneText,
} from '../scene/scene.ts';
import { radius } from '../scene/spacing.ts';
import { type Theme, themes } from '../scene/theme.ts';
import { fontFallback, fontFamily, typeScale } from '../scene/typography.ts';
import { element, textElement } from './element.ts';
import type { PictureFont } from './font.ts';
import type { Icon, IconSet } from './icon.ts';
import { findIcon } from './neutralIcons.ts';
import { arrowHeads, routePath, withoutTips } from './route.ts';
import { formatNumber } from './xml.ts';

/** How a scene becomes an SVG. */
export interface SvgOptions {
  readonly icons: IconSet;
  readonly font: PictureFont;
  /** Leaves the ground of the whole picture out. */
  readonly transparent?: boolean;
}

interface Brush extends SvgOptions {
  readonly theme: Theme;
}

/** Writes the scene. Text in it may be anything: it is escaped, and what XML cannot hold is left out. */
export function renderSvg(scene: Scene, options: SvgOptions): string {
  const brush: Brush = { ...options, theme: themes[scene.theme] };
  const { x, y } = scene.origin ?? { x: 0, y: 0 };
  const inOrder = scene.edges
    .filter(({ quiet }) => quiet !== true)
    .sort((left, right) => edgeOrder(left) - edgeOrder(right));
  const titled = scene.groups.filter(({ titleGround }) => titleGround !== undefined);
  const parts = [
    textElement('title', {}, scene.title),
    textElement('desc', {}, describeScene(scene)),
    fontStyle(options.font),
    options.transparent === true
      ? ''
      : element('rect', { x, y, width: scene.width, height: scene.height, fill: brush.theme.canvas }),
    layer('groups', scene.groups, (group) => drawGroup(group, brush)),
    layer('edges', inOrder, (edge) => drawEdge(edge, brush)),
    layer('titles', titled, (group) => drawTitleOver(group, brush)),
    layer('nodes', scene.nodes, (node) => drawNode(node, brush)),
    layer('labels', inOrder, (edge) => drawLabel(edge, brush)),
    layer('texts', scene.texts, (text) => drawText(text, brush)),
    layer('legend', scene.legend, (item) => drawLegendItem(item, brush)),
  ];
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    width: scene.width,
    height: scene.height,
    viewBox: [x, y, scene.width, scene.height].map(formatNumber).join(' '),
    role: 'img',
    'font-family': fontFallback,
    'text-rendering': 'geometricPrecision',
  };
  return `${element('svg', root, `\n${parts.filter((part) => part !== '').join('\n')}\n`)}\n`;
}

/** Lit edges lie above the others. */
const edgeOrder = ({ state }: SceneEdge): number => (state === 'not-relevant' || state === 'ruled-out' ? 0 : 1);

function layer<Item>(id: string, items: readonly Item[], draw: (item: Item) => string): string {
  if (items.length === 0) return '';
  const drawn = items.map(draw).filter((each) => each !== '');
  return element('g', { id }, `\n${drawn.join('\n')}\n`);
}

/** What a screen reader says of the whole: its words, and what is lit. */
function describeScene(scene: Scene): string {
  const lit = scene.nodes.filter(({ state }) => state === 'recommended' || state === 'suitable');
  const told = lit.length > 0 ? lit : scene.nodes.filter(({ role }) => role !== undefined);
  return [...scene.texts.map(({ text }) => text), ...told.map(({ description }) => description)].join('. ');
}

function fontStyle(font: PictureFont): string {
  if (font.kind !== 'embedded') return '';
  const faces = font.faces.map(
    ({ weight, woff2 }) =>
      `@font-face{font-family:${fontFamily};font-weight:${weight};src:url(data:font/woff2;base64,${woff2}) format("woff2")}`,
  );
  return `<style>${faces.join('')}</style>`;
}

function drawText(text: SceneText, brush: Brush, fill = textColour(text.tone, brush.theme)): string {
  const { size, weight } = typeScale[text.style];
  if (brush.font.kind === 'outlined') {
    const path = brush.font.outline(text.text, { x: leftOfText(text), y: text.y, size, weight });
    if (path !== undefined) return path === '' ? '' : element('path', { d: path, fill, 'aria-label': text.text });
  }
  const anchor = text.anchor === 'start' ? undefined : text.anchor;
  return textElement(
    'text',
    { x: text.x, y: text.y, 'font-size': size, 'font-weight': weight, 'text-anchor': anchor, fill },
    text.text,
  );
}

const joined = (texts: readonly SceneText[], brush: Brush): string =>
  texts.map((text) => drawText(text, brush)).join('');

function drawGroup(group: SceneGroup, brush: Brush): string {
  const { theme } = brush;
  const { x, y, width, height } = group;
  if (group.band === undefined) {
    const look = groupLook(group, theme);
    const frame = {
      ...grown(group, -0.5),
      rx: radius.group,
      fill: look.fill,
      stroke: look.stroke,
      'stroke-dasharray': look.dashes,
    };
    return element('rect', frame) + (group.titleGround ? '' : drawTitle(group, brush));
  }
  const at = group.band % theme.bands.length;
  const mark = { x, y: y + radius.band, width: 4, height: height - 2 * radius.band, fill: theme.bandMarks[at], rx: 2 };
  return (
    element('rect', { x, y, width, height, rx: radius.band, fill: theme.bands[at] }) +
    element('rect', mark) +
    joined(group.texts, brush)
  );
}

/** The title of a boundary with its sign. */
function drawTitle({ icon, iconBox, texts }: SceneGroup, brush: Brush): string {
  return (icon && iconBox ? drawIcon(icon, iconBox, 1, brush) : '') + joined(texts, brush);
}

/** A title that lines come through stands over them. */
function drawTitleOver(group: SceneGroup, brush: Brush): string {
  if (!group.titleGround) return '';
  const { fill } = groupLook(group, brush.theme);
  return element('rect', { ...group.titleGround, rx: radius.small, fill }) + drawTitle(group, brush);
}

function drawEdge(edge: SceneEdge, brush: Brush): string {
  const look = lineLook(edge.style, edge.state, brush.theme, edge.tone);
  const line = {
    d: routePath(withoutTips(edge.points, edge.heads), 6),
    fill: 'none',
    stroke: look.stroke,
    'stroke-width': look.strokeWidth,
    'stroke-dasharray': look.dashes,
  };
  const heads = arrowHeads(edge.points, edge.heads).map((points) => element('polygon', { points, fill: look.stroke }));
  return element('path', line) + heads.join('');
}

/** A label lies above all edges, on a ground that covers the line it belongs to. */
function drawLabel({ label }: SceneEdge, brush: Brush): string {
  if (label === undefined) return '';
  const { x, y, width, height } = label.box;
  return (
    element('rect', { x, y, width, height, rx: radius.small, fill: brush.theme.canvas }) +
    label.texts.map((text) => drawText(text, brush)).join('')
  );
}

function drawNode(node: SceneNode, brush: Brush): string {
  const look = nodeLook(node, brush.theme);
  const inset = look.strokeWidth / 2;
  const frame = {
    ...grown(node, -inset),
    rx: radius.card,
    fill: look.fill,
    stroke: look.stroke,
    'stroke-width': look.strokeWidth,
    'stroke-dasharray': look.dashes,
  };
  const struck = node.state === 'ruled-out' ? strikes(node.texts, brush) : '';
  const separator =
    node.rows[0] === undefined ? '' : hairline(node.x + 10, node.x + node.width - 10, node.rows[0].y - 4, look.stroke);
  const children = [
    node.framed === false ? '' : element('rect', frame),
    drawImage(node) || drawIcon(node.icon, node.iconBox, look.iconOpacity, brush),
    joined(node.texts, brush),
    struck,
    separator,
    ...node.rows.map((row) => drawRow(row, brush)),
    ...node.badges.map((badge) => drawBadge(badge, brush)),
  ];
  return element('g', {}, textElement('title', {}, node.description) + children.join(''));
}

const hairline = (left: number, right: number, y: number, stroke: string): string =>
  element('path', {
    d: `M${formatNumber(left)} ${formatNumber(y)}H${formatNumber(right)}`,
    stroke,
    'stroke-opacity': 0.4,
  });

/** A line through each text: what is ruled out is told by more than colour. */
function strikes(texts: readonly SceneText[], brush: Brush): string {
  return texts
    .map((text) => {
      const left = leftOfText(text);
      const height = text.y - typeScale[text.style].size * 0.32;
      const d = `M${formatNumber(left)} ${formatNumber(height)}H${formatNumber(left + text.width)}`;
      return element('path', { d, stroke: brush.theme.danger, 'stroke-width': 1.5 });
    })
    .join('');
}

/** The package's line icons are near black: on a dark ground they take the text's colour. Tiles stay as they are. */
function visible(icon: Icon, theme: Theme): Icon {
  if (theme !== themes.dark || /d="M0 0h\d+v\d+H0z"/.test(icon.body)) return icon;
  return { ...icon, body: icon.body.replaceAll(/#2[34]2f3[de]/g, theme.ink) };
}

/** A picture of the user's own, as the file that it is: no program runs what an `<image>` holds. */
function drawImage({ image, iconBox }: SceneNode): string {
  if (image === undefined) return '';
  return element('image', { ...iconBox, href: image, preserveAspectRatio: 'xMidYMid meet' });
}

function drawIcon(key: string, box: Rectangle, opacity: number, brush: Brush): string {
  if (key === '') return '';
  const { viewBox, body } = visible(findIcon(brush.icons, key), brush.theme);
  const [left, top, width, height] = viewBox;
  const scale = Math.min(box.width / width, box.height / height);
  const x = box.x + (box.width - width * scale) / 2 - left * scale;
  const y = box.y + (box.height - height * scale) / 2 - top * scale;
  // Four decimals: at two, an icon of 64 units would be off by a third of a pixel.
  const transform = `translate(${formatNumber(x)} ${formatNumber(y)}) scale(${Math.round(scale * 1e4) / 1e4})`;
  return `<g transform="${transform}"${opacity < 1 ? ` opacity="${formatNumber(opacity)}"` : ''}>${body}</g>`;
}

function drawRow(row: SceneRow, brush: Brush): string {
  const lit = row.state === 'recommended' || row.state === 'suitable' || row.state === 'supporting';
  const look = boxLook(row.state, brush.theme);
  const ground = lit
    ? element('rect', {
        ...grown(row, -1),
        rx: radius.small,
        fill: row.state === 'recommended' ? brush.theme.accent : look.fill,
        stroke: look.stroke,
        'stroke-dasharray': look.dashes,
      })
    : '';
  const colour = row.state === 'recommended' ? brush.theme.onAccent : undefined;
  return (
    ground +
    drawText(row.text, brush, colour) +
    (row.state === 'ruled-out' ? strikes([row.text], brush) : '') +
    (row.badge === undefined ? '' : drawBadge(row.badge, brush))
  );
}

function drawBadge(badge: SceneBadge, brush: Brush): string {
  const { x, y, width, height, kind } = badge;
  const fill = kind === 'rank' ? brush.theme.accent : badgeFill(kind, brush.theme);
  const ring = kind === 'rank' ? { stroke: brush.theme.canvas, 'stroke-width': 2 } : {};
  return element('rect', { x, y, width, height, rx: height / 2, fill, ...ring }) + drawText(badge.text, brush);
}

type LifecycleStatus = Exclude<SceneBadge['kind'], 'rank'>;
const lifecycles: ReadonlySet<string> = new Set(['active', 'closed-to-new', 'ending', 'retired', 'legacy']);
const isLifecycle = (state: string): state is LifecycleStatus => lifecycles.has(state);
const edgeStyles: ReadonlySet<string> = new Set(['flow', 'support', 'relation']);
const isEdgeStyle = (state: string): state is SceneEdge['style'] => edgeStyles.has(state);

function drawLegendItem(item: SceneLegendItem, brush: Brush): string {
  return drawSample(item, brush) + drawText(item.text, brush);
}

function drawSample(item: SceneLegendItem, brush: Brush): string {
  const { state, x, y } = item;
  if (isLifecycle(state)) return item.sample === undefined ? '' : drawBadge(item.sample, brush);
  if (isEdgeStyle(state)) {
    const middle = y + swatch.height / 2;
    const points = [
      { x, y: middle },
      { x: x + swatch.width, y: middle },
    ];
    return drawEdge({ id: '', from: '', to: '', style: state, state: 'plain', points }, brush);
  }
  return drawStateSample(state, { x, y, width: swatch.width, height: swatch.height }, brush);
}

function drawStateSample(state: SceneState, box: Rectangle, brush: Brush): string {
  const look = boxLook(state, brush.theme);
  const frame = element('rect', {
    ...grown(box, -look.strokeWidth / 2),
    rx: radius.small,
    fill: look.fill,
    stroke: look.stroke,
    'stroke-width': look.strokeWidth,
    'stroke-dasharray': look.dashes,
  });
  const middle = formatNumber(box.y + box.height / 2);
  const strike = `M${formatNumber(box.x + 5)} ${middle}H${formatNumber(box.x + box.width - 5)}`;
  return state === 'ruled-out'
    ? frame + element('path', { d: strike, stroke: brush.theme.danger, 'stroke-width': 1.5 })
    : frame;
}
