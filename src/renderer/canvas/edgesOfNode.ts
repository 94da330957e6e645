/** Going through the edges of a node by key: which comes next, and what is said of it. */
import type { SceneText } from '../../core/scene/scene.ts';
import { onlyOne } from './gestureWork.ts';
import type { Picture } from './picture.ts';

const wordsOf = (texts: readonly SceneText[] = []): string => texts.map(({ text }) => text).join(' ');

/** What a node or group is called, without what is said of it; "this part" where it has no words. */
export function nameIn(picture: Picture, id: string): string {
  const { texts = [] } = picture.nodes.get(id) ?? picture.groups.get(id) ?? {};
  return wordsOf(texts.filter(({ style }) => style !== 'detail')) || wordsOf(texts) || 'this part';
}

/** What is to be selected after what is selected now: one edge of the node after the other, then the node. */
export function nextEdgeOf(picture: Picture, node: string, selection: ReadonlySet<string> | undefined): string {
  const edges = picture.edgesOf(node);
  const now = edges.findIndex(({ id }) => selection?.has(id));
  return edges[now + 1]?.id ?? node;
}

/** The edge of a node that is selected alone. */
export function selectedEdgeOf(
  picture: Picture,
  node: string,
  selection: ReadonlySet<string> | undefined,
): string | undefined {
  const one = onlyOne(selection);
  return picture.edgesOf(node).find(({ id }) => id === one)?.id;
}

/** What is said of an edge as seen from a node: "Line to Translate, 1 of 3: transcript"; of the node itself that it has no more. */
export function saidOfEdge(picture: Picture, node: string, id: string): string {
  const edges = picture.edgesOf(node);
  const place = edges.findIndex((edge) => edge.id === id);
  const edge = edges[place];
  if (!edge) return edges.length === 0 ? `No line at ${nameIn(picture, node)}` : nameIn(picture, node);
  const other = edge.from === node ? `to ${nameIn(picture, edge.to)}` : `from ${nameIn(picture, edge.from)}`;
  const words = wordsOf(edge.label?.texts);
  return `Line ${other}, ${place + 1} of ${edges.length}${words === '' ? '' : `: ${words}`}`;
}
