/**
 * Which words a far view shows, and where: each as large as it must be to be read, whatever the zoom, and none over another.
 * What is recommended is placed first and may stand out over its card; what steps back is named only where it has room.
 * All places here are those of the canvas, px.
 */
import type { Point, Rectangle } from '../../core/base/geometry.ts';
import type { SceneEdge, SceneGroup, SceneNode, SceneState } from '../../core/scene/scene.ts';
import type { Theme } from '../../core/scene/theme.ts';
import { type Context, fontOf, textWidth } from './brush.ts';
import type { Names } from './shortNames.ts';
import { touches } from './spatialGrid.ts';
import { toCanvas, type View } from './view.ts';

export interface FarLabel {
  readonly lines: readonly string[];
  /** Baseline of the first line. */
  readonly at: Point;
  readonly align: 'left' | 'center';
  readonly size: number;
  readonly weight: number;
  readonly lineHeight: number;
  readonly colour: string;
  /** Drawn below it, so that it can be read over what is there. */
  readonly ground?: { readonly box: Rectangle; readonly fill: string; readonly stroke?: string };
  /** An outline of this colour around the letters. */
  readonly halo?: string;
  /** True: it reads from below upwards. */
  readonly upright?: boolean;
  readonly struck?: boolean;
  /** Wider than that it is squeezed. */
  readonly most?: number;
  /** The node that it names, for what dims nodes. */
  readonly node?: string;
}

export interface FarWords {
  readonly labels: readonly FarLabel[];
  /** Nodes whose icon gives its room to the name. */
  readonly iconless: ReadonlySet<string>;
  /** Nodes that are named, with the box of a name that stands out: the others show bars in the place of their words. */
  readonly named: ReadonlyMap<string, Rectangle | undefined>;
}

const leastSize = 11;
const litSizes = [13, 12, 11] as const;
const plainSizes = [11, 10] as const;
const backSizes = [11] as const;
const ascent = 0.73;
/** Narrower nodes are not named, unless they are lit. */
const leastWidth = 30;

const isLit = (state: SceneState) => state === 'recommended' || state === 'suitable' || state === 'supporting';
const stepsBack = (state: SceneState) => state === 'not-relevant' || state === 'ruled-out';

const order: Readonly<Record<SceneState, number>> = {
  recommended: 0,
  suitable: 1,
  supporting: 2,
  plain: 3,
  'ruled-out': 4,
  'not-relevant': 5,
};

function colourOf(state: SceneState, theme: Theme): string {
  if (state === 'recommended') return theme.accentInk;
  if (state === 'supporting') return theme.supportInk;
  return stepsBack(state) ? theme.dimmed : theme.ink;
}

/** Breaks words into at most two lines, the first as long as can be; undefined where they do not fit. */
function inLines(
  context: Context,
  text: string,
  font: string,
  room: number,
  most: number,
): readonly string[] | undefined {
  if (textWidth(context, text, font) <= room) return [text];
  if (most < 2) return undefined;
  const words = text.split(' ');
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(context, longer, font) <= room) line = longer;
    else if (line === '' || lines.length + 1 >= most) return undefined;
    else {
      lines.push(line);
      line = word;
      if (textWidth(context, word, font) > room) return undefined;
    }
  }
  return [...lines, line];
}

/** The longest beginning of a text that fits, with an ellipsis; undefined where less than `least` letters of it do. */
function cut(context: Context, text: string, font: string, room: number, least: number): string | undefined {
  const beginning = (length: number) => `${text.slice(0, length).trimEnd()}…`;
  let fits = least - 1;
  let tooLong = text.length;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (textWidth(context, beginning(middle), font) <= room) fits = middle;
    else tooLong = middle;
  }
  return fits < least ? undefined : beginning(fits);
}

interface Page {
  readonly context: Context;
  readonly theme: Theme;
  readonly view: View;
  readonly taken: Rectangle[];
  /** Whether only one name begins like this. */
  readonly tellsApart: (start: string) => boolean;
}

