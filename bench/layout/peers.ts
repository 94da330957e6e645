/** Other layout engines behind our port, each as its users call it. */
import { layout as dagreLayout, Graph } from '@dagrejs/dagre';
import { instance } from '@viz-js/viz';
import ElkConstructor, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { Point, Rectangle } from '../../src/core/base/geometry.ts';
import type { Layout, LayoutGraph } from '../../src/core/layout/layout.ts';

export type Peer = (graph: LayoutGraph) => Layout | Promise<Layout>;

const elk = new ElkConstructor();

/** elkjs as its documentation shows it: layered, hierarchy included, orthogonal edges, everything else at its default. */
export const plainElk: Peer = async (graph) => {
  const inside = (group: string | undefined): ElkNode[] =>
    graph.nodes.filter((node) => node.group === group).map(({ id, width, height }) => ({ id, width, height }));
  const root: ElkNode & { edges?: ElkExtendedEdge[] } = await elk.layout({
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.json.shapeCoords': 'ROOT',
      'elk.json.edgeCoords': 'ROOT',
    },
    children: [
      ...inside(undefined),
      ...graph.groups.map(({ id }) => ({
        id,
        children: inside(id),
        layoutOptions: { 'elk.padding': '[top=40,left=16,bottom=16,right=16]' },
      })),
    ],
    edges: graph.edges.map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  });
  const nodes: Record<string, Rectangle> = {};
  const groups: Record<string, Rectangle> = {};
  const collect = (parent: ElkNode): void => {
    for (const { id, x = 0, y = 0, width = 0, height = 0, children } of parent.children ?? []) {
      (children === undefined ? nodes : groups)[id] = { x, y, width, height };
      collect({ id, children: children ?? [] });
    }
  };
  collect(root);
  const edges = (root.edges ?? []).map(({ id, sections = [] }) => [
    id,
    { points: sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]) },
  ]);
  return { width: root.width ?? 0, height: root.height ?? 0, nodes, groups, edges: Object.fromEntries(edges) };
};

export const dagre: Peer = (graph) => {
  const drawn = new Graph({ compound: true, multigraph: true });
  drawn.setGraph({ rankdir: 'LR', nodesep: 32, ranksep: 48 });
  drawn.setDefaultEdgeLabel(() => ({}));
  for (const { id } of graph.groups) drawn.setNode(id, {});
  for (const { id, width, height, group } of graph.nodes) {
    drawn.setNode(id, { width, height });
    if (group !== undefined) drawn.setParent(id, group);
  }
  for (const { id, from, to } of graph.edges) drawn.setEdge(from, to, {}, id);
  dagreLayout(drawn);
  const boxOf = (id: string): Rectangle => {
    const { x, y, width, height } = drawn.node(id) as Rectangle;
    return { x: x - width / 2, y: y - height / 2, width, height };
  };
  const edges = graph.edges.map(({ id, from, to }) => [
    id,
    { points: (drawn.edge(from, to, id) as { points: Point[] }).points },
  ]);
  return {
    width: 0,
    height: 0,
    nodes: Object.fromEntries(graph.nodes.map(({ id }) => [id, boxOf(id)])),
    groups: Object.fromEntries(graph.groups.map(({ id }) => [id, boxOf(id)])),
    edges: Object.fromEntries(edges),
  };
};

const viz = await instance();
const pointsPerInch = 72;

interface GraphvizOutput {
  readonly objects?: readonly { name: string; pos?: string; bb?: string }[];
  readonly edges?: readonly { id: string; pos: string }[];
}

/** Graphviz's dot, as WebAssembly, with clusters. Its orthogonal edges crash it from 200 nodes on, so these are its curves. */
export const graphviz: Peer = (graph) => {
  const line = ({ id, width, height }: LayoutGraph['nodes'][number]): string =>
    `"${id}" [width=${width / pointsPerInch} height=${height / pointsPerInch} fixedsize=true shape=box]`;
  const source = [
    'digraph { rankdir=LR',
    ...graph.groups.map(({ id }) => {
      const inside = graph.nodes.filter(({ group }) => group === id).map(line);
      return `subgraph "cluster_${id}" { ${inside.join(';')} }`;
    }),
    ...graph.nodes.filter(({ group }) => group === undefined).map(line),
    ...graph.edges.map(({ id, from, to }) => `"${from}" -> "${to}" [id="${id}"]`),
    '}',
  ].join('\n');
  const output = JSON.parse(viz.renderString(source, { format: 'json', engine: 'dot' })) as GraphvizOutput;
  const sizes = new Map(graph.nodes.map((node) => [node.id, node]));
  const nodes: Record<string, Rectangle> = {};
  const groups: Record<string, Rectangle> = {};
  for (const { name, pos, bb } of output.objects ?? []) {
    const node = sizes.get(name);
    const [x = 0, y = 0, right = 0, top = 0] = (pos ?? bb ?? '').split(',').map(Number);
    if (node !== undefined)
      nodes[name] = { x: x - node.width / 2, y: y - node.height / 2, width: node.width, height: node.height };
    else groups[name.replace(/^cluster_/, '')] = { x, y, width: right - x, height: top - y };
  }
  const edges = (output.edges ?? []).map(({ id, pos }) => [id, { points: splinePoints(pos) }]);
  return { width: 0, height: 0, nodes, groups, edges: Object.fromEntries(edges) };
};

/** Points of a spline's cubic curves, eight to each. */
function splinePoints(pos: string): Point[] {
  const points = pos
    .replace(/[es],[-\d.e+]+,[-\d.e+]+ ?/g, '')
    .split(' ')
    .map((pair) => pair.split(',').map(Number))
    .map(([x = 0, y = 0]) => ({ x, y }));
  const drawn = points.slice(0, 1);
  for (let index = 0; index + 3 < points.length; index += 3) {
    const curve = points.slice(index, index + 4);
    for (let step = 1; step <= 8; step += 1)
      drawn.push({ x: bezier(curve, 'x', step / 8), y: bezier(curve, 'y', step / 8) });
  }
  return drawn;
}

function bezier(curve: readonly Point[], axis: 'x' | 'y', at: number): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = curve.map((point) => point[axis]);
  const rest = 1 - at;
  return rest ** 3 * first + 3 * rest ** 2 * at * second + 3 * rest * at ** 2 * third + at ** 3 * fourth;
}
