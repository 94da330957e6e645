import type { Scene, SceneNode } from '../../core/scene/scene.ts';
import type { SceneFlowNode } from './SceneNodeView.tsx';

const unchanged = (left: SceneNode, right: SceneNode): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right);

/**
 * The scene's nodes as React Flow's, keeping the object of every node that looks as it did: what a change of the need
 * leaves alone is then not rendered again.
 */
export function toFlowNodes({ nodes, theme }: Scene, before: readonly SceneFlowNode[]): SceneFlowNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  return nodes.map((node) => {
    const old = known.get(node.id);
    if (old && old.data.theme === theme && unchanged(old.data.node, node)) return old;
    return {
      id: node.id,
      type: 'scene',
      position: { x: node.x, y: node.y },
      width: node.width,
      height: node.height,
      data: { node, theme },
    };
  });
}
