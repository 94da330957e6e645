import type { SceneEdge } from '../../core/scene/scene.ts';
import { fontOf, textWidth } from './brush.ts';
import { ascent, type FarLabel, type FarPage, isFree, leastSize } from './farPage.ts';
import { toCanvas } from './view.ts';

/** The words of an edge, in the middle of their box; undefined where they would cover others. */
export function nameEdge(page: FarPage, { label }: SceneEdge): FarLabel | undefined {
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
