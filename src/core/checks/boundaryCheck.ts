import type { Point } from '../base/geometry.ts';
import type { PageCommand } from '../diagram/command.ts';
import type { DiagramGroup, DiagramNode } from '../diagram/diagram.ts';
import type { Page } from '../diagram/page.ts';
import { groupsAround, homeOf, isOfAws, isPlaced } from './boundaries.ts';
import type { Checked } from './checked.ts';
import type { Problem } from './problem.ts';

/** Below the content of a boundary, px. */
const below = 200;

/** Services of AWS that stand outside of every boundary of AWS, though the page has one; a click puts them back. */
export function checkBoundaries({ page, parts, edgesAt }: Checked): readonly Problem[] {
  return parts.flatMap(({ node, entry, offerings }): Problem[] => {
    if (!isOfAws(entry, offerings) || isPlaced(page, node.group)) return [];
    const home = homeOf(page, edgesAt.get(node.id) ?? [], node);
    if (!home) return [];
    const name = home.label || 'its boundary';
    return [
      {
        id: `outside ${node.id}`,
        kind: 'outside-boundary',
        severity: 'warning',
        text: `${node.label || entry.name} runs in AWS, but stands outside of ${name}.`,
        parts: [node.id],
        ...(node.locked ? {} : { fix: { label: `Put it back into ${name}`, commands: putBack(page, home, node) } }),
      },
    ];
  });
}

/** Into the boundary, and under what is there already unless it stands among that. */
function putBack(page: Page, home: DiagramGroup, { id, position }: DiagramNode): readonly PageCommand[] {
  const nest: PageCommand = { type: 'nest', ids: [id], into: home.id };
  const held = Object.values(page.nodes).flatMap((node) =>
    node.position && groupsAround(page, node.group).includes(home) ? [node.position] : [],
  );
  if (!position || held.length === 0) return [nest];
  const [left, right] = [Math.min(...held.map(({ x }) => x)), Math.max(...held.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...held.map(({ y }) => y)), Math.max(...held.map(({ y }) => y))];
  const isAmong = ({ x, y }: Point): boolean => x >= left && x <= right && y >= top && y <= bottom;
  if (isAmong(position)) return [nest];
  const place = { x: Math.min(right, Math.max(left, position.x)), y: bottom + below };
  return [nest, { type: 'place', places: { [id]: place } }];
}
