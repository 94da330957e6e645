/** Which part of a scene is to be painted anew. */
import { hullOf, type Rectangle } from '../../core/base/geometry.ts';
import type { SceneEdge } from '../../core/scene/scene.ts';
import type { Picture } from './picture.ts';

/** More changes than that are most of a picture: it is painted as a whole. */
const mostBoxes = 400;

/** Where an edge and its label are. */
const boxesOfEdge = ({ points, label }: SceneEdge): Rectangle[] => [
  ...points.map((point) => ({ ...point, width: 0, height: 0 })),
  ...(label ? [label.box] : []),
];

/** Where some nodes or groups and the edges at them are. */
export function placesOf(picture: Picture, ids: ReadonlySet<string>): Rectangle | undefined {
  const boxes: Rectangle[] = [];
  for (const id of ids) {
    const box = picture.nodes.get(id) ?? picture.groups.get(id);
    if (box) boxes.push(box);
    for (const edge of picture.edgesOf(id)) boxes.push(...boxesOfEdge(edge));
  }
  return hullOf(boxes);
}

/** The part that two pictures differ in, or `none`; undefined where that is most of it, or cannot be told. */
export function changedPart(old: Picture, next: Picture): Rectangle | 'none' | undefined {
  if (old.scene.theme !== next.scene.theme || old.scene.groups !== next.scene.groups) return undefined;
  const boxes: Rectangle[] = [];
  let changes = 0;
  const differ = <Item>(
    before: ReadonlyMap<string, Item>,
    after: ReadonlyMap<string, Item>,
    boxesAt: (item: Item, id: string) => readonly Rectangle[],
  ): boolean => {
    const add = (item: Item, id: string): boolean => {
      boxes.push(...boxesAt(item, id));
      changes += 1;
      return changes <= mostBoxes;
    };
    for (const [id, item] of after) {
      const known = before.get(id);
      if (known === item) continue;
      if (!add(item, id) || (known && !add(known, id))) return false;
    }
    for (const [id, item] of before) if (!after.has(id) && !add(item, id)) return false;
    return true;
  };
  const told =
    differ(old.nodes, next.nodes, (node, id) => [
      node,
      ...[...old.edgesOf(id), ...next.edgesOf(id)].flatMap(boxesOfEdge),
    ]) && differ(old.edges, next.edges, boxesOfEdge);
  return told ? (hullOf(boxes) ?? 'none') : undefined;
}
