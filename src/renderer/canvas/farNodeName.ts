import type { Rectangle } from '../../core/base/geometry.ts';
import type { SceneNode, SceneState } from '../../core/scene/scene.ts';
import type { Theme } from '../../core/scene/theme.ts';
import { type Context, fontOf, textWidth } from './brush.ts';
import { ascent, type FarLabel, type FarPage, isFree, leastSize, onCanvas } from './farPage.ts';
import { cut, inLines } from './fitText.ts';

/** On the map what fits the need is larger where there is room; names under icons are all of one size. */
const litSizes = [13, leastSize] as const;
const oneSize = [leastSize] as const;

/** What fits the need, or stands beside what does. */
export const isLit = (state: SceneState): boolean =>
  state === 'recommended' || state === 'suitable' || state === 'supporting';
const stepsBack = (state: SceneState) => state === 'not-relevant' || state === 'ruled-out';

function colourOf(state: SceneState, theme: Theme): string {
  if (state === 'recommended') return theme.accentInk;
  if (state === 'supporting') return theme.supportInk;
  return stepsBack(state) ? theme.dimmed : theme.ink;
}

/** The part of a node above its rows, which its name stands in. */
function headOf(node: SceneNode): Rectangle {
  const [firstRow] = node.rows;
  return { x: node.x, y: node.y, width: node.width, height: firstRow ? firstRow.y - 4 - node.y : node.height };
}

/** A name, and what becomes of the icon beside it. */
export interface NodeName {
  readonly label: FarLabel;
  readonly withIcon: boolean;
  /** How much lower than nearby the icon is drawn, px of the canvas. */
  readonly lower?: number;
}

/** The words below the name are left out from afar: icon and name move down to the middle of the card, by so many px of the canvas. */
const lowerBy = (node: SceneNode, card: Rectangle, top: number, bottom: number): number =>
  node.framed === false || node.rows.length > 0 ? 0 : Math.max(0, (card.y + card.height - bottom - (top - card.y)) / 2);

/** Widths that a name under an icon is broken into two lines for, the first that does, px. */
const lineWidths = [120, 150, 180] as const;

/** A name that stands out under its icon: long ones in two lines, and what is longer still is cut. */
function inShortLines(context: Context, name: string, font: string): readonly string[] {
  for (const width of lineWidths) {
    const lines = inLines(context, name, font, width, 2);
    if (lines) return lines;
  }
  return [cut(context, name, font, lineWidths[2], 4) ?? name];
}

/** The name of a node, on its card or standing out over it; undefined where there is no room for it. */
export function nameNode(page: FarPage, node: SceneNode, name: string): NodeName | undefined {
  const { context, theme, view } = page;
  const lit = isLit(node.state) || node.role === 'stage';
  const back = stepsBack(node.state);
  const weight = lit ? 600 : back ? 400 : 500;
  const ranked = node.badges.some(({ kind }) => kind === 'rank');
  const head = onCanvas(view, headOf(node));
  const icon = onCanvas(view, node.iconBox);
  const [firstText] = node.texts;
  const below = firstText !== undefined && firstText.anchor === 'middle';
  const sizes = lit && !below ? litSizes : oneSize;
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
      const lower = below ? lowerBy(node, head, icon.y, top + lines.length * lineHeight) : 0;
      const at = {
        x: below ? box.x + box.width / 2 : box.x + padding,
        y: top + lower + lineHeight / 2 + (ascent * size) / 2,
      };
      return { withIcon, lower, label: { ...common, lines, at, align: below ? 'center' : 'left', size, lineHeight } };
    }
  }
  const size = leastSize;
  const font = fontOf(size, weight);
  if (lit || node.framed === false) {
    // It may stand out over its card, as long as it covers no other name.
    const lines = below ? inShortLines(context, name, font) : [name];
    const width = Math.max(...lines.map((line) => textWidth(context, line, font))) + 10 + (ranked ? 7 : 0);
    const lineHeight = size + 2;
    const height = size + 7 + (lines.length - 1) * lineHeight;
    const middle = head.x + head.width / 2;
    const lower = below ? lowerBy(node, head, icon.y, icon.y + icon.height + 1 + height) : 0;
    const y = below ? icon.y + icon.height + 1 + lower : head.y + (Math.min(head.height, 28) - height) / 2;
    for (const x of [middle - width / 2, head.x, head.x + head.width - width]) {
      const box = { x, y, width, height };
      if (!isFree(page, box)) continue;
      page.taken.push(box);
      const at = { x: x + (width - (ranked ? 7 : 0)) / 2, y: y + (size + 7) / 2 + (ascent * size) / 2 };
      const recommended = node.state === 'recommended';
      const fill = recommended ? theme.accentSoft : theme.surface;
      const stroke = recommended ? theme.accent : theme.accentLine;
      const halo = node.framed === false ? theme.canvas : theme.surface;
      const legible = below ? { halo } : { ground: { box, fill, stroke } };
      return {
        withIcon: below,
        lower,
        label: { ...common, lines, at, align: 'center', size, lineHeight, ...legible },
      };
    }
  }
  const last = zones.at(-1);
  if (!last || last.box.height < size + 1 || back) return undefined;
  const short = cut(context, name, font, last.box.width - 2 * padding + 2, 4);
  if (short === undefined || !page.tellsApart(short.slice(0, -1))) return undefined;
  const top = below ? last.box.y + 2 : last.box.y + (last.box.height - size - 2) / 2;
  const lower = below ? lowerBy(node, head, icon.y, top + size + 2) : 0;
  return {
    withIcon: last.withIcon,
    lower,
    label: {
      ...common,
      lines: [short],
      at: {
        x: below ? last.box.x + last.box.width / 2 : last.box.x + padding,
        y: top + lower + (size + 2) / 2 + (ascent * size) / 2,
      },
      align: below ? 'center' : 'left',
      size,
      lineHeight: size + 2,
    },
  };
}
