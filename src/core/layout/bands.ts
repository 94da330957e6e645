/**
 * Places a two-level catalogue as a poster: every outer group is a band of full width, the groups in it stand side by
 * side as boxes of equal height, and the nodes of a group fill a grid of columns. Reading order is the order given.
 *
 * Why not ELK: a layered layout orders nodes by edges, and a catalogue's order is its shelves. `rectpacking` keeps the
 * shelves, but neither aligns columns across boxes nor fills a band to its edge (docs/adr/0006).
 */
import type { Rectangle } from '../base/geometry.ts';
import type { LayoutGraph, LayoutGroup, LayoutNode } from './layout.ts';

/** Distances of the poster, px. Gaps between nodes are wide enough for edges to pass in parallel. */
export const bandGaps = { node: 16, group: 16, band: 20 } as const;
/** A node is stretched at most so far to fill its band. */
const greatestStretch = 1.35;

interface Box {
  readonly group: LayoutGroup;
  readonly nodes: readonly LayoutNode[];
}
interface Band {
  readonly group: LayoutGroup;
  readonly boxes: readonly Box[];
}
/** Columns of each box of a band, and the width of each of its columns. */
interface Shelf {
  readonly columns: readonly number[];
  readonly nodeWidth: number;
  readonly height: number;
}

export interface BandPlacement {
  readonly width: number;
  readonly height: number;
  readonly nodes: Readonly<Record<string, Rectangle>>;
  readonly groups: Readonly<Record<string, Rectangle>>;
}

/** Places the nodes and groups of a graph whose nodes all stand in a group inside an outer group. */
export function placeBands(graph: LayoutGraph): BandPlacement {
  const bands = bandsOf(graph);
  const widest = Math.max(0, ...graph.nodes.map((node) => node.width));
  const aspect = graph.aspect ?? 1.6;
  const width = bestWidth(bands, widest, aspect);
  const nodes: Record<string, Rectangle> = {};
  const groups: Record<string, Rectangle> = {};
  let y = 0;
  for (const band of bands) {
    const shelf = shelve(band, widest, width);
    const height = Math.max(
      shelf.height + band.group.padding.top + band.group.padding.bottom,
      band.group.minimum.height,
    );
    groups[band.group.id] = { x: 0, y, width, height };
    placeBoxes(band, shelf, { x: 0, y, width, height }, nodes, groups);
    y += height + bandGaps.band;
  }
  return { width, height: Math.max(0, y - bandGaps.band), nodes, groups };
}

function bandsOf(graph: LayoutGraph): readonly Band[] {
  const inside = new Map<string, LayoutNode[]>();
  for (const node of graph.nodes) {
    const members = inside.get(node.group ?? '') ?? [];
    members.push(node);
    inside.set(node.group ?? '', members);
  }
  const boxesOf = (band: LayoutGroup): readonly Box[] =>
    graph.groups
      .filter((group) => group.parent === band.id)
      .map((group) => ({ group, nodes: inside.get(group.id) ?? [] }));
  return graph.groups.filter((group) => group.parent === undefined).map((group) => ({ group, boxes: boxesOf(group) }));
}

/** The width whose whole comes nearest to the aspect; the first of equals. */
function bestWidth(bands: readonly Band[], nodeWidth: number, aspect: number): number {
  const narrowest = Math.max(0, ...bands.map((band) => leastWidth(band, nodeWidth)));
  const badness = (width: number): number => {
    const heights = bands.map((band) =>
      Math.max(
        shelve(band, nodeWidth, width).height + band.group.padding.top + band.group.padding.bottom,
        band.group.minimum.height,
      ),
    );
    const height = heights.reduce((sum, each) => sum + each + bandGaps.band, 0);
    return Math.abs(Math.log(width / Math.max(1, height) / aspect));
  };
  const candidates = Array.from({ length: 120 }, (_, step) => narrowest + step * 24);
  return candidates.reduce((best, width) => (badness(width) < badness(best) ? width : best), narrowest);
}

const chrome = (band: Band): number =>
  band.group.padding.left +
  band.group.padding.right +
  band.boxes.reduce((sum, { group }) => sum + group.padding.left + group.padding.right, 0) +
  Math.max(0, band.boxes.length - 1) * bandGaps.group;

const leastWidth = (band: Band, nodeWidth: number): number => chrome(band) + band.boxes.length * nodeWidth;