const onCanvas = (view: View, box: Rectangle): Rectangle => ({
  ...toCanvas(view, box),
  width: box.width * view.zoom,
  height: box.height * view.zoom,
});

const isFree = ({ taken }: Page, box: Rectangle): boolean => !taken.some((other) => touches(other, box));

/** The part of a node above its rows, which its name stands in. */
function headOf(node: SceneNode): Rectangle {
  const [firstRow] = node.rows;
  return { x: node.x, y: node.y, width: node.width, height: firstRow ? firstRow.y - 4 - node.y : node.height };
}

function nameNode(page: Page, node: SceneNode, name: string): { label: FarLabel; withIcon: boolean } | undefined {
  const { context, theme, view } = page;
  const lit = isLit(node.state) || node.role === 'stage';
  const back = stepsBack(node.state);
  const weight = lit ? 600 : back ? 400 : 500;
  const ranked = node.badges.some(({ kind }) => kind === 'rank');
  const head = onCanvas(view, headOf(node));
  const icon = onCanvas(view, node.iconBox);
  const [firstText] = node.texts;
  const below = firstText !== undefined && firstText.anchor === 'middle';
  const sizes = lit ? litSizes : back ? backSizes : plainSizes;
  const padding = 3;
  const zones: { box: Rectangle; withIcon: boolean }[] = below
    ? [
        {
          box: {
            x: head.x,
            y: icon.y + icon.height,
            width: head.width,
            height: head.y + head.height - icon.y - icon.height,
          },
          withIcon: true,
        },
      ]
    : [
        {
          box: {
            ...head,
            x: icon.x + icon.width + 1,
            width: Math.max(0, head.x + head.width - icon.x - icon.width - 2),
          },
          withIcon: true,
        },
        { box: head, withIcon: false },
      ];
  const common = { weight, colour: colourOf(node.state, theme), struck: node.state === 'ruled-out', node: node.id };
  for (const { box, withIcon } of zones) {
    for (const size of sizes) {
      const lineHeight = size + 2;
      const most = Math.floor((box.height - 1) / lineHeight);
      if (most < 1) continue;
      const room = box.width - 2 * padding - (ranked ? 7 : 0);
      const lines = inLines(context, name, fontOf(size, weight), room, Math.min(3, most));
      if (lines === undefined) continue;
      const top = below ? box.y + 2 : box.y + (box.height - lines.length * lineHeight) / 2;
      const at = {
        x: below ? box.x + box.width / 2 : box.x + padding,
        y: top + lineHeight / 2 + (ascent * size) / 2,
      };
      return { withIcon, label: { ...common, lines, at, align: below ? 'center' : 'left', size, lineHeight } };
    }
  }
  const size = lit ? 12 : leastSize;
  const font = fontOf(size, weight);
  if (lit || node.framed === false) {
    // It may stand out over its card, as long as it covers no other name.
    const width = textWidth(context, name, font) + 10 + (ranked ? 7 : 0);
    const height = size + 7;
    const middle = head.x + head.width / 2;
    const y = below ? icon.y + icon.height + 1 : head.y + (Math.min(head.height, 28) - height) / 2;
    for (const x of [middle - width / 2, head.x, head.x + head.width - width]) {
      const box = { x, y, width, height };
      if (!isFree(page, box)) continue;
      page.taken.push(box);
      const at = { x: x + (width - (ranked ? 7 : 0)) / 2, y: y + height / 2 + (ascent * size) / 2 };
      const recommended = node.state === 'recommended';
      const fill = recommended ? theme.accentSoft : theme.surface;
      const stroke = recommended ? theme.accent : theme.accentLine;
      const legible = node.framed === false ? { halo: theme.canvas } : { ground: { box, fill, stroke } };
      return {
        withIcon: below,
        label: { ...common, lines: [name], at, align: 'center', size, lineHeight: size + 2, ...legible },
      };
    }
  }
  const last = zones.at(-1);
  if (!last || last.box.height < size + 1 || back) return undefined;
  const short = cut(context, name, font, last.box.width - 2 * padding + 2, 4);
  if (short === undefined || !page.tellsApart(short.slice(0, -1))) return undefined;
  const top = below ? last.box.y + 2 : last.box.y + (last.box.height - size - 2) / 2;
  return {
    withIcon: last.withIcon,
    label: {
      ...common,
      lines: [short],
      at: {
        x: below ? last.box.x + last.box.width / 2 : last.box.x + padding,
        y: top + (size + 2) / 2 + (ascent * size) / 2,
      },
      align: below ? 'center' : 'left',
      size,
      lineHeight: size + 2,
    },
  };
}

