/** How far groups reach once something more stands in them, and whether that is over what they do not hold. */
import { grown, hullOf, overlap, padded, type Rectangle, type Size } from '../base/geometry.ts';
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
function boxesAround(
  around: readonly LayoutGroup[],
  place: Rectangle,
  groups: ReadonlyMap<string, Rectangle | undefined>,
): readonly Rectangle[] {
  let inside = place;
  return around.map(({ id, padding, minimum }) => {
    const known = groups.get(id);
    const needed = padded(inside, padding);
    inside = atLeast(hullOf(known === undefined ? [needed] : [known, needed]) ?? needed, minimum);
    return inside;
  });
}

const atLeast = ({ x, y, width, height }: Rectangle, minimum: Size): Rectangle => ({
  x,
  y,
  width: Math.max(width, minimum.width),
  height: Math.max(height, minimum.height),
});

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
 * What the groups around a node hold without it and without each other, as it is drawn: tightly, so that a group of which the left part
 * has gone begins further to the right than it did, and its title with it.
 */
function contentsAround(
  around: readonly LayoutGroup[],
  own: LayoutNode,
  graph: LayoutGraph,
  nodes: Boxes,
): ReadonlyMap<string, Rectangle | undefined> {
  const chain = new Set(around.map(({ id }) => id));
  const contentOf = ({ id: holder, padding, box }: LayoutGroup): Rectangle | undefined => {
    const held = [
      ...graph.nodes.flatMap(({ id, group }) => (group === holder && id !== own.id ? (nodes.get(id) ?? []) : [])),
      // How wide its title makes it is not known before all that it holds stands.
      ...graph.groups.flatMap((inner) =>
        inner.parent === holder && !chain.has(inner.id) ? (contentOf(inner) ?? []) : [],
      ),
    ].map((each) => padded(each, padding));
    return hullOf(box === undefined ? held : [...held, box]);
  };
  return new Map(around.map((group) => [group.id, contentOf(group)]));
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
  const contents = contentsAround(around, node, graph, nodes);
  const isCovered = (box: Rectangle, level: number): boolean => {
    const there = outside[level];
    const { x, y, width, height } = grown(box, air);
    return (
      there?.index.some(x, y, x + width, y + height, (other) => !there.near.has(other) || overlap(other, box)) === true
    );
  };
  return (place) =>
    boxesAround(around, place, groups).some(isCovered) || boxesAround(around, place, contents).some(isCovered);
}
