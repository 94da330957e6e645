import type { Scene } from '../../core/scene/scene.ts';
import { shiftedGroup, shiftedNode } from './shifted.ts';

/** The later scene on its way from the earlier one, at a share of it from 0 to 1. What is new stands where it will stay. */
export function sceneBetween(from: Scene, to: Scene, share: number): Scene {
  const nodes = new Map(from.nodes.map((node) => [node.id, node]));
  const groups = new Map(from.groups.map((group) => [group.id, group]));
  const edges = new Map(from.edges.map((edge) => [edge.id, edge]));
  const back = share - 1;
  const mixed = (before: number, after: number) => before + (after - before) * share;
  return {
    ...to,
    nodes: to.nodes.map((node) => {
      const old = nodes.get(node.id);
      if (!old || (old.x === node.x && old.y === node.y)) return node;
      return shiftedNode(node, { x: (node.x - old.x) * back, y: (node.y - old.y) * back });
    }),
    groups: to.groups.map((group) => {
      const old = groups.get(group.id);
      if (!old) return group;
      const shifted = shiftedGroup(group, { x: (group.x - old.x) * back, y: (group.y - old.y) * back });
      return { ...shifted, width: mixed(old.width, group.width), height: mixed(old.height, group.height) };
    }),
    // A route with other bends has no places between: it is there when its ends are.
    edges: to.edges.flatMap((edge) => {
      const old = edges.get(edge.id);
      if (old?.points.length !== edge.points.length) return share > 0.9 ? [edge] : [];
      const points = edge.points.map((point, index) => {
        const start = old.points[index] ?? point;
        return { x: mixed(start.x, point.x), y: mixed(start.y, point.y) };
      });
      const { label: _, ...bare } = edge;
      return [{ ...bare, points }];
    }),
  };
}
