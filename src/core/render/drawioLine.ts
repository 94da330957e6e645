/** Lines as cells of draw.io: they keep their corners, and hang on what they join. */
import type { Point, Rectangle } from '../base/geometry.ts';
import { lineLook } from '../scene/looks.ts';
import type { SceneEdge } from '../scene/scene.ts';
import { typeScale } from '../scene/typography.ts';
import { at, type Brush, cellId, dashes, font, html, parentOf, type Style, written } from './drawioCell.ts';
import { element } from './element.ts';

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

/** A line with its corners, its ends on the borders of what it joins, and its label. */
export function edgeCell(edge: SceneEdge, words: string | undefined, parent: string | undefined, brush: Brush): string {
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
