import type { Rectangle, Size } from '../../base/geometry.ts';
import type { Layout, LayoutGraph } from '../layout.ts';
import { packComponents, splitComponents } from './components.ts';
import { layOutToTheRight } from './layeredLayout.ts';
import type { Effort } from './ordering.ts';

/** Above so many nodes, one start must do: more of them give a few percent fewer crossings at twice the time. */
const manyNodes = 400;

/** Lays out any checked layered graph by our own code. Pure and deterministic; hand positions are not looked at. */
export function layoutLayered(graph: LayoutGraph): Layout {
  const effort: Effort =
    graph.nodes.length > manyNodes ? { starts: 1, sweeps: 8, siftings: 1 } : { starts: 3, sweeps: 12, siftings: 4 };
  const whole = graph.direction === 'right' ? rounded(graph) : turnedGraph(rounded(graph));
  const layout = packComponents(splitComponents(whole).map((part) => layOutToTheRight(part, effort)));
  return graph.direction === 'right' ? layout : turnedLayout(layout);
}

/** Sizes in whole px, so that all coordinates are. */
const rounded = (graph: LayoutGraph): LayoutGraph => ({
  ...graph,
  nodes: graph.nodes.map((node) => ({ ...node, width: Math.ceil(node.width), height: Math.ceil(node.height) })),
  groups: graph.groups.map((group) => ({
    ...group,
    padding: {
      top: Math.ceil(group.padding.top),
      right: Math.ceil(group.padding.right),
      bottom: Math.ceil(group.padding.bottom),
      left: Math.ceil(group.padding.left),
    },
  })),
});

const turnedSize = <Item extends Size>(item: Item): Item => ({ ...item, width: item.height, height: item.width });
const turnedBox = ({ x, y, width, height }: Rectangle): Rectangle => ({ x: y, y: x, width: height, height: width });

/** The graph mirrored at its diagonal: what runs down in one runs to the right in the other. */
const turnedGraph = (graph: LayoutGraph): LayoutGraph => ({
  ...graph,
  nodes: graph.nodes.map(turnedSize),
  groups: graph.groups.map((group) => ({
    ...group,
    padding: {
      top: group.padding.left,
      left: group.padding.top,
      bottom: group.padding.right,
      right: group.padding.bottom,
    },
    minimum: turnedSize(group.minimum),
  })),
  edges: graph.edges.map((edge) => (edge.label === undefined ? edge : { ...edge, label: turnedSize(edge.label) })),
});

const turnedBoxes = (boxes: Layout['nodes']): Layout['nodes'] =>
  Object.fromEntries(Object.entries(boxes).map(([id, box]) => [id, turnedBox(box)]));

const turnedLayout = (layout: Layout): Layout => ({
  width: layout.height,
  height: layout.width,
  nodes: turnedBoxes(layout.nodes),
  groups: turnedBoxes(layout.groups),
  edges: Object.fromEntries(
    Object.entries(layout.edges).map(([id, { points, label }]) => [
      id,
      {
        points: points.map(({ x, y }) => ({ x: y, y: x })),
        ...(label === undefined ? {} : { label: turnedBox(label) }),
      },
    ]),
  ),
});