/** The room beside a band's first group, where its title stands. */
function bandColumn(band: SceneGroup, groups: readonly SceneGroup[]): number {
  let left = band.x + band.width;
  for (const group of groups) {
    if (group === band || group.band !== undefined) continue;
    if (group.y >= band.y && group.y < band.y + band.height && group.x > band.x) left = Math.min(left, group.x);
  }
  return left - band.x;
}

function nameBand(page: Page, band: SceneGroup, groups: readonly SceneGroup[]): FarLabel[] {
  const { context, theme, view } = page;
  const box = onCanvas(view, { ...band, width: bandColumn(band, groups) });
  const title = band.texts.flatMap(({ style, text }) => (style === 'heading' ? [text] : [])).join(' ');
  const audience = band.texts.flatMap(({ style, text }) => (style === 'detail' ? [text] : [])).join(' ');
  const edge = 4 + 6;
  for (const size of [14, 13, 12]) {
    const lineHeight = size + 3;
    const font = fontOf(size, 600);
    const level = inLines(context, title, font, box.width - edge - 4, Math.floor((box.height - 8) / lineHeight));
    if (level) {
      const at = { x: box.x + edge, y: box.y + 6 + size };
      return [{ lines: level, at, align: 'left', size, weight: 600, lineHeight, colour: theme.ink }];
    }
  }
  for (const size of [14, 13, 12, 11]) {
    const lineHeight = size + 3;
    const font = fontOf(size, 600);
    const most = Math.floor((box.width - edge) / lineHeight);
    const lines = inLines(context, title, font, box.height - 16, most);
    if (lines === undefined) continue;
    const labels: FarLabel[] = [
      {
        lines,
        at: { x: box.x + edge + size - 1, y: box.y + box.height / 2 },
        align: 'center',
        size,
        weight: 600,
        lineHeight,
        colour: theme.ink,
        upright: true,
      },
    ];
    const used = edge + lines.length * lineHeight;
    if (box.width - used >= 16 && textWidth(context, audience, fontOf(11, 400)) <= box.height - 16)
      labels.push({
        lines: [audience],
        at: { x: box.x + used + 11, y: box.y + box.height / 2 },
        align: 'center',
        size: 11,
        weight: 400,
        lineHeight: 14,
        colour: theme.muted,
        upright: true,
      });
    return labels;
  }
  const most = box.width - 9;
  if (box.height < 18 || textWidth(context, title, fontOf(leastSize, 600)) > 1.4 * most) return [];
  const at = { x: box.x + 6, y: box.y + Math.min(box.height / 2 + 4, 22) };
  return [{ lines: [title], at, align: 'left', size: leastSize, weight: 600, lineHeight: 13, colour: theme.ink, most }];
}

function nameGroup(page: Page, group: SceneGroup): FarLabel | undefined {
  const { context, theme, view } = page;
  const [first] = group.texts;
  const last = group.texts.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const box = onCanvas(view, group);
  if (box.width < 36 || box.height < 16) return undefined;
  const name = group.texts
    .filter(({ style }) => style === first.style)
    .map(({ text }) => text)
    .join(' ');
  const head = (last.y - group.y + 13) * view.zoom;
  const size = head > 20 ? 13 : head > 16 ? 12 : 11;
  const font = fontOf(size, 600);
  const room = box.width - 8;
  const text = textWidth(context, name, font) <= room ? name : cut(context, name, font, room, 4);
  if (text === undefined) return undefined;
  const common = { lines: [text], size, weight: 600, lineHeight: size + 2, colour: theme.ink };
  if (head >= 11) {
    const at = { x: box.x + 5, y: box.y + Math.max(size - 1.5, head / 2 + (ascent * size) / 2 + 0.5) };
    return { ...common, at, align: 'left' };
  }
  // Too little room above what it holds: over it, readable by an outline.
  const width = textWidth(context, text, font);
  const at = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 24) + (ascent * size) / 2 };
  const place = { x: at.x - width / 2, y: at.y - size, width, height: size + 3 };
  if (!isFree(page, place)) return undefined;
  page.taken.push(place);
  return { ...common, at, align: 'center', halo: group.outlined ? theme.canvas : theme.group };
}

