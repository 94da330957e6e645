import type { Rectangle } from '../../core/base/geometry.ts';
import type { Scene, SceneNode } from '../../core/scene/scene.ts';
import type { Target } from './directions.ts';

/** A place of the canvas that can have the focus: a node's head, or a row in it. */
export interface CanvasTarget extends Target {
  /** The node that it is, or lies in. */
  readonly node: string;
  readonly entry: string | undefined;
}

const head = (node: SceneNode): Rectangle => {
  const firstRow = Math.min(node.y + node.height, ...node.rows.map((row) => row.y));
  return { x: node.x, y: node.y, width: node.width, height: firstRow - node.y };
};

/** All targets of a scene: every node, followed by its rows. */
export const targetsOf = (scene: Scene): CanvasTarget[] =>
  scene.nodes.flatMap((node) => [
    { id: node.id, node: node.id, entry: node.entry, ...head(node) },
    ...node.rows.map(({ id, x, y, width, height }) => ({ id, node: node.id, entry: id, x, y, width, height })),
  ]);

const around = (boxes: readonly Rectangle[]): Rectangle | undefined => {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
};

/** The rectangle around what is recommended; undefined where nothing is. */
export const litContent = (scene: Scene): Rectangle | undefined =>
  around(scene.nodes.filter(({ state }) => state === 'recommended'));

/** The rectangle around all nodes and groups: what is fitted into the window, without the picture's title and legend. */
export function contentOf(scene: Scene): Rectangle {
  return around([...scene.groups, ...scene.nodes]) ?? { x: 0, y: 0, width: scene.width, height: scene.height };
}

/** Where reading starts: the highest target, and of those the leftmost. */
export const topLeft = (targets: readonly CanvasTarget[]): CanvasTarget | undefined =>
  targets.reduce<CanvasTarget | undefined>(
    (best, target) =>
      best === undefined || target.y < best.y || (target.y === best.y && target.x < best.x) ? target : best,
    undefined,
  );
