/** What words beside a line could hide: the lines of a picture, its nodes and the borders of its boundaries, as they lie on the canvas, px. */
import { hullOf, type Point, type Rectangle } from '../../core/base/geometry.ts';
import type { Scene, SceneEdge } from '../../core/scene/scene.ts';
import { onCanvas } from './farPage.ts';
import { lengthWithin } from './lineInBox.ts';
import { touches } from './spatialGrid.ts';
import { toCanvas, type View } from './view.ts';

/** What of a picture can lie in the way. */
export type FarScene = Pick<Scene, 'nodes' | 'groups' | 'edges'>;

/** What lies in the way of words, told for a place that they could take. */
export interface FarObstacles {
  /** How much of the lines would be hidden there, px. */
  readonly hiddenBy: (place: Rectangle) => number;
  /** The borders that run through it, each as what has to be added to the place to be free of that border. */
  readonly waysOffBorders: (place: Rectangle) => readonly Point[];
  /** Whether a node stands there. */
  readonly isTaken: (place: Rectangle) => boolean;
}

/** Between a border and the words beside it, px. */
const gap = 2;

/** What lies in the way on a picture; each part of it is looked at once, and only when it is asked for. */
export function farObstacles(view: View, { nodes, groups, edges }: FarScene): FarObstacles {
  let lines: readonly { readonly points: readonly Point[]; readonly hull: Rectangle | undefined }[] | undefined;
  let borders: readonly Rectangle[] | undefined;
  let taken: readonly Rectangle[] | undefined;
  return {
    hiddenBy: (place) => {
      lines ??= edges
        .filter(({ quiet }) => !quiet)
        .map((edge) => {
          const points = lineOnCanvas(view, edge);
          return { points, hull: hullOf(points.map((point) => ({ ...point, width: 0, height: 0 }))) };
        });
      return lines.reduce(
        (sum, { points, hull }) => sum + (hull && touches(hull, place) ? lengthWithin(points, place) : 0),
        0,
      );
    },
    waysOffBorders: (place) => {
      borders ??= groups.filter(({ band }) => band === undefined).map((group) => onCanvas(view, group));
      return borders.filter((border) => touches(border, place)).flatMap((border) => waysOff(place, border));
    },
    isTaken: (place) => {
      taken ??= nodes.map((node) => onCanvas(view, node));
      return taken.some((box) => touches(box, place));
    },
  };
}

/** Where a line lies on the canvas. */
export const lineOnCanvas = (view: View, { points }: SceneEdge): readonly Point[] =>
  points.map((point) => toCanvas(view, point));

/** The ways off a border that a place lies astride of: out over it, or back in. */
function waysOff(place: Rectangle, border: Rectangle): readonly Point[] {
  const [right, bottom] = [place.x + place.width, place.y + place.height];
  const [farSide, foot] = [border.x + border.width, border.y + border.height];
  const across = [border.x, farSide].filter((side) => side > place.x && side < right);
  const down = [border.y, foot].filter((side) => side > place.y && side < bottom);
  return [
    ...across.flatMap((side) => [side - right - gap, side - place.x + gap].map((x) => ({ x, y: 0 }))),
    ...down.flatMap((side) => [side - bottom - gap, side - place.y + gap].map((y) => ({ x: 0, y }))),
  ];
}
