/**
 * What the layered layout works on: a tree of levels, one for the whole and one for each group, each with its own layers from
 * left to right. An edge that leaves a group passes a port on the group's left or right side: a vertex of the first or
 * last layer inside, and an end of a segment outside.
 */
import type { LayoutGroup } from '../layout.ts';

/**
 * What stands in a layer: a node, a whole group, or a place that an edge passes. All lengths in px, along the flow from
 * west to east.
 */
export interface Vertex {
  /** `bend`: where a long edge passes a layer; `label`: the same with a label on it; `west` and `east`: ports of a group. */
  readonly kind: 'node' | 'group' | 'bend' | 'label' | 'west' | 'east';
  /** Place of the node or edge in the graph's list. */
  readonly item: number;
  readonly level: Level;
  /** What is inside a group. */
  readonly inner?: Level;
  width: number;
  height: number;
  /** How much of its height is kept free below the box, for edges that lead back to it. */
  loopRoom: number;
  /** By how much its box is narrower than its place, on each side. */
  inset: number;
  layer: number;
  /** Place in its layer, from above. */
  position: number;
  /** Place among the ends of segments on its left and right side of the layer. */
  leftRank: number;
  rightRank: number;
  readonly left: Segment[];
  readonly right: Segment[];
  /** Top left corner, within its level. */
  x: number;
  y: number;
}

/** A part of an edge from one layer to the next. */
export interface Segment {
  readonly tail: Vertex;
  readonly head: Vertex;
  /** Where it really ends: the port if `tail` or `head` is a group, else the same vertex. */
  readonly tailEnd: Vertex;
  readonly headEnd: Vertex;
  /** How far below the top of `tail` and `head` it ends, px. */
  tailOffset: number;
  headOffset: number;
  /** Where it runs up or down, within its level, px. */
  bendX: number;
}

/** A part of an edge within one level, from left to right. */
export interface Connection {
  readonly edge: number;
  readonly tail: Vertex;
  readonly head: Vertex;
  readonly tailEnd: Vertex;
  readonly headEnd: Vertex;
  /** Size of the label that is to be placed on it. */
  readonly label?: { readonly width: number; readonly height: number };
  readonly segments: Segment[];
  labelVertex?: Vertex;
}

/** The inside of one group, or of the whole graph: its layers are laid out by themselves. */
export interface Level {
  readonly group: LayoutGroup | undefined;
  readonly parent: Level | undefined;
  readonly children: Vertex[];
  readonly ports: Vertex[];
  readonly connections: Connection[];
  layers: Vertex[][];
  /** Whether the first layer holds ports, and the last. */
  west: boolean;
  east: boolean;
  width: number;
  height: number;
}

/** An edge of the graph: its connections from source to target; `reversed` if each of them runs from its head to its tail. */
export interface Path {
  readonly connections: readonly Connection[];
  readonly reversed: boolean;
}

/** A graph by its boundaries, made ready for the layered layout. */
export interface Hierarchy {
  readonly root: Level;
  /** All levels, outer ones before inner ones. */
  readonly levels: readonly Level[];
  /** By place in the graph's list; nothing for an edge from a node to itself. */
  readonly paths: readonly (Path | undefined)[];
}

/** A vertex that no step has placed yet. */
export const newVertex = (kind: Vertex['kind'], item: number, level: Level, inner?: Level): Vertex => ({
  kind,
  item,
  level,
  ...(inner === undefined ? {} : { inner }),
  width: 0,
  height: 0,
  loopRoom: 0,
  inset: 0,
  layer: 0,
  position: 0,
  leftRank: 0,
  rightRank: 0,
  left: [],
  right: [],
  x: 0,
  y: 0,
});
