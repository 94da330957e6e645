/** Paints what lies over the picture: what is selected, pointed at and moved, handles and guides, all as thick at any zoom. */
import { grown, type Point, type Rectangle } from '../../core/base/geometry.ts';
import type { SceneEdge } from '../../core/scene/scene.ts';
import type { Theme } from '../../core/scene/theme.ts';
import { shownColours } from '../themes/forcedColours.ts';
import { addHead, addRoute, type Context, drawBox, fontOf, setDashes, textWidth } from './brush.ts';
import { endsOf, handlesOf, middlesOf, outsideGroup } from './handles.ts';
import type { IconBitmaps } from './iconBitmaps.ts';
import { type Lens, lensOver } from './lens.ts';
import type { Live, Moving } from './live.ts';
import { type Marks, paintMarks } from './paintMarks.ts';
import { paintRings } from './paintRings.ts';
import { paintOver } from './paintScene.ts';
import type { Picture } from './picture.ts';
import { stretched } from './stretch.ts';
import { toCanvas, type View } from './view.ts';

/** Where and how what is going on is painted. */
export interface LiveOptions {
  readonly view: View;
  readonly density: number;
  readonly icons: IconBitmaps;
  readonly selection: ReadonlySet<string>;
  /** The one thing that shows handles for another size. */
  readonly resizable: string | undefined;
  readonly marks?: Marks | undefined;
  readonly reconnectable: boolean;
  /** Edges at what is pointed at stand out; so does a far node, by being shown as large as can be read. */
  readonly pointing: 'map' | 'editor';
  readonly size: { readonly width: number; readonly height: number };
}

const onCanvas = (view: View, box: Rectangle): Rectangle => ({
  ...toCanvas(view, box),
  width: box.width * view.zoom,
  height: box.height * view.zoom,
});

const dot = (context: Context, { x, y }: Point, size: number, theme: Theme) =>
  drawBox(
    context,
    { x: x - size / 2, y: y - size / 2, width: size, height: size },
    { fill: theme.surface, stroke: theme.focus, strokeWidth: 1.5, radius: size / 2 },
  );

/** How far a scene is behind what its user has moved. */
function shiftOf(picture: Picture, { anchor, delta }: Moving): Point {
  const now = picture.nodes.get(anchor.id) ?? picture.groups.get(anchor.id);
  if (now === undefined) return { x: 0, y: 0 };
  return { x: anchor.at.x + delta.x - now.x, y: anchor.at.y + delta.y - now.y };
}

/** The edges at what moves, as they are to be drawn. */
function movingEdges(picture: Picture, moving: Moving, shift: Point): readonly SceneEdge[] {
  if (moving.edges) return moving.edges;
  const edges = new Set<SceneEdge>();
  for (const id of moving.ids) for (const edge of picture.edgesOf(id)) if (!edge.quiet) edges.add(edge);
  if (shift.x === 0 && shift.y === 0) return [...edges];
  return [...edges].map((edge) =>
    stretched(edge, shift, { from: moving.ids.has(edge.from), to: moving.ids.has(edge.to) }),
  );
}

function paintMoving(context: Context, picture: Picture, moving: Moving, options: LiveOptions): void {
  const theme = shownColours(picture.scene.theme);
  const shift = shiftOf(picture, moving);
  const { view } = options;
  const shifted = { ...view, x: view.x + shift.x * view.zoom, y: view.y + shift.y * view.zoom };
  const nodes = [...moving.ids].flatMap((id) => picture.nodes.get(id) ?? []);
  const groups = [...moving.ids]
    .flatMap((id) => picture.groups.get(id) ?? [])
    .sort((outer, inner) => outer.depth - inner.depth);
  paintOver(context, theme, { groups, nodes: [], edges: [], touched: false }, { ...options, view: shifted }, picture);
  paintOver(
    context,
    theme,
    { nodes: [], edges: movingEdges(picture, moving, shift), touched: false },
    options,
    picture,
  );
  paintOver(context, theme, { nodes, edges: [], touched: false }, { ...options, view: shifted }, picture);
}

/** Edges that are selected, the ends of one alone, and the handles that resize. */
function paintSelected(context: Context, picture: Picture, live: Live, options: LiveOptions): void {
  const { view, density, selection } = options;
  const theme = shownColours(picture.scene.theme);
  const shown = live.boxed ?? selection;
  for (const id of shown) {
    const edge = picture.edges.get(id);
    if (edge === undefined || live.moving?.ids.has(edge.from) || live.moving?.ids.has(edge.to)) continue;
    paintOver(context, theme, { nodes: [], edges: [edge], touched: true }, options, picture);
    context.setTransform(density, 0, 0, density, 0, 0);
    if (!options.reconnectable || shown.size > 1) continue;
    for (const { at } of endsOf(edge)) dot(context, toCanvas(view, at), 9, theme);
  }
  context.setTransform(density, 0, 0, density, 0, 0);
  const box = options.resizable && picture.groups.get(options.resizable);
  const node = options.resizable && picture.nodes.get(options.resizable);
  const resizable = box || node;
  if (resizable && !live.moving)
    for (const { at } of handlesOf(live.resized ?? resizable)) {
      const { x, y } = toCanvas(view, at);
      drawBox(
        context,
        { x: x - 4, y: y - 4, width: 8, height: 8 },
        { fill: theme.surface, stroke: theme.ink, strokeWidth: 1.5, radius: 2 },
      );
    }
}

