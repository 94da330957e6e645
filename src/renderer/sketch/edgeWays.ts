/** Ways of lines between a layout, which has its own origin, and the records of a page, which a file keeps. */
import type { Point } from '../../core/base/geometry.ts';
import type { EdgeWay } from '../../core/diagram/diagram.ts';
import type { Page } from '../../core/diagram/page.ts';
import type { Layout } from '../../core/layout/layout.ts';
import { draftOrigin } from '../../core/scene/draftPlan.ts';

type Ways = Layout['edges'];

/** As exact as a picture says it. */
const hundredths = (length: number): number => Math.round(length * 100) / 100;

const isExactAt = ({ x, y }: Point): boolean => hundredths(x) === x && hundredths(y) === y;

const isExact = ({ points, label }: Ways[string]): boolean =>
  points.every(isExactAt) && (label === undefined || isExactAt(label));

/** Ways to hundredths of a px, so that a file keeps them as they are drawn; the very same way where it is so exact already. */
export const inHundredths = (ways: Ways): Ways =>
  Object.fromEntries(
    Object.entries(ways).map(([id, way]) => {
      if (isExact(way)) return [id, way];
      const { points, label } = way;
      return [
        id,
        {
          points: points.map(({ x, y }) => ({ x: hundredths(x), y: hundredths(y) })),
          ...(label && { label: { ...label, x: hundredths(label.x), y: hundredths(label.y) } }),
        },
      ];
    }),
  );

/** The edges of a page with the ways of a layout; the very same record where it says so already. */
export function withWays(edges: Page['edges'], ways: Ways): Page['edges'] {
  return Object.fromEntries(
    Object.entries(edges).map(([id, edge]) => {
      const led = Object.hasOwn(ways, id) ? ways[id] : undefined;
      const way = led && onPage(led);
      return [id, !way || JSON.stringify(way) === JSON.stringify(edge.way) ? edge : { ...edge, way }];
    }),
  );
}

function onPage({ points, label }: Ways[string]): EdgeWay {
  const corner = ({ x, y }: Point) => [hundredths(x + draftOrigin.x), hundredths(y + draftOrigin.y)] as const;
  return { points: points.map(corner), ...(label && { label: corner(label) }) };
}
