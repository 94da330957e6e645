import type { SceneNode } from '../../core/scene/scene.ts';
import type { Picture } from './picture.ts';

/** In a larger picture the names of nodes that lie on one another are not read. */
const mostNodes = 1_500;

const none: ReadonlySet<string> = new Set();
const known = new WeakMap<readonly SceneNode[], ReadonlySet<string>>();

/** The nodes of a picture that lie on others, or below them; of a very large picture none. Looked for once. */
export function stackedIn({ scene, nodesIn }: Picture): ReadonlySet<string> {
  if (scene.nodes.length > mostNodes) return none;
  const before = known.get(scene.nodes);
  if (before) return before;
  const stacked = new Set<string>();
  for (const node of scene.nodes) {
    // Those that only touch are beside one another.
    const inner = { x: node.x + 1, y: node.y + 1, width: node.width - 2, height: node.height - 2 };
    if (nodesIn(inner).length > 1) stacked.add(node.id);
  }
  known.set(scene.nodes, stacked);
  return stacked;
}
