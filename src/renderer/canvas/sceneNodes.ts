import type { Scene } from '../../core/scene/scene.ts';
import type { SceneFlowNode } from './SceneNodeView.tsx';

const standsAt = (node: SceneFlowNode, { x, y, width, height }: Scene['nodes'][number]): boolean =>
  node.position.x === x && node.position.y === y && node.width === width && node.height === height;

/**
 * The scene's nodes as React Flow's: where they are and how large. Each that stays in its place keeps its object, and the
 * list is the same one where all do: a change of the need then never reaches React Flow.
 */
export function toFlowNodes({ nodes }: Scene, before: SceneFlowNode[]): SceneFlowNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const after = nodes.map((node): SceneFlowNode => {
    const old = known.get(node.id);
    if (old && standsAt(old, node)) return old;
    const { id, x, y, width, height } = node;
    return { id, type: 'scene', position: { x, y }, width, height, data: { first: node } };
  });
  return after.length === before.length && after.every((node, index) => node === before[index]) ? before : after;
}
