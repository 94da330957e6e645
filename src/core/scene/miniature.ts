/** A diagram as a small picture without words: its icons, its boundaries and the ways between them, for a card in a gallery. */
import type { Point, Rectangle } from '../base/geometry.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Diagram } from '../diagram/diagram.ts';
import type { Layout, LayoutGraph } from '../layout/layout.ts';
import { type DraftPlan, planDraft } from './draftPlan.ts';
import type { Scene, SceneNode, ThemeName } from './scene.ts';
import { spacing } from './spacing.ts';

/** Sizes, px: a tile and the icon in it. */
const tile = 72;
const icon = 48;
const margin = spacing.large;
const padding = { top: spacing.large, right: spacing.large, bottom: spacing.large, left: spacing.large };

/** A page as icons and lines alone, for a card of the gallery. */
export interface MiniaturePlan {
  readonly graph: LayoutGraph;
  readonly plan: DraftPlan;
}

/** What to lay out; remarks are left out, since nobody could read them. */
export function planMiniature(diagram: Diagram, catalog: Catalog): MiniaturePlan {
  const plan = planDraft(diagram, catalog);
  const tiles = plan.nodes.filter(({ shape }) => shape !== 'remark');
  const drawn = new Set(tiles.map(({ node }) => node.id));
  return {
    plan,
    graph: {
      direction: 'right',
      nodes: tiles.map(({ node: { id, group }, framed }) => ({
        id,
        width: framed ? tile : icon,
        height: framed ? tile : icon,
        ...(group === undefined ? {} : { group }),
      })),
      groups: plan.graph.groups.map(({ id, parent }) => ({
        id,
        padding,
        minimum: { width: 0, height: 0 },
        ...(parent === undefined ? {} : { parent }),
      })),
      edges: plan.graph.edges
        .filter(({ from, to }) => drawn.has(from) && drawn.has(to))
        .map(({ id, from, to, side = false }) => ({ id, from, to, side })),
    },
  };
}

/** The miniature at the places of the layout. */
export function miniatureScene({ plan }: MiniaturePlan, layout: Layout, theme: ThemeName): Scene {
  const moved = <Place extends Point>(place: Place): Place => ({ ...place, x: place.x + margin, y: place.y + margin });
  const parents = new Map(plan.groups.map(({ id, parent }) => [id, parent]));
  const depth = (id: string): number => {
    const parent = parents.get(id);
    return parent === undefined ? 0 : depth(parent) + 1;
  };
  return {
    theme,
    title: plan.title,
    width: layout.width + 2 * margin,
    height: layout.height + 2 * margin,
    texts: [],
    legend: [],
    groups: plan.groups
      .flatMap(({ id }) => {
        const box = layout.groups[id];
        return box ? [{ ...moved(box), id, depth: depth(id), outlined: true, texts: [] }] : [];
      })
      .sort((left, right) => left.depth - right.depth),
    nodes: plan.nodes.flatMap((planned): SceneNode[] => {
      const box = layout.nodes[planned.node.id];
      if (!box) return [];
      const { node, framed } = planned;
      return [
        {
          ...moved(box),
          id: node.id,
          kind: node.kind,
          state: 'plain',
          icon: planned.icon,
          iconBox: centred(moved(box)),
          texts: [],
          rows: [],
          badges: [],
          description: node.label,
          ...(node.role === undefined ? {} : { role: node.role }),
          ...(framed ? {} : { framed }),
        },
      ];
    }),
    edges: plan.edges.flatMap(({ edge: { id, from, to, style } }) => {
      const points = layout.edges[id]?.points ?? [];
      return points.length < 2
        ? []
        : [{ id, from, to, style, state: 'plain' as const, tone: 'plain' as const, points: points.map(moved) }];
    }),
  };
}

const centred = ({ x, y, width, height }: Rectangle): Rectangle => ({
  x: x + (width - icon) / 2,
  y: y + (height - icon) / 2,
  width: icon,
  height: icon,
});
