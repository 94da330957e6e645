import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Point, Rectangle, Size } from '../base/geometry.ts';
import { failure, success } from '../base/result.ts';
import { backwardEdges } from './backwardEdges.ts';
import { checkGraph } from './checkGraph.ts';
import { edgeOptions, groupOptions, layeredOptions, unlabelled } from './elkOptions.ts';
import { keepHandPositions } from './handPositions.ts';
import type { Layout, LayoutEngine, LayoutGraph } from './layout.ts';
import { isForElk, ownLayout } from './ownLayout.ts';

/** What is needed of elkjs: the bundled class in the process, the worker's API in the window. */
export interface Elk {
  layout(graph: ElkNode): Promise<ElkNode>;
}

/**
 * A layout engine over elkjs. Small layered graphs go to ELK, whose slower options give the tidiest drafts; large ones and bands are
 * laid out by our own code in the same call (docs/adr/0006, 0008).
 * The same graph gives the same layout, in a worker and in the process; every coordinate is an integer.
 */
export function createElkEngine(elk: Elk): LayoutEngine {
  return async (graph) => {
    if (!isForElk(graph)) return ownLayout(graph);
    const checked = checkGraph(graph);
    if (!checked.ok) return checked;
    if (graph.nodes.length === 0 && graph.groups.length === 0) return success(nothing);
    try {
      const backward = backwardEdges(graph);
      const layout = fromElk(graph, backward, await elk.layout(toElk(graph, backward)));
      return success(keepHandPositions(graph, layout));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return failure({ kind: 'engine', message: `ELK could not lay the graph out: ${reason}` });
    }
  };
}

const nothing: Layout = { width: 0, height: 0, nodes: {}, groups: {}, edges: {} };

/** ELK sees places in our lists for ids, so that no id, however strange, meets its parser. */
const nodeKey = (index: number): string => `n${index}`;
const groupKey = (index: number): string => `g${index}`;
const edgeKey = (index: number): string => `e${index}`;

function toElk(graph: LayoutGraph, backward: ReadonlySet<string>): ElkNode {
  const nodeKeys = new Map(graph.nodes.map(({ id }, index) => [id, nodeKey(index)]));
  const children = new Map<string | undefined, ElkNode[]>();
  const add = (parent: string | undefined, child: ElkNode): void => {
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [child]);
    else siblings.push(child);
  };
  // ELK turns a graph that runs down by a quarter and forgets to turn the least sizes.
  const asElk = ({ width, height }: Size): Size =>
    graph.direction === 'right' ? { width, height } : { width: height, height: width };
  const groups = graph.groups.map((group, index) => ({
    group,
    elk: { id: groupKey(index), layoutOptions: groupOptions(group.padding, asElk(group.minimum)) } as ElkNode,
  }));
  for (const { group, elk } of groups) add(group.parent, elk);
  for (const [index, { group, width, height }] of graph.nodes.entries()) {
    add(group, { id: nodeKey(index), width: Math.ceil(width), height: Math.ceil(height) });
  }
  for (const { group, elk } of groups) {
    const inside = children.get(group.id);
    if (inside === undefined) Object.assign(elk, group.minimum);
    else elk.children = inside;
  }
  return {
    id: 'root',
    layoutOptions: {
      ...layeredOptions,
      'elk.direction': graph.direction === 'right' ? 'RIGHT' : 'DOWN',
    },
    children: children.get(undefined) ?? [],
    edges: graph.edges.map(
      ({ id, from, to, label, side = false }, index): ElkExtendedEdge => ({
        id: edgeKey(index),
        sources: [nodeKeys.get(backward.has(id) ? to : from) ?? ''],
        targets: [nodeKeys.get(backward.has(id) ? from : to) ?? ''],
        layoutOptions: edgeOptions(side),
        // Every edge has one, so that two layers are never too near for an arrow between them.
        labels: [
          {
            id: `l${index}`,
            text: ' ',
            width: Math.ceil(label?.width ?? (graph.direction === 'right' ? unlabelled : 1)),
            height: Math.ceil(label?.height ?? (graph.direction === 'down' ? unlabelled : 1)),
          },
        ],
      }),
    ),
  };
}

function fromElk(graph: LayoutGraph, backward: ReadonlySet<string>, root: ElkNode): Layout {
  const boxes = new Map<string, Rectangle>();
  const collect = (node: ElkNode): void => {
    for (const child of node.children ?? []) {
      boxes.set(child.id, rounded(child));
      collect(child);
    }
  };
  collect(root);
  const edges = new Map((root.edges ?? []).map((edge) => [edge.id, edge]));
  const boxOf = (key: string): Rectangle => boxes.get(key) ?? { x: 0, y: 0, width: 0, height: 0 };
  return {
    width: Math.ceil(root.width ?? 0),
    height: Math.ceil(root.height ?? 0),
    nodes: Object.fromEntries(graph.nodes.map(({ id }, index) => [id, boxOf(nodeKey(index))])),
    groups: Object.fromEntries(graph.groups.map(({ id }, index) => [id, boxOf(groupKey(index))])),
    edges: Object.fromEntries(
      graph.edges.map(({ id, label }, index) => [
        id,
        routeOf(edges.get(edgeKey(index)), backward.has(id), label !== undefined),
      ]),
    ),
  };
}

const rounded = ({ x = 0, y = 0, width = 0, height = 0 }: Partial<Rectangle>): Rectangle => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(width),
  height: Math.round(height),
});

function routeOf(edge: ElkExtendedEdge | undefined, backward: boolean, labelled: boolean): Layout['edges'][string] {
  const points = (edge?.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
    startPoint,
    ...bendPoints,
    endPoint,
  ]);
  const [label] = edge?.labels ?? [];
  const whole = straightened(points);
  return {
    points: backward ? whole.toReversed() : whole,
    ...(label === undefined || !labelled ? {} : { label: rounded(label) }),
  };
}

/** Integer points without those that rounding made equal. Points that shared a coordinate still share it. */
function straightened(points: readonly Point[]): readonly Point[] {
  const whole = points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
  return whole.filter((point, index) => {
    const before = whole[index - 1];
    return before === undefined || before.x !== point.x || before.y !== point.y;
  });
}
