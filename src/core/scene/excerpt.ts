/** A part of a picture as a picture of its own, for a slide that has a title already. */
import type { Rectangle } from '../base/geometry.ts';
import { boxOfText } from './placeText.ts';
import type { Scene } from './scene.ts';
import { spacing } from './spacing.ts';

/**
 * The nodes, groups and edges that are kept, in their places, without title and legend, and no larger than they are but for a
 * margin. An edge needs both its ends.
 */
export function excerptOf(scene: Scene, isKept: (id: string) => boolean): Scene {
  const nodes = scene.nodes.filter(({ id }) => isKept(id));
  const groups = scene.groups.filter(({ id }) => isKept(id));
  const edges = scene.edges.filter(({ from, to }) => isKept(from) && isKept(to));
  return { ...scene, ...frameOf(boxesIn({ nodes, groups, edges })), nodes, groups, edges, texts: [], legend: [] };
}

/** Room of everything that is drawn of these, words included. */
export const boxesIn = ({ nodes, groups, edges }: Pick<Scene, 'nodes' | 'groups' | 'edges'>): readonly Rectangle[] => [
  ...nodes.flatMap((node) => [node, node.iconBox, ...node.badges, ...node.rows, ...node.texts.map(boxOfText)]),
  ...groups.flatMap((group) => [group, ...group.texts.map(boxOfText)]),
  ...edges.flatMap(({ label, points }) => [
    ...(label === undefined ? [] : [label.box]),
    ...points.map((point) => ({ ...point, width: 0, height: 0 })),
  ]),
];

function frameOf(boxes: readonly Rectangle[]): Pick<Scene, 'origin' | 'width' | 'height'> {
  if (boxes.length === 0) return { origin: { x: 0, y: 0 }, width: 2 * spacing.large, height: 2 * spacing.large };
  const x = Math.floor(Math.min(...boxes.map((box) => box.x)) - spacing.large);
  const y = Math.floor(Math.min(...boxes.map((box) => box.y)) - spacing.large);
  const right = Math.ceil(Math.max(...boxes.map((box) => box.x + box.width)) + spacing.large);
  const bottom = Math.ceil(Math.max(...boxes.map((box) => box.y + box.height)) + spacing.large);
  return { origin: { x, y }, width: right - x, height: bottom - y };
}
