import { groupLook } from '../../core/scene/looks.ts';
import type { SceneGroup } from '../../core/scene/scene.ts';
import { fontOf, textWidth } from './brush.ts';
import { ascent, type FarLabel, type FarPage, isFree, leastSize, onCanvas, showsSign } from './farPage.ts';
import { cut, inLines } from './fitText.ts';

/** The room beside a band's first group, where its title stands. */
function bandColumn(band: SceneGroup, groups: readonly SceneGroup[]): number {
  let left = band.x + band.width;
  for (const group of groups) {
    if (group === band || group.band !== undefined) continue;
    if (group.y >= band.y && group.y < band.y + band.height && group.x > band.x) left = Math.min(left, group.x);
  }
  return left - band.x;
}

/** The title of a band of the map, level or upright beside its first group. */
export function nameBand(page: FarPage, band: SceneGroup, groups: readonly SceneGroup[]): FarLabel[] {
  const { context, theme, view } = page;
  const box = onCanvas(view, { ...band, width: bandColumn(band, groups) });
  const title = band.texts.flatMap(({ style, text }) => (style === 'heading' ? [text] : [])).join(' ');
  const audience = band.texts.flatMap(({ style, text }) => (style === 'detail' ? [text] : [])).join(' ');
  const edge = 4 + 6;
  for (const size of [14, 13, leastSize]) {
    const lineHeight = size + 3;
    const font = fontOf(size, 600);
    const level = inLines(context, title, font, box.width - edge - 4, Math.floor((box.height - 8) / lineHeight));
    if (level) {
      const at = { x: box.x + edge, y: box.y + 6 + size };
      return [{ lines: level, at, align: 'left', size, weight: 600, lineHeight, colour: theme.ink }];
    }
  }
  for (const size of [14, 13, leastSize]) {
    const lineHeight = size + 3;
    const font = fontOf(size, 600);
    const most = Math.floor((box.width - edge) / lineHeight);
    const lines = inLines(context, title, font, box.height - 6, most);
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
    if (box.width - used >= 16 && textWidth(context, audience, fontOf(leastSize, 400)) <= box.height - 16)
      labels.push({
        lines: [audience],
        at: { x: box.x + used + leastSize, y: box.y + box.height / 2 },
        align: 'center',
        size: leastSize,
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

/** The name of a group: in its head, or over what it holds where that is too low. */
export function nameGroup(page: FarPage, group: SceneGroup): FarLabel | undefined {
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
  const size = head > 20 ? 13 : leastSize;
  const font = fontOf(size, 600);
  const sign = head >= 11 && showsSign(group, view) ? onCanvas(view, group.iconBox) : undefined;
  const left = sign ? sign.x + sign.width + 4 : box.x + 5;
  const room = box.x + box.width - 3 - left;
  const text = textWidth(context, name, font) <= room ? name : cut(context, name, font, room, 4);
  if (text === undefined) return undefined;
  const common = { lines: [text], size, weight: 600, lineHeight: size + 2, colour: theme.ink };
  if (head >= 11) {
    const middle = sign ? sign.y + sign.height / 2 : box.y + Math.max(size * 0.6, head / 2 + 0.5);
    const at = { x: left, y: middle + (ascent * size) / 2 };
    if (!group.outlined) return { ...common, at, align: 'left' };
    // A line into the boundary may come through its head: it stops at the words.
    const ground = {
      x: left - 2,
      y: middle - size * 0.6,
      width: textWidth(context, text, font) + 4,
      height: size * 1.2,
    };
    return { ...common, at, align: 'left', ground: { box: ground, fill: groupLook(group, theme).fill } };
  }
  if (group.outlined) {
    // Too little room above what it holds: on its border, as the title of a box.
    const ground = {
      x: box.x + 5,
      y: box.y - 8,
      width: Math.min(room, textWidth(context, text, font)) + 6,
      height: 16,
    };
    if (!isFree(page, ground)) return undefined;
    page.taken.push(ground);
    const at = { x: ground.x + 3, y: box.y + (ascent * size) / 2 };
    return { ...common, at, align: 'left', ground: { box: ground, fill: theme.canvas } };
  }
  // Over it, readable by an outline.
  const width = textWidth(context, text, font);
  const at = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 24) + (ascent * size) / 2 };
  const place = { x: at.x - width / 2, y: at.y - size, width, height: size + 3 };
  if (!isFree(page, place)) return undefined;
  page.taken.push(place);
  return { ...common, at, align: 'center', halo: theme.group };
}
