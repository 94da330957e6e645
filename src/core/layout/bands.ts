/**
 * Places a two-level catalogue as a poster: every outer group is a band of full width, the groups in it stand side by
 * side as boxes of equal height, and the nodes of a group fill a grid of columns. Reading order is the order given.
 *
 * Why not ELK: a layered layout orders nodes by edges, and a catalogue's order is its shelves. `rectpacking` keeps the
 * shelves, but neither aligns columns across boxes nor fills a band to its edge (docs/adr/0006).
 */
import type { Rectangle } from '../base/geometry.ts';
import { fillGrid, type GridFill, nodeGap } from './fillGrid.ts';
import type { LayoutGraph, LayoutGroup, LayoutNode } from './layout.ts';

/** Distances between boxes and between bands, px. */
const boxGap = 16;
const bandGap = 20;
/** A column is stretched at most so far to fill its band. */
const greatestStretch = 1.4;

interface Box {
  readonly group: LayoutGroup;
  readonly nodes: readonly LayoutNode[];
  /** How its nodes fill one column, two, and so on; as many as can be of use. */
  readonly fills: readonly GridFill[];
}

interface Band {
  readonly group: LayoutGroup;
  readonly boxes: readonly Box[];
}

/** Where everything stands, px, before lines are led around it. */
export interface BandPlacement {
  readonly width: number;
  readonly height: number;
  readonly nodes: Readonly<Record<string, Rectangle>>;
  readonly groups: Readonly<Record<string, Rectangle>>;
}

/** Places the nodes and groups of a graph whose nodes all stand in a group inside an outer group. */
export function placeBands(graph: LayoutGraph): BandPlacement {
  const column = graph.nodes.length === 0 ? 0 : Math.min(...graph.nodes.map((node) => node.width));
  const bands = bandsOf(graph, column);
  const width = bestWidth(bands, column, graph.aspect ?? 1.6);
  const nodes = new Map<string, Rectangle>();
  const groups = new Map<string, Rectangle>();
  let y = 0;
  for (const band of bands) {
    const columns = chooseColumns(band, column, width);
    const height = bandHeight(band, columns);
    const frame = { x: 0, y, width, height };
    groups.set(band.group.id, frame);
    placeBoxes(band, columns, column, frame, nodes, groups);
    y += height + bandGap;
  }
  return {
    width,
    height: Math.max(0, y - bandGap),
    nodes: Object.fromEntries(nodes),
    groups: Object.fromEntries(groups),
  };
}

function bandsOf(graph: LayoutGraph, column: number): readonly Band[] {
  const inside = new Map<string, LayoutNode[]>();
  for (const node of graph.nodes) {
    const members = inside.get(node.group ?? '') ?? [];
    members.push(node);
    inside.set(node.group ?? '', members);
  }
  const boxOf = (group: LayoutGroup): Box => {
    const nodes = inside.get(group.id) ?? [];
    const spans = nodes.map((node) => spanOf(node, column));
    const least = Math.max(1, ...spans);
    const most = Math.max(
      least,
      spans.reduce((sum, span) => sum + span, 0),
    );
    const counts = Array.from({ length: most - least + 1 }, (_, step) => least + step);
    return { group, nodes, fills: counts.map((count) => fillGrid(nodes, spans, count)) };
  };
  return graph.groups
    .filter((group) => group.parent === undefined)
    .map((group) => ({ group, boxes: graph.groups.filter(({ parent }) => parent === group.id).map(boxOf) }));
}

/** How many columns a node is wide. */
const spanOf = (node: LayoutNode, column: number): number =>
  Math.max(1, Math.round((node.width + nodeGap) / (column + nodeGap)));

/** The width whose whole comes nearest to the aspect; the first of equals. */
function bestWidth(bands: readonly Band[], column: number, aspect: number): number {
  const narrowest = Math.max(0, ...bands.map((band) => takenWidth(band, leastColumns(band), column)));
  const badness = (width: number): number => {
    const heights = bands.map((band) => bandHeight(band, chooseColumns(band, column, width)) + bandGap);
    const height = heights.reduce((sum, each) => sum + each, 0);
    return Math.abs(Math.log(width / Math.max(1, height) / aspect));
  };
  let best = { width: narrowest, badness: badness(narrowest) };
  for (let width = narrowest + 24; width < narrowest + 2400; width += 24) {
    const here = badness(width);
    if (here < best.badness) best = { width, badness: here };
  }
  return best.width;
}

