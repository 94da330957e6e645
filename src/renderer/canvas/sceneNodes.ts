import type { Scene } from '../../core/scene/scene.ts';
import { keepSame } from './keepSame.ts';
import type { SceneFlowNode } from './SceneNodeView.tsx';

/**
 * The scene's nodes as React Flow's, keeping the object of every node that looks as it did: what a change of the need
 * leaves alone is then not rendered again.
 */
export function toFlowNodes({ nodes, theme }: Scene, before: readonly SceneFlowNode[]): SceneFlowNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const same = keepSame(
    nodes,
    before.map(({ data }) => data.node),
  );
  return same.map((node) => {
    const old = known.get(node.id);
    if (old && old.data.theme === theme && old.data.node === node) return old;
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