/** The rings around what is selected and has the focus; those of what a lens shows around the lens. */
function paintAllRings(
  context: Context,
  picture: Picture,
  live: Live,
  lens: Lens | undefined,
  options: LiveOptions,
): void {
  const { view, selection, size, density } = options;
  const shift = live.moving ? shiftOf(picture, live.moving) : { x: 0, y: 0 };
  const inLens = new Set(lens && [lens.node.id, ...lens.node.rows.map(({ id }) => id)]);
  context.setTransform(density, 0, 0, density, 0, 0);
  const paint = (viewOf: (id: string) => View | undefined) =>
    paintRings(context, picture, shownColours(picture.scene.theme), {
      selected: live.boxed ?? selection,
      focused: live.focused,
      viewOf: (id) => (live.resized && id === options.resizable ? undefined : viewOf(id)),
      shiftOf: (id) => (live.moving?.ids.has(id) ? shift : { x: 0, y: 0 }),
      size,
    });
  paint((id) => (inLens.has(id) ? undefined : view));
  paintMarksOver(context, picture, live, options);
  if (lens === undefined) return;
  paintLens(context, picture, lens, options);
  context.setTransform(density, 0, 0, density, 0, 0);
  paint((id) => (inLens.has(id) ? lens.view : undefined));
}

/** What there is to say of a part is not below the ring around it. */
function paintMarksOver(context: Context, picture: Picture, live: Live, options: LiveOptions): void {
  const { marks, selection } = options;
  if (!marks || marks.size === 0 || live.moving) return;
  const ringed = new Set(live.boxed ?? selection);
  if (live.focused !== undefined) ringed.add(live.focused);
  const marked = [...ringed].flatMap((id) => (marks.has(id) ? (picture.nodes.get(id) ?? []) : []));
  paintMarks(context, shownColours(picture.scene.theme), marked, marks, options);
}

/** A far node as large as can be read, over its place. */
function paintLens(context: Context, picture: Picture, { node, box, view }: Lens, options: LiveOptions): void {
  const { density } = options;
  const theme = shownColours(picture.scene.theme);
  context.setTransform(density, 0, 0, density, 0, 0);
  context.shadowColor = 'rgb(15 19 26 / 28%)';
  context.shadowBlur = 18 * density;
  context.shadowOffsetY = 5 * density;
  drawBox(context, box, { fill: theme.surface, radius: 6 });
  context.shadowColor = 'transparent';
  context.shadowBlur = 0;
  context.shadowOffsetY = 0;
  paintOver(context, theme, { nodes: [node], edges: [], touched: false }, { ...options, view }, picture);
}

/** Where connections can be drawn from: the middles of the sides, or of a group places outside of them. */
function paintHandles(context: Context, picture: Picture, live: Live, { view, density }: LiveOptions): void {
  const { handles, border } = live;
  if (handles === undefined) return;
  const theme = shownColours(picture.scene.theme);
  context.setTransform(density, 0, 0, density, 0, 0);
  const node = picture.nodes.get(handles);
  const group = picture.groups.get(handles);
  const ready = border === handles;
  if (node) {
    const box = grown(onCanvas(view, node), 3);
    if (ready) drawBox(context, box, { stroke: theme.accentLine, strokeWidth: 3, radius: 9 });
    for (const { at } of middlesOf(box)) dot(context, at, ready ? 10 : 7, theme);
  } else if (group)
    for (const { at } of middlesOf(grown(onCanvas(view, group), outsideGroup))) dot(context, at, ready ? 12 : 9, theme);
}

/** Half of the bar at an end of a gap, px of the screen. */
const gapBar = 4;

/** The middle of a pixel, where a line of 1 px is sharp. */
function toPixel(view: View, at: Point): Point {
  const { x, y } = toCanvas(view, at);
  return { x: Math.round(x) + 0.5, y: Math.round(y) + 0.5 };
}