const leastColumns = (band: Band): readonly GridFill[] => band.boxes.flatMap(({ fills }) => fills.slice(0, 1));

function boxWidth(box: Box, fill: GridFill, column: number): number {
  const { padding, minimum } = box.group;
  const content = fill.columns * (column + nodeGap) - nodeGap;
  return Math.max(content + padding.left + padding.right, Math.ceil(minimum.width));
}

function takenWidth(band: Band, fills: readonly GridFill[], column: number): number {
  const boxes = band.boxes.reduce((sum, box, index) => {
    const fill = fills[index];
    return fill === undefined ? sum : sum + boxWidth(box, fill, column);
  }, 0);
  const { padding } = band.group;
  return boxes + Math.max(0, band.boxes.length - 1) * boxGap + padding.left + padding.right;
}

function boxHeight(box: Box, fill: GridFill): number {
  const { padding, minimum } = box.group;
  return Math.max(fill.height + padding.top + padding.bottom, minimum.height);
}

function bandHeight({ group, boxes }: Band, fills: readonly GridFill[]): number {
  const content = Math.max(0, ...boxes.map((box, index) => (fills[index] ? boxHeight(box, fills[index]) : 0)));
  return Math.max(content + group.padding.top + group.padding.bottom, group.minimum.height);
}

/** The fewest columns at which every box stays below the least height that still fits the width. */
function chooseColumns(band: Band, column: number, width: number): readonly GridFill[] {
  const heights = [...new Set(band.boxes.flatMap((box) => box.fills.map((fill) => boxHeight(box, fill))))];
  heights.sort((left, right) => left - right);
  let low = 0;
  let high = heights.length - 1;
  let chosen = leastColumns(band);
  while (low <= high) {
    const middle = (low + high) >> 1;
    const limit = heights[middle] ?? 0;
    const fills = band.boxes.flatMap((box) => box.fills.find((fill) => boxHeight(box, fill) <= limit) ?? []);
    if (fills.length === band.boxes.length && takenWidth(band, fills, column) <= width) {
      chosen = fills;
      high = middle - 1;
    } else low = middle + 1;
  }
  return chosen;
}

/** Sets the boxes side by side over the whole width: what is left goes to the columns, evenly. */
function placeBoxes(
  band: Band,
  fills: readonly GridFill[],
  column: number,
  frame: Rectangle,
  nodes: Map<string, Rectangle>,
  groups: Map<string, Rectangle>,
): void {
  const { padding } = band.group;
  const total = fills.reduce((sum, fill) => sum + fill.columns, 0);
  const spare = Math.max(0, frame.width - takenWidth(band, fills, column));
  let x = frame.x + padding.left;
  let columnsLeft = total;
  let spareLeft = spare;
  for (const [index, box] of band.boxes.entries()) {
    const fill = fills[index];
    if (fill === undefined) continue;
    const share = columnsLeft === 0 ? 0 : Math.round((spareLeft * fill.columns) / columnsLeft);
    columnsLeft -= fill.columns;
    spareLeft -= share;
    const width = boxWidth(box, fill, column) + share;
    const place = { x, y: frame.y + padding.top, width, height: frame.height - padding.top - padding.bottom };
    groups.set(box.group.id, place);
    placeNodes(box, fill, column, place, nodes);
    x += width + boxGap;
  }
}

/** Nodes are as wide as their columns, and those as wide as the box lets them be, within reason. */
function placeNodes(box: Box, fill: GridFill, column: number, place: Rectangle, nodes: Map<string, Rectangle>): void {
  const { padding } = box.group;
  const room = place.width - padding.left - padding.right + nodeGap;
  const pitch = Math.min(Math.floor(room / fill.columns), Math.floor(column * greatestStretch) + nodeGap);
  for (const [index, node] of box.nodes.entries()) {
    const cell = fill.cells[index];
    if (cell === undefined) continue;
    nodes.set(node.id, {
      x: place.x + padding.left + cell.column * pitch,
      y: place.y + padding.top + cell.y,
      width: cell.span * pitch - nodeGap,
      height: cell.height,
    });
  }
}