/** Gives each box of a band its columns: one each, then one more to the tallest as long as there is room. */
function shelve(band: Band, nodeWidth: number, width: number): Shelf {
  const room = width - chrome(band);
  const columns = band.boxes.map(() => 1);
  const used = (): number => columns.reduce((sum, count) => sum + count * nodeWidth + (count - 1) * bandGaps.node, 0);
  const heights = band.boxes.map((box) => boxHeight(box, 1));
  while (used() + nodeWidth + bandGaps.node <= room) {
    const tallest = tallestThatCanShrink(band, columns, heights);
    if (tallest < 0) break;
    columns[tallest] = (columns[tallest] ?? 1) + 1;
    heights[tallest] = boxHeight(band.boxes[tallest], columns[tallest] ?? 1);
  }
  const total = columns.reduce((sum, count) => sum + count, 0);
  const gaps = total === 0 ? 0 : (total - columns.length) * bandGaps.node;
  const stretched = total === 0 ? nodeWidth : Math.floor((room - gaps) / total);
  return {
    columns,
    nodeWidth: Math.max(nodeWidth, Math.min(stretched, Math.floor(nodeWidth * greatestStretch))),
    height: Math.max(0, ...heights),
  };
}

function tallestThatCanShrink(band: Band, columns: readonly number[], heights: readonly number[]): number {
  let tallest = -1;
  for (const [index, box] of band.boxes.entries()) {
    const more = (columns[index] ?? 1) < box.nodes.length;
    if (more && (tallest < 0 || (heights[index] ?? 0) > (heights[tallest] ?? 0))) tallest = index;
  }
  return tallest;
}

/** The box's height when its nodes stand in so many columns. */
function boxHeight(box: Box | undefined, columns: number): number {
  if (box === undefined) return 0;
  const ends = fill(box.nodes, columns).ends;
  return Math.max(Math.max(0, ...ends) + box.group.padding.top + box.group.padding.bottom, box.group.minimum.height);
}

/** Each node goes to the column that ends highest, the leftmost of equals, so that equal nodes read row by row. */
function fill(
  nodes: readonly LayoutNode[],
  columns: number,
): { places: { column: number; y: number }[]; ends: number[] } {
  const ends = Array.from({ length: columns }, () => 0);
  const places = nodes.map((node) => {
    const column = ends.indexOf(Math.min(...ends));
    const end = ends[column] ?? 0;
    const y = end === 0 ? 0 : end + bandGaps.node;
    ends[column] = y + node.height;
    return { column, y };
  });
  return { places, ends };
}

/** Sets the boxes of a band side by side; what the nodes could not be stretched to is shared out between the boxes. */
function placeBoxes(
  band: Band,
  shelf: Shelf,
  frame: Rectangle,
  nodes: Record<string, Rectangle>,
  groups: Record<string, Rectangle>,
): void {
  const { padding } = band.group;
  const inner = band.boxes.map(
    (box, index) =>
      (shelf.columns[index] ?? 1) * (shelf.nodeWidth + bandGaps.node) -
      bandGaps.node +
      box.group.padding.left +
      box.group.padding.right,
  );
  const taken = inner.reduce((sum, width) => sum + width, 0) + Math.max(0, inner.length - 1) * bandGaps.group;
  const spare = Math.max(0, frame.width - padding.left - padding.right - taken);
  const height = frame.height - padding.top - padding.bottom;
  let x = frame.x + padding.left;
  for (const [index, box] of band.boxes.entries()) {
    const last = index === band.boxes.length - 1;
    const share = Math.floor(spare / band.boxes.length);
    const width = last ? frame.x + frame.width - padding.right - x : (inner[index] ?? 0) + share;
    groups[box.group.id] = { x, y: frame.y + padding.top, width, height };
    const { places } = fill(box.nodes, shelf.columns[index] ?? 1);
    for (const [order, node] of box.nodes.entries()) {
      const place = places[order] ?? { column: 0, y: 0 };
      nodes[node.id] = {
        x: x + box.group.padding.left + place.column * (shelf.nodeWidth + bandGaps.node),
        y: frame.y + padding.top + box.group.padding.top + place.y,
        width: shelf.nodeWidth,
        height: node.height,
      };
    }
    x += width + bandGaps.group;
  }
}
