import { hullOf, overlap, padded, type Rectangle, sameBox } from '../base/geometry.ts';
import type { Layout, LayoutGraph, LayoutGroup } from './layout.ts';

/** What stays between two boxes of which one had to move, px. */
const gap = 24;

const emptyBox: Rectangle = { x: 0, y: 0, width: 0, height: 0 };

interface Box {
  readonly id: string;
  readonly place: { x: number; y: number; width: number; height: number };
  /** Nodes and groups inside, which move along. */
  readonly inside: readonly Box[];
  readonly still: boolean;
}

/**
 * Moves apart what overlaps: boxes that stand in the way of a changed one go to the right or down, whichever is nearer, and so on
 * until nothing is in the way; groups grow around what is in them. What is still never moves: others go around it. Since boxes only ever
 * go right and down, it ends. Boxes that overlapped before and did not change are left alone: someone put them so.
 */
export function makeRoom(
  graph: LayoutGraph,
  nodes: ReadonlyMap<string, Rectangle>,
  groups: ReadonlyMap<string, Rectangle>,
  changed: ReadonlySet<string>,
  still: ReadonlySet<string>,
): Pick<Layout, 'nodes' | 'groups'> {
  const children = new Map<string | undefined, LayoutGroup[]>();
  for (const group of graph.groups) children.set(group.parent, [...(children.get(group.parent) ?? []), group]);
  const members = new Map<string | undefined, LayoutGraph['nodes'][number][]>();
  for (const node of graph.nodes) {
    const list = members.get(node.group);
    if (list === undefined) members.set(node.group, [node]);
    else list.push(node);
  }
  const placed = new Map<string, Box>();
  const dirty = new Set(changed);

  const contentOf = (group: string | undefined): readonly Box[] => {
    const own = (members.get(group) ?? []).map((node): Box => {
      const { x, y, width, height } = nodes.get(node.id) ?? { x: 0, y: 0, width: node.width, height: node.height };
      const box: Box = { id: node.id, place: { x, y, width, height }, inside: [], still: still.has(node.id) };
      placed.set(node.id, box);
      return box;
    });
    const inner = (children.get(group) ?? []).map(groupBox);
    const content = [...own, ...inner];
    separate(content, dirty);
    return content;
  };

  const groupBox = (group: LayoutGroup): Box => {
    const inside = contentOf(group.id);
    const known = groups.get(group.id);
    const place = grown(group, known, inside);
    if (known === undefined || !sameBox(place, known)) dirty.add(group.id);
    const box: Box = { id: group.id, place, inside, still: inside.some((each) => each.still) };
    placed.set(group.id, box);
    return box;
  };

  contentOf(undefined);
  const boxOf = (id: string): Rectangle => ({ ...(placed.get(id)?.place ?? emptyBox) });
  return {
    nodes: Object.fromEntries(graph.nodes.map(({ id }) => [id, boxOf(id)])),
    groups: Object.fromEntries(graph.groups.map(({ id }) => [id, boxOf(id)])),
  };
}

/** The group's box with room for its content and title; as it was, if that is enough. */
function grown({ padding, minimum }: LayoutGroup, known: Rectangle | undefined, inside: readonly Box[]): Box['place'] {
  const content = inside.map(({ place }) => padded(place, padding));
  const { x, y, width, height } = hullOf(known === undefined ? content : [...content, known]) ?? emptyBox;
  return { x, y, width: Math.max(minimum.width, width), height: Math.max(minimum.height, height) };
}

/** Moves siblings apart, beginning with those that changed; each that moves may push others on. */
function separate(boxes: readonly Box[], dirty: Set<string>): void {
  const queue = boxes.filter(({ id }) => dirty.has(id));
  const first = new Set(queue);
  // Each push takes a box at least past another, so this bound is never met but by boxes that are still.
  for (let pushes = 0, index = 0; index < queue.length && pushes < 50 * boxes.length; index += 1) {
    const mover = queue[index];
    if (mover === undefined) break;
    for (const other of boxes) {
      if (other === mover || !overlap(mover.place, other.place)) continue;
      // Of two that were laid out together, the lower right one goes.
      const yields = pushable(mover, other, first);
      if (yields === undefined) continue;
      push(yields, yields === other ? mover.place : other.place);
      dirty.add(yields.id);
      queue.push(yields);
      pushes += 1;
      if (yields === mover) break;
    }
  }
}

/** Which of two goes: not one that is still, rather one that did not change, else the one further to the lower right. */
function pushable(mover: Box, other: Box, first: ReadonlySet<Box>): Box | undefined {
  if (mover.still && other.still) return undefined;
  if (mover.still !== other.still) return mover.still ? other : mover;
  if (first.has(mover) !== first.has(other)) return first.has(mover) ? other : mover;
  return mover.place.x + mover.place.y > other.place.x + other.place.y ? mover : other;
}

function push(box: Box, from: Rectangle): void {
  const right = from.x + from.width + gap - box.place.x;
  const down = from.y + from.height + gap - box.place.y;
  if (right < down) move(box, Math.ceil(right), 0);
  else move(box, 0, Math.ceil(down));
}

function move(box: Box, x: number, y: number): void {
  box.place.x += x;
  box.place.y += y;
  for (const inner of box.inside) move(inner, x, y);
}
