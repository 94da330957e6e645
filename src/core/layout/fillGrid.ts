import type { LayoutNode } from './layout.ts';
import { clearance } from './routeGrid.ts';

/** Between two nodes of a grid, px: a gutter through whose middle edges pass. */
export const nodeGap = 2 * clearance;
/** Nodes whose heights differ by no more than this stand in rows of even height, px. */
const greatestStretch = 32;

/** A card's place: its first column, how many it spans, and where it stands from above, px. */
export interface GridCell {
  readonly column: number;
  readonly span: number;
  readonly y: number;
  readonly height: number;
}

/** A grid of cards as wide as its columns and as high as the highest of them, px. */
export interface GridFill {
  readonly columns: number;
  readonly height: number;
  readonly cells: readonly GridCell[];
}

/**
 * Fills so many columns with nodes in their order. Rows of even height where they are much alike, since those read best;
 * else each node goes where it starts highest, the leftmost of equals.
 */
export function fillGrid(nodes: readonly LayoutNode[], spans: readonly number[], columns: number): GridFill {
  const heights = nodes.map(({ height }) => height);
  const alike = Math.max(...heights) - Math.min(...heights) <= greatestStretch && spans.every((span) => span === 1);
  return alike ? fillEvenly(nodes, columns) : fillDensely(nodes, spans, columns);
}

/** Wide nodes first, so that narrow ones leave no holes above them; both in their order. */
function fillDensely(nodes: readonly LayoutNode[], spans: readonly number[], columns: number): GridFill {
  const ends = Array.from({ length: columns }, () => 0);
  const cells: GridCell[] = [];
  const order = [...nodes.keys()].sort((left, right) => (spans[right] ?? 1) - (spans[left] ?? 1));
  for (const index of order) {
    const span = Math.min(spans[index] ?? 1, columns);
    const height = nodes[index]?.height ?? 0;
    const tops = Array.from({ length: columns - span + 1 }, (_, at) => Math.max(...ends.slice(at, at + span)));
    const y = Math.min(...tops);
    const column = tops.indexOf(y);
    ends.fill(y + height + nodeGap, column, column + span);
    cells[index] = { column, span, y, height };
  }
  return { columns, height: Math.max(0, Math.max(...ends) - nodeGap), cells };
}

function fillEvenly(nodes: readonly LayoutNode[], columns: number): GridFill {
  const cells: GridCell[] = [];
  let y = 0;
  for (let first = 0; first < nodes.length; first += columns) {
    const row = nodes.slice(first, first + columns);
    const height = Math.max(...row.map((node) => node.height));
    for (const column of row.keys()) cells.push({ column, span: 1, y, height });
    y += height + nodeGap;
  }
  return { columns, height: Math.max(0, y - nodeGap), cells };
}
