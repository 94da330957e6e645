/** What is at a place of the canvas, and what taking hold of it there means. */
import { grown, type Point, type Rectangle } from '../../core/base/geometry.ts';
import type { SceneEdge } from '../../core/scene/scene.ts';
import { endsOf, type Handle, handlesOf, middlesOf, outsideGroup } from './handles.ts';
import type { Picture } from './picture.ts';
import { toScene, type View } from './view.ts';

/** What lies below a point of the canvas. */
export type Hit =
  | { readonly kind: 'node'; readonly id: string; readonly row?: string }
  /** The border of a node, or a handle outside of a group, from where a connection is drawn. */
  | { readonly kind: 'border'; readonly id: string }
  | { readonly kind: 'edge'; readonly id: string }
  | { readonly kind: 'end'; readonly edge: string; readonly end: 'from' | 'to' }
  | { readonly kind: 'handle'; readonly id: string; readonly handle: Handle }
  /** A group's border or title. */
  | { readonly kind: 'group'; readonly id: string }
  /** Nothing, or the ground of a group. */
  | { readonly kind: 'ground'; readonly group: string | undefined };

/** What can be taken hold of at the moment. */
export interface HitOptions {
  /** Edges and groups can be taken hold of. */
  readonly editing: boolean;
  readonly connecting: boolean;
  /** What shows handles for connections. */
  readonly handles?: string | undefined;
  readonly resizable: string | undefined;
  /** The selected edge whose ends can be dragged. */
  readonly reconnectable: string | undefined;
}

/** Half the size of a target that is drawn smaller, px of the screen. */
const reach = 12;
/** How far from an edge's line it is still meant, and from a node's border a connection, to both sides, px of the screen. */
const edgeReach = reach;
const borderReach = reach;
/** Of a small node its border takes no more than this share of its width or height at each side: it can be taken hold of, too. */
const mostBorder = 0.2;

/** Whether a node is seen large enough to draw a connection from its border, with room left to take hold of it. */
export const canBegin = ({ width, height }: Rectangle, zoom: number): boolean => Math.min(width, height) * zoom >= 28;

const within = ({ x, y, width, height }: Rectangle, at: Point, by = 0): boolean =>
  at.x >= x - by && at.y >= y - by && at.x <= x + width + by && at.y <= y + height + by;

function distanceTo(from: Point, to: Point, at: Point): number {
  const length = (to.x - from.x) ** 2 + (to.y - from.y) ** 2;
  const along = length === 0 ? 0 : ((at.x - from.x) * (to.x - from.x) + (at.y - from.y) * (to.y - from.y)) / length;
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(at.x - from.x - share * (to.x - from.x), at.y - from.y - share * (to.y - from.y));
}

function nearestEdge(edges: readonly SceneEdge[], at: Point, most: number): SceneEdge | undefined {
  let best: { edge: SceneEdge; distance: number } | undefined;
  for (const edge of edges) {
    if (edge.quiet) continue;
    let distance = edge.label && within(edge.label.box, at) ? 0 : Number.POSITIVE_INFINITY;
    for (let index = 1; index < edge.points.length; index += 1) {
      const from = edge.points[index - 1];
      const to = edge.points[index];
      if (from && to) distance = Math.min(distance, distanceTo(from, to, at));
    }
    if (distance <= most && (best === undefined || distance <= best.distance)) best = { edge, distance };
  }
  return best?.edge;
}

/** The height of a group's title, from its upper side, px of the scene. */
const titleHeight = 28;

function groupAt(picture: Picture, at: Point, slack: number): Hit {
  const inside = picture.groupsIn({ ...at, width: 0, height: 0 });
  const candidates = picture.scene.groups.filter((group) => within(group, at, slack));
  let best: { id: string; area: number } | undefined;
  for (const group of candidates) {
    const deep =
      at.x > group.x + slack &&
      at.x < group.x + group.width - slack &&
      at.y > group.y + Math.max(slack, group.texts.length > 0 ? titleHeight : 0) &&
      at.y < group.y + group.height - slack;
    const area = group.width * group.height;
    if (!deep && (best === undefined || area < best.area)) best = { id: group.id, area };
  }
  if (best) return { kind: 'group', id: best.id };
  const innermost = inside.reduce<(typeof inside)[number] | undefined>(
    (found, group) => (found === undefined || group.width * group.height <= found.width * found.height ? group : found),
    undefined,
  );
  return { kind: 'ground', group: innermost?.id };
}

/** The topmost thing at a place of the canvas (px from its corner). */
export function hitTest(picture: Picture, view: View, inCanvas: Point, options: HitOptions): Hit {
  const at = toScene(view, inCanvas);
  const px = 1 / view.zoom;
  const { editing, connecting, resizable, reconnectable } = options;

  const sized = resizable && (picture.groups.get(resizable) ?? picture.nodes.get(resizable));
  if (sized) {
    const handles = handlesOf(sized).filter(
      ({ across, down }) => (across !== 0 && down !== 0) || (across === 0 ? sized.width : sized.height) > 60 * px,
    );
    for (const handle of handles) {
      const square = { x: handle.at.x, y: handle.at.y, width: 0, height: 0 };
      if (within(square, at, reach * px)) return { kind: 'handle', id: sized.id, handle };
    }
  }
  const open = connecting && options.handles !== undefined && picture.groups.get(options.handles);
  if (open)
    for (const { at: place } of middlesOf(grown(open, outsideGroup * px)))
      if (Math.hypot(place.x - at.x, place.y - at.y) <= reach * px) return { kind: 'border', id: open.id };
  const reconnected = reconnectable && picture.edges.get(reconnectable);
  if (reconnected)
    for (const { end, at: place } of endsOf(reconnected))
      if (Math.hypot(place.x - at.x, place.y - at.y) <= reach * px) return { kind: 'end', edge: reconnected.id, end };

  const around = { x: at.x - borderReach * px, y: at.y - borderReach * px };
  const near = picture.nodesIn({ ...around, width: 2 * borderReach * px, height: 2 * borderReach * px });
  const over = near.findLast((node) => within(node, at));
  if (over) {
    const least = Math.min(over.width, over.height) * view.zoom;
    const band = Math.min(borderReach, least * mostBorder) * px;
    if (connecting && canBegin(over, view.zoom) && !within(over, at, -band)) return { kind: 'border', id: over.id };
    const row = over.rows.find((each) => within(each, at));
    return { kind: 'node', id: over.id, ...(row ? { row: row.id } : {}) };
  }
  if (editing) {
    const box = { x: at.x - edgeReach * px, y: at.y - edgeReach * px };
    const size = { width: 2 * edgeReach * px, height: 2 * edgeReach * px };
    const edge = nearestEdge(picture.edgesIn({ ...box, ...size }), at, edgeReach * px);
    const beside = connecting && near.at(-1);
    // Right beside a node a connection is meant, also where an edge ends.
    if (edge && !(beside && within(beside, at, 6 * px))) return { kind: 'edge', id: edge.id };
  }
  const beside = connecting && near.findLast((node) => canBegin(node, view.zoom));
  if (beside) return { kind: 'border', id: beside.id };
  if (editing) return groupAt(picture, at, 6 * px);
  return { kind: 'ground', group: undefined };
}
