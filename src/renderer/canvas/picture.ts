/** A scene with what it takes to find things in it by id and by place. */
import { hullOf, type Point, type Rectangle } from '../../core/base/geometry.ts';
import type { Steps } from '../../core/base/steps.ts';
import type { Scene, SceneEdge, SceneGroup, SceneNode, SceneRow } from '../../core/scene/scene.ts';
import { createGrid, creatingGrid, liesIn, type SpatialGrid, touches } from './spatialGrid.ts';

/** A scene made ready to be looked up by id and by place; all boxes in px of the scene. */
export interface Picture {
  readonly scene: Scene;
  readonly nodes: ReadonlyMap<string, SceneNode>;
  /** Lines inside nodes. */
  readonly rows: ReadonlyMap<string, SceneRow>;
  readonly groups: ReadonlyMap<string, SceneGroup>;
  readonly edges: ReadonlyMap<string, SceneEdge>;
  /** The edges at a node or group. */
  edgesOf(id: string): readonly SceneEdge[];
  /** Nodes, groups or edges that touch a part of the scene, in the order in which they are drawn. */
  nodesIn(box: Rectangle): readonly SceneNode[];
  groupsIn(box: Rectangle): readonly SceneGroup[];
  edgesIn(box: Rectangle): readonly SceneEdge[];
  /** Makes what parts of it are looked for with, which else is made when it is first asked for: of thousands it takes a while. */
  preparing(): Steps<void>;
  isPrepared(): boolean;
  /** The smallest group whose rectangle holds the given one; `without` are no candidates. */
  groupAround(box: Rectangle, without?: ReadonlySet<string>): SceneGroup | undefined;
  /** Everything, nodes and groups: what is fitted into the window, without the picture's title and legend. */
  readonly content: Rectangle;
}

function segments(points: readonly Point[]): Rectangle[] {
  const boxes: Rectangle[] = [];
  for (let index = 1; index < points.length; index += 1) {
    const from = points[index - 1];
    const to = points[index];
    if (from === undefined || to === undefined) continue;
    boxes.push({
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(to.x - from.x),
      height: Math.abs(to.y - from.y),
    });
  }
  return boxes;
}

function* edgeBoxes(edges: readonly SceneEdge[]): Generator<[number, Rectangle]> {
  for (const [index, { points, label }] of edges.entries()) {
    for (const box of segments(points)) yield [index, box];
    if (label) yield [index, label.box];
  }
}

const samePlace = (left: Rectangle, right: Rectangle | undefined): boolean =>
  right !== undefined &&
  left.x === right.x &&
  left.y === right.y &&
  left.width === right.width &&
  left.height === right.height;

const grids = new WeakMap<readonly SceneNode[], SpatialGrid>();

function nodeGridOf(nodes: readonly SceneNode[]): SpatialGrid {
  const grid = grids.get(nodes) ?? createGrid(nodes.entries());
  grids.set(nodes, grid);
  return grid;
}

const edgeGrids = new WeakMap<readonly SceneEdge[], SpatialGrid>();

function edgeGridOf(edges: readonly SceneEdge[]): SpatialGrid {
  const grid = edgeGrids.get(edges) ?? createGrid(edgeBoxes(edges));
  edgeGrids.set(edges, grid);
  return grid;
}

/**
 * The picture of a scene. Its grids are made when they are first asked for; where all nodes stand as they did in the picture
 * before (a map that was lit anew), that one's are taken.
 */
export function pictureOf(scene: Scene, before?: Picture): Picture {
  const nodes = new Map(scene.nodes.map((node) => [node.id, node]));
  const rows = new Map(scene.nodes.flatMap((node) => node.rows.map((row) => [row.id, row] as const)));
  const groups = new Map(scene.groups.map((group) => [group.id, group]));
  const edges = new Map(scene.edges.map((edge) => [edge.id, edge]));
  const old = before?.scene.nodes;
  if (old && old.length === scene.nodes.length && scene.nodes.every((node, index) => samePlace(node, old[index]))) {
    const grid = grids.get(old);
    if (grid) grids.set(scene.nodes, grid);
  }
  const oldEdges = before?.scene.edges;
  const sameEdges =
    oldEdges !== undefined &&
    oldEdges.length === scene.edges.length &&
    scene.edges.every(({ points }, index) => points === oldEdges[index]?.points);
  if (sameEdges) {
    const grid = edgeGrids.get(oldEdges);
    if (grid) edgeGrids.set(scene.edges, grid);
  }

  let byEnd: Map<string, SceneEdge[]> | undefined;
  const ends = () => {
    if (byEnd) return byEnd;
    byEnd = new Map();
    for (const edge of scene.edges) {
      for (const end of edge.from === edge.to ? [edge.from] : [edge.from, edge.to]) {
        const known = byEnd.get(end);
        if (known) known.push(edge);
        else byEnd.set(end, [edge]);
      }
    }
    return byEnd;
  };

  const content = hullOf([...scene.groups, ...scene.nodes]) ?? { x: 0, y: 0, width: scene.width, height: scene.height };
  return {
    scene,
    nodes,
    rows,
    groups,
    edges,
    edgesOf: (id) => ends().get(id) ?? [],
    // Where everything is seen there is nothing to look for, and no grid to make: a scene on its way is seen for one frame.
    nodesIn: (box) =>
      liesIn(content, box)
        ? scene.nodes
        : nodeGridOf(scene.nodes)
            .near(box)
            .flatMap((index) => {
              const node = scene.nodes[index];
              return node && touches(node, box) ? [node] : [];
            }),
    groupsIn: (box) => scene.groups.filter((group) => touches(group, box)),
    edgesIn: (box) =>
      liesIn(content, box)
        ? scene.edges
        : edgeGridOf(scene.edges)
            .near(box)
            .flatMap((index) => scene.edges[index] ?? []),
    *preparing() {
      if (!grids.has(scene.nodes)) grids.set(scene.nodes, yield* creatingGrid(scene.nodes.entries()));
      if (!edgeGrids.has(scene.edges)) edgeGrids.set(scene.edges, yield* creatingGrid(edgeBoxes(scene.edges)));
    },
    isPrepared: () => grids.has(scene.nodes) && edgeGrids.has(scene.edges),
    groupAround(box, without) {
      let best: SceneGroup | undefined;
      for (const group of scene.groups) {
        if (without?.has(group.id) || !liesIn(box, group)) continue;
        if (best === undefined || group.width * group.height <= best.width * best.height) best = group;
      }
      return best;
    },
    content,
  };
}
