/** How far groups reach once something more stands in them, and whether that is over what they do not hold. */
import { grown, hullOf, overlap, padded, type Rectangle } from '../base/geometry.ts';
import { createBoxIndex } from './boxIndex.ts';
import type { LayoutGraph, LayoutGroup, LayoutNode } from './layout.ts';

type Boxes = ReadonlyMap<string, Rectangle>;

/** The groups around a node, the innermost first. */
function groupsAround({ group }: Pick<LayoutNode, 'group'>, { groups }: LayoutGraph): readonly LayoutGroup[] {
  const byId = new Map(groups.map((each) => [each.id, each]));
  const around: LayoutGroup[] = [];
  for (let at = group === undefined ? undefined : byId.get(group); at !== undefined && !around.includes(at); ) {
    around.push(at);
    at = at.parent === undefined ? undefined : byId.get(at.parent);
  }
  return around;
}

/** The boxes of the groups around a node that stands at a place, as they have to be to hold it, the innermost first. */
function boxesAround(around: readonly LayoutGroup[], place: Rectangle, groups: Boxes): readonly Rectangle[] {
  let inside = place;
  return around.map(({ id, padding, minimum }) => {
    const known = groups.get(id);
    const needed = padded(inside, padding);
    const { x, y, width, height } = hullOf(known === undefined ? [needed] : [known, needed]) ?? needed;
    inside = { x, y, width: Math.max(width, minimum.width), height: Math.max(height, minimum.height) };
    return inside;
  });
}

/** The groups' boxes once a node of theirs stands at a place. */
export function grownAround(node: LayoutNode, place: Rectangle, graph: LayoutGraph, groups: Boxes): Boxes {
  const around = groupsAround(node, graph);
  const boxes = boxesAround(around, place, groups);
  return new Map([
    ...groups,
    ...around.flatMap(({ id }, index) => (boxes[index] ? [[id, boxes[index]] as const] : [])),
  ]);
}

/**
 * Tells of a place for a node whether a group around it would come over a node or a group there that it does not hold, or nearer to it
 * than `air` (px); what it covers already does not count, and what it is that near to may be so.
 */
export function coversOthers(
  node: LayoutNode,
  graph: LayoutGraph,
  nodes: Boxes,
  groups: Boxes,
  air: number,
): (place: Rectangle) => boolean {
  const around = groupsAround(node, graph);
  const parents = new Map(graph.groups.map(({ id, parent }) => [id, parent]));
  const isIn = (holder: string, from: string | undefined): boolean => {
    let at = from;
    for (let steps = 0; at !== undefined && steps <= graph.groups.length; steps += 1) {
      if (at === holder) return true;
      at = parents.get(at);
    }
    return false;
  };
  const ancestors = new Set(around.map(({ id }) => id));
  const outside = around.map(({ id: holder }) => {
    const known = groups.get(holder);
    const others = [
      ...graph.nodes.flatMap(({ id, group }) => (isIn(holder, group) ? [] : (nodes.get(id) ?? []))),
      ...graph.groups.flatMap(({ id }) => (ancestors.has(id) || isIn(holder, id) ? [] : (groups.get(id) ?? []))),
    ].filter((box) => known === undefined || !overlap(box, known));
    const near = new Set(known === undefined ? [] : others.filter((box) => overlap(box, grown(known, air))));
    return { index: createBoxIndex(others), near };
  });
  return (place) =>
    boxesAround(around, place, groups).some((box, level) => {
      const there = outside[level];
      const { x, y, width, height } = grown(box, air);
      return there?.index.some(x, y, x + width, y + height, (other) => !there.near.has(other) || overlap(other, box));
    });
}
