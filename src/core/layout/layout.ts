/** The port of the layout: sized boxes and edges in, positions and bend points out. All lengths are px. */
import type { Point, Rectangle, Side, Sides, Size } from '../base/geometry.ts';
import type { Result } from '../base/result.ts';

/** A box to be placed, px. */
export interface LayoutNode extends Size {
  readonly id: string;
  readonly group?: string;
  /** Where it was put by hand: it stays there, groups grow to hold it, edges lead around it. */
  readonly position?: Point;
  /** Stays where the layout before has it, whatever is laid out anew around it. For `Relayout`; `position` wins over it. */
  readonly pinned?: boolean;
}

/** A boundary that is drawn around what stands in it. */
export interface LayoutGroup {
  readonly id: string;
  readonly parent?: string;
  /** Room for the title bar and around the content. */
  readonly padding: Sides;
  /** Least size, so that a title always fits. */
  readonly minimum: Size;
  /** Where a hand has put it: it is at least this box, and grows where its content needs more. */
  readonly box?: Rectangle;
}

/** A line to be led between two boxes. */
export interface LayoutEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Size of its label, if it has one; the layout places it. */
  readonly label?: Size;
  /** Stands beside the main flow: it bends first, and is the first to run against the direction. */
  readonly side?: boolean;
  /** The side of `from` that it leaves where there is a free way; absent: the one that suits. Only where it is led around placed boxes. */
  readonly leaves?: Side;
  /** Where it was led last, and the upper left corner of its label: kept in a placed graph as long as it fits its ends. */
  readonly way?: { readonly points: readonly Point[]; readonly label?: Point };
}

/** Where the flow of a layered graph goes. */
export type Direction = 'right' | 'down';

/** What is to be laid out: sizes are known, places are sought. */
export interface LayoutGraph {
  readonly nodes: readonly LayoutNode[];
  readonly groups: readonly LayoutGroup[];
  readonly edges: readonly LayoutEdge[];
  readonly direction: Direction;
  /**
   * `layered`, the default: nodes stand in the order of the edges (ELK). `bands`: groups without a parent lie one below
   * the other at full width, their groups side by side as tidy grids, in the order given; edges are routed around.
   */
  readonly arrangement?: 'layered' | 'bands';
  /** Width to height that `bands` aim at. */
  readonly aspect?: number;
}

/** Absolute positions, origin at the top left of the whole; what was put there by hand may lie left of it or above. */
export interface Layout extends Size {
  readonly nodes: Readonly<Record<string, Rectangle>>;
  readonly groups: Readonly<Record<string, Rectangle>>;
  /** Points from source to target, bends included. */
  readonly edges: Readonly<Record<string, { readonly points: readonly Point[]; readonly label?: Rectangle }>>;
}

/** Why there is no layout: the graph contradicts itself, or the engine gave up. */
export type LayoutFailure = { readonly kind: 'invalid-graph' | 'engine'; readonly message: string };

/** Lays a graph out. Deterministic: the same graph gives the same layout, in a worker and in the process. */
export type LayoutEngine = (graph: LayoutGraph) => Promise<Result<Layout, LayoutFailure>>;

/**
 * What is laid out anew. `changes`: only what is new, was resized, or stands in the way of that; everything else stays, and
 * gives way only as far as it must. `whole`: everything that is not pinned. A list: these nodes and groups, each group with
 * all that is inside it; they stay about where they were, and the rest gives way only as far as it must.
 */
export type RelayoutScope = 'changes' | 'whole' | readonly string[];

/**
 * Lays out a changed graph from where things stand now: `before` may lack what is new and may hold what is gone. Nodes with
 * a `position` stand there, `pinned` ones stay exactly, even where that leaves two on top of each other. New nodes go to a free place near
 * their neighbours, edges that are still good keep their way. Deterministic, and each call is one step for an undo.
 * `scope` is `changes` unless said otherwise.
 */
export type Relayout = (
  graph: LayoutGraph,
  before: Layout,
  scope?: RelayoutScope,
) => Promise<Result<Layout, LayoutFailure>>;
