import { hullOf, middleOf, type Rectangle } from '../../core/base/geometry.ts';
import type { Scene, SceneNode } from '../../core/scene/scene.ts';
import { type Direction, nextTarget, type Target } from './directions.ts';
import type { Picture } from './picture.ts';

/** A place of the canvas that can have the focus: a node's head, a row in it, or a group. */
export interface CanvasTarget extends Target {
  /** The node or group that it is, or lies in. */
  readonly node: string;
  readonly entry: string | undefined;
}

const head = (node: SceneNode): Rectangle => {
  const firstRow = Math.min(node.y + node.height, ...node.rows.map((row) => row.y));
  return { x: node.x, y: node.y, width: node.width, height: firstRow - node.y };
};

/** All targets of a scene: groups where they can be selected, then every node, followed by its rows. */
export const targetsOf = (scene: Scene, withGroups = false): CanvasTarget[] => [
  ...(withGroups ? scene.groups : []).map(({ id, x, y, width, height }) => ({
    id,
    node: id,
    entry: undefined,
    x,
    y,
    width,
    height,
  })),
  ...scene.nodes.flatMap((node) => [
    { id: node.id, node: node.id, entry: node.entry, ...head(node) },
    ...node.rows.map(({ id, x, y, width, height }) => ({ id, node: node.id, entry: id, x, y, width, height })),
  ]),
];

/** The rectangle around what is recommended and what stands beside it, or what may fit; undefined where nothing does. */
export const litContent = ({ nodes }: Scene): Rectangle | undefined => {
  const recommended = nodes.some(({ state }) => state === 'recommended');
  return hullOf(
    nodes.filter(({ state }) =>
      recommended ? state === 'recommended' || state === 'supporting' : state === 'suitable',
    ),
  );
};

/** Where reading starts: the highest target, and of those the leftmost; nodes before groups. */
export const topLeft = (
  targets: readonly CanvasTarget[],
  groups: ReadonlyMap<string, unknown>,
): CanvasTarget | undefined =>
  targets.reduce<CanvasTarget | undefined>((best, target) => {
    if (groups.has(target.id)) return best;
    return best === undefined || target.y < best.y || (target.y === best.y && target.x < best.x) ? target : best;
  }, undefined) ?? targets[0];

/** The node at the other end of an edge: of one that leads away for right and down, of one that leads here for left and up. */
export function alongEdge(picture: Picture, from: string, direction: Direction): string | undefined {
  const forward = direction === 'right' || direction === 'down';
  const node = picture.nodes.get(from);
  const others = picture.edgesOf(from).flatMap((edge) => {
    const id = forward ? (edge.from === from ? edge.to : undefined) : edge.to === from ? edge.from : undefined;
    const other = id === undefined ? undefined : picture.nodes.get(id);
    return other && other.id !== from ? [other] : [];
  });
  if (!node) return others[0]?.id;
  const ahead = nextTarget(node, others, direction);
  const start = middleOf(node);
  const distance = (other: Rectangle) => Math.hypot(middleOf(other).x - start.x, middleOf(other).y - start.y);
  return (ahead ?? [...others].sort((left, right) => distance(left) - distance(right))[0])?.id;
}