function paintGuides(context: Context, live: Live, { view, density }: LiveOptions, theme: Theme): void {
  context.setTransform(density, 0, 0, density, 0, 0);
  setDashes(context, undefined);
  context.strokeStyle = theme.danger;
  context.lineWidth = 1;
  context.beginPath();
  for (const { from, to, gap } of live.guides) {
    const start = toPixel(view, from);
    const end = toPixel(view, to);
    context.moveTo(start.x, start.y);
    context.lineTo(end.x, end.y);
    if (!gap) continue;
    const [across, down] = from.y === to.y ? [0, gapBar] : [gapBar, 0];
    for (const { x, y } of [start, end]) {
      context.moveTo(x - across, y - down);
      context.lineTo(x + across, y + down);
    }
  }
  context.stroke();
  for (const { from, to, text } of live.guides) {
    if (text === undefined) continue;
    const middle = toCanvas(view, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
    const width = textWidth(context, text, fontOf(12, 600)) + 8;
    const [length, needed] = from.y === to.y ? [to.x - from.x, width + 8] : [to.y - from.y, 24];
    if (Math.abs(length) * view.zoom < needed) continue;
    drawBox(
      context,
      { x: middle.x - width / 2, y: middle.y - 8, width, height: 16 },
      { fill: theme.danger, radius: 4 },
    );
    context.font = fontOf(12, 600);
    context.textAlign = 'center';
    context.fillStyle = theme.surface;
    context.fillText(text, middle.x, middle.y + 4);
  }
}

/** Where an arrow to a box begins or ends: in the middle of the side that faces the other place. */
function paintConnection(context: Context, picture: Picture, live: Live, { view, density }: LiveOptions): void {
  const { connection } = live;
  if (connection === undefined) return;
  const theme = shownColours(picture.scene.theme);
  context.setTransform(density, 0, 0, density, 0, 0);
  const target = connection.target && (picture.nodes.get(connection.target) ?? picture.groups.get(connection.target));
  if (target) drawBox(context, grown(onCanvas(view, target), 3), { stroke: theme.accent, strokeWidth: 3, radius: 9 });
  const from = toCanvas(view, connection.from);
  const to = toCanvas(view, connection.to);
  const middle = (from.x + to.x) / 2;
  const points = [from, { x: middle, y: from.y }, { x: middle, y: to.y }, to];
  const route = Math.abs(from.y - to.y) < 2 ? [from, to] : points;
  context.strokeStyle = theme.accent;
  context.fillStyle = theme.accent;
  context.lineWidth = 2;
  setDashes(context, target ? undefined : '5 3');
  context.beginPath();
  addRoute(context, route, 8, 7);
  context.stroke();
  setDashes(context, undefined);
  context.beginPath();
  addHead(context, Math.abs(middle - to.x) < 8 && route.length > 2 ? [from, to] : route, 1.2);
  context.fill();
}

/** Whether there is anything to paint: an empty layer costs nothing while the view moves. */
export const hasLive = (live: Live, selection: ReadonlySet<string>): boolean =>
  selection.size > 0 ||
  Object.values(live).some((part) => part !== undefined && !(Array.isArray(part) && part.length === 0));

/** Paints, over the picture, what comes and goes with the pointer: what moves, rings, handles, guides. */
export function paintLive(context: Context, picture: Picture, live: Live, options: LiveOptions): void {
  const { view, density, icons } = options;
  const theme = shownColours(picture.scene.theme);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.globalAlpha = 1;

  const busy = live.moving ?? live.box ?? live.connection;
  if (live.hovered !== undefined && !busy) {
    const edges = picture.edgesOf(live.hovered);
    const nodes =
      options.pointing === 'map' && edges.length > 0
        ? [live.hovered, ...edges.map(({ from, to }) => (from === live.hovered ? to : from))].flatMap(
            (id) => picture.nodes.get(id) ?? [],
          )
        : [];
    if (edges.length > 0) {
      paintOver(context, theme, { nodes: [], edges, touched: true }, { view, density, icons }, picture);
      paintOver(context, theme, { nodes, edges: [], touched: false }, { view, density, icons }, picture);
    }
  }
  if (live.hoveredEdge !== undefined && !busy) {
    const edge = picture.edges.get(live.hoveredEdge);
    if (edge) paintOver(context, theme, { nodes: [], edges: [edge], touched: true }, options, picture);
  }
  if (live.dropInto !== undefined) {
    const group = picture.groups.get(live.dropInto);
    context.setTransform(density, 0, 0, density, 0, 0);
    if (group) {
      context.globalAlpha = 0.12;
      drawBox(context, onCanvas(view, group), { fill: theme.accent, radius: 8 });
      context.globalAlpha = 1;
      drawBox(context, onCanvas(view, group), { stroke: theme.accent, strokeWidth: 2, radius: 8 });
    }
  }
  if (live.moving) paintMoving(context, picture, live.moving, options);
  paintSelected(context, picture, live, options);
  context.setTransform(density, 0, 0, density, 0, 0);
  if (!busy) paintHandles(context, picture, live, options);
  context.setTransform(density, 0, 0, density, 0, 0);
  if (live.resized) drawBox(context, onCanvas(view, live.resized), { stroke: theme.focus, strokeWidth: 2, radius: 8 });
  paintConnection(context, picture, live, options);
  paintGuides(context, live, options, theme);
  if (live.box) {
    const box = onCanvas(view, live.box);
    context.setTransform(density, 0, 0, density, 0, 0);
    context.globalAlpha = 0.08;
    drawBox(context, box, { fill: theme.accent, radius: 2 });
    context.globalAlpha = 1;
    drawBox(context, box, { stroke: theme.accent, strokeWidth: 1, radius: 2 });
  }
  if (live.placing) {
    const at = toCanvas(view, live.placing);
    context.setTransform(density, 0, 0, density, 0, 0);
    dot(context, at, 12, theme);
  }
  const lens = live.lens === undefined || busy ? undefined : lensOver(context, picture, live.lens, view, options.size);
  paintAllRings(context, picture, live, lens, options);
}