function nameEdge(page: Page, { label }: SceneEdge): FarLabel | undefined {
  if (label === undefined) return undefined;
  const { context, theme, view } = page;
  const middle = toCanvas(view, {
    x: label.box.x + label.box.width / 2,
    y: label.box.y + label.box.height / 2,
  });
  const size = leastSize;
  const lines = label.texts.map(({ text }) => text);
  const width = Math.max(...lines.map((line) => textWidth(context, line, fontOf(size, 500)))) + 6;
  const height = lines.length * (size + 2) + 2;
  const top = middle.y - height / 2;
  const box = { x: middle.x - width / 2, y: top, width, height };
  if (!isFree(page, box)) return undefined;
  page.taken.push(box);
  return {
    lines,
    at: { x: middle.x, y: top + 2 + size / 2 + (ascent * size) / 2 },
    align: 'center',
    size,
    weight: 500,
    lineHeight: size + 2,
    colour: theme.muted,
    ground: { box, fill: theme.canvas },
  };
}

interface Named {
  readonly nodes: readonly SceneNode[];
  readonly groups: readonly SceneGroup[];
  readonly edges: readonly SceneEdge[];
  readonly names: Names;
}

/** Nodes that are too many on the screen to be named one by one. */
const mostNamed = 1_500;

export function farWords(context: Context, theme: Theme, view: View, { nodes, groups, edges, names }: Named): FarWords {
  const page: Page = { context, theme, view, taken: [], tellsApart: (start) => names.tellsApart(start) };
  const labels: FarLabel[] = [];
  const iconless = new Set<string>();
  const named = new Map<string, Rectangle | undefined>();
  for (const group of groups) if (group.band !== undefined) labels.push(...nameBand(page, group, groups));
  const candidates = nodes
    .filter((node) => isLit(node.state) || node.width * view.zoom >= leastWidth)
    .sort((left, right) => order[left.state] - order[right.state])
    .slice(0, mostNamed);
  for (const node of candidates) {
    const name = names.of(node);
    if (name === '') continue;
    const made = nameNode(page, node, name);
    if (made === undefined) continue;
    const { at, align, size, lines, ground, halo } = made.label;
    if (ground === undefined && isLit(node.state)) {
      const widest = Math.max(...lines.map((line) => textWidth(context, line, fontOf(size, 600))));
      page.taken.push({
        x: align === 'left' ? at.x : at.x - widest / 2,
        y: at.y - size,
        width: widest,
        height: lines.length * (size + 2),
      });
    } else if (ground === undefined && halo === undefined) {
      // Under a name that stands out over its card.
      const place = { x: at.x, y: at.y - size + 3, width: 8, height: size - 6 };
      if (!isFree(page, place)) continue;
    }
    labels.push(made.label);
    named.set(node.id, ground?.box);
    if (!made.withIcon) iconless.add(node.id);
  }
  for (const group of groups) {
    if (group.band !== undefined) continue;
    const label = nameGroup(page, group);
    if (label) labels.push(label);
  }
  if (view.zoom > 0.25 && edges.length < 400) {
    for (const node of nodes) if (named.has(node.id) || view.zoom > 0.3) page.taken.push(onCanvas(view, node));
    for (const edge of edges) {
      const label = nameEdge(page, edge);
      if (label) labels.push(label);
    }
  }
  return { labels, iconless, named };
}
