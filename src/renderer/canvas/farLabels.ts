/**
 * Which words a far view shows, and where: each as large as it must be to be read, whatever the zoom, and none over another.
 * What is recommended is placed first and may stand out over its card; what steps back is named only where it has room.
 */
import type { Rectangle } from '../../core/base/geometry.ts';
import { finish, type Steps } from '../../core/base/steps.ts';
import type { SceneEdge, SceneGroup, SceneNode, SceneState } from '../../core/scene/scene.ts';
import type { Theme } from '../../core/scene/theme.ts';
import { type Context, fontOf, textWidth } from './brush.ts';
import { nameEdge } from './farEdgeName.ts';
import { nameBand, nameGroup } from './farGroupName.ts';
import { isLit, nameNode } from './farNodeName.ts';
import { type FarScene, farObstacles } from './farObstacles.ts';
import { type FarLabel, type FarPage, isFree, onCanvas } from './farPage.ts';
import type { Names } from './shortNames.ts';
import type { View } from './view.ts';

/** What is written over a picture from afar, and what makes room for it. */
export interface FarWords {
  readonly labels: readonly FarLabel[];
  /** Nodes whose icon gives its room to the name. */
  readonly iconless: ReadonlySet<string>;
  /** How much lower than nearby icons are drawn, px of the canvas. */
  readonly lowered: ReadonlyMap<string, number>;
  /** Nodes that are named, with the box of a name that stands out: the others show bars in the place of their words. */
  readonly named: ReadonlyMap<string, Rectangle | undefined>;
}

/** Narrower nodes are not named, unless they are lit. */
const leastWidth = 30;

const order: Readonly<Record<SceneState, number>> = {
  recommended: 0,
  suitable: 1,
  supporting: 2,
  plain: 3,
  'ruled-out': 4,
  'not-relevant': 5,
};

interface Named {
  readonly nodes: readonly SceneNode[];
  readonly groups: readonly SceneGroup[];
  readonly edges: readonly SceneEdge[];
  /** All of the picture, of which the above are some. */
  readonly whole: FarScene;
  readonly names: Names;
}

/** Nodes that are too many on the screen to be named one by one. */
const mostNamed = 1_500;

/** Nodes that a place is looked for between two steps. */
const namedAtOnce = 40;

/** Names bands and as many nodes as have room, recommended ones first; no name covers another. */
export const farWords = (context: Context, theme: Theme, view: View, named: Named): FarWords =>
  finish(findingFarWords(context, theme, view, named));

/** `farWords` in steps. */
export function* findingFarWords(
  context: Context,
  theme: Theme,
  view: View,
  { nodes, groups, edges, whole, names }: Named,
): Steps<FarWords> {
  const page: FarPage = { context, theme, view, taken: [], tellsApart: (start) => names.tellsApart(start) };
  const labels: FarLabel[] = [];
  const iconless = new Set<string>();
  const lowered = new Map<string, number>();
  const named = new Map<string, Rectangle | undefined>();
  for (const group of groups) if (group.band !== undefined) labels.push(...nameBand(page, group, groups));
  const candidates = nodes
    .filter((node) => isLit(node.state) || node.width * view.zoom >= leastWidth)
    .sort((left, right) => order[left.state] - order[right.state])
    .slice(0, mostNamed);
  const nameGroups = (outlined: boolean): void => {
    for (const group of groups) {
      if (group.band !== undefined || (group.outlined ?? false) !== outlined) continue;
      const label = nameGroup(page, group);
      if (label) labels.push(label);
    }
  };
  // What a stretch of the map is called gives way to what is lit, and to nothing else in it.
  const unlit = candidates.findIndex(({ state }) => !isLit(state));
  for (const [place, node] of candidates.entries()) {
    if (place % namedAtOnce === namedAtOnce - 1) yield;
    if (place === unlit) nameGroups(false);
    const name = names.of(node);
    if (name === '') continue;
    const made = nameNode(page, node, name);
    if (made === undefined) continue;
    const { at, align, size, lines, ground, halo } = made.label;
    if (ground === undefined && (isLit(node.state) || halo === undefined)) {
      const width = Math.max(...lines.map((line) => textWidth(context, line, fontOf(size, 600))));
      const x = align === 'left' ? at.x : at.x - width / 2;
      if (isLit(node.state)) page.taken.push({ x, y: at.y - size, width, height: lines.length * (size + 2) });
      // Under a name that stands out over its card, or under the title of its group.
      else if (!isFree(page, { x, y: at.y - size + 3, width, height: size - 6 })) continue;
    }
    labels.push(made.label);
    named.set(node.id, ground?.box);
    if (!made.withIcon) iconless.add(node.id);
    if (made.lower) lowered.set(node.id, made.lower);
  }
  if (unlit === -1) nameGroups(false);
  nameGroups(true);
  if (view.zoom > 0.25 && edges.length < 400) {
    for (const node of nodes) if (named.has(node.id) || view.zoom > 0.3) page.taken.push(onCanvas(view, node));
    const obstacles = farObstacles(view, whole);
    for (const edge of edges) {
      const label = nameEdge(page, edge, obstacles);
      if (label) labels.push(label);
    }
  }
  return { labels, iconless, lowered, named };
}
