/**
 * What a canvas reports, and what it asks while a gesture lasts. The canvas shows a Scene and knows nothing of what it
 * stands for: it reports what the user did, the view answers with another Scene. Every member is optional; a canvas without
 * any can be looked at, panned, zoomed and walked through. All places are those of the scene, px; all ids are those of
 * the scene's nodes, groups and edges.
 *
 * Pointer: a click selects, Shift or Ctrl/Cmd and click adds or takes away; a drag on empty ground selects by box where
 * `onSelect` is given, and pans where it is not; Space and a drag, the middle button, two fingers and the wheel pan;
 * a pinch and Ctrl/Cmd and the wheel zoom; a long press is a right click. Escape gives a gesture up.
 *
 * Keys on a focused node: arrows go to the next one, which `onSelect` is told of (with Shift: besides what was selected);
 * Ctrl/Cmd and an arrow go along an edge (right and down with it, left and up against it); E selects one edge of the node after the
 * other; Alt and an arrow move what is selected by `steps.small` (Shift too: `steps.large`), and the view follows it; Space selects,
 * Enter and F2 open the node, or the edge that E selected; C starts a connection, arrows find its other end, Enter makes it (or says why it can't);
 * R leads the selected edge's far end elsewhere in the same way, or lets arrows resize a node or group until Enter;
 * the menu key asks for the menu; Ctrl/Cmd+A selects all. Delete, copy, undo and the like are for the view.
 */
import type { ReactNode, Ref } from 'react';
import type { Point, Rectangle, Side } from '../../core/base/geometry.ts';
import type { SceneEdge } from '../../core/scene/scene.ts';
import type { Marks } from './paintMarks.ts';

/** `end` and `cancel` come once, last. After `cancel` all is to be as it was before `start`. A key gives only an `end`. */
export type Phase = 'start' | 'during' | 'end' | 'cancel';

/** Things are being moved, or were. */
export interface Move {
  readonly phase: Phase;
  /** The upper left corner now of everything that moves: what was taken hold of, and the content of groups that were. */
  readonly positions: Readonly<Record<string, Point>>;
  /** What was taken hold of: the selection, or the one thing under the pointer. No content of it. */
  readonly ids: readonly string[];
  /** How far it is from where it stood, snapped. */
  readonly delta: Point;
  readonly by: 'pointer' | 'keyboard';
  /** The key is held down: it goes on with what the same key just did. */
  readonly again?: boolean;
  /**
   * Where it was dropped, if that is another group than before: the innermost group below the pointer, or none. Only with
   * `nesting`, and only at the `end`: the move and the change of group are one step.
   */
  readonly into?: { readonly group: string | undefined };
  /** Alt was down: a copy goes there, and what was taken hold of stays. */
  readonly copy: boolean;
}

/** A line was drawn from something. */
export interface Connection {
  readonly from: string;
  /** The node or group that it was dropped on; else it was dropped on the empty ground at `at`. */
  readonly to?: string;
  readonly at: Point;
  /** The side of `from` at which the pointer began to draw it. */
  readonly leaves?: Side;
}

/** One end of an edge was led elsewhere. */
export interface Reconnection {
  readonly edge: string;
  readonly end: 'from' | 'to';
  /** What that end is to be at; absent: it was dropped on the empty ground at `at`. */
  readonly to?: string;
  readonly at: Point;
}

/** Something is being given another size, or was. */
export interface Resize {
  readonly id: string;
  readonly rectangle: Rectangle;
  readonly phase: Phase;
}

/** How small it may become: `least`, and it goes on holding the box `holds`. */
export interface ResizeLimit {
  readonly least: { readonly width: number; readonly height: number };
  readonly holds?: Rectangle | undefined;
}

/** Something was dropped from outside: from a palette, or a file. */
export interface Placement {
  readonly at: Point;
  readonly data: DataTransfer;
  /** The innermost group there. */
  readonly group: string | undefined;
}

/** A menu is asked for, by the right button, a long press or a key. */
export interface MenuRequest {
  /** What it is asked for; absent: the ground. It was selected before, where `onSelect` is given. */
  readonly id: string | undefined;
  readonly at: Point;
  /** The same place in the window, px: where to open the menu. */
  readonly inWindow: Point;
}

/** A line that shows why something snapped, from one place to another. */
export interface Guide {
  readonly from: Point;
  readonly to: Point;
  /** Written at its middle, where there is room: a distance. */
  readonly text?: string;
  /** It shows a gap: with a bar at each end. */
  readonly gap?: boolean;
}

/** What may be snapped to. */
export interface SnapAsk {
  /** How far a thing may go to snap: as far on the screen at any zoom. */
  readonly reach: number;
  /** The part of the scene that is seen: nobody would understand why it snaps to anything else. */
  readonly seen: Rectangle;
  /** It is moved along this axis alone, by Shift. */
  readonly along?: 'x' | 'y' | undefined;
  /** A copy is moved: what it is a copy of stays, and can be snapped to. */
  readonly copy?: boolean;
}

/** By how much a move is corrected so that it stands in line with others, and what shows why. */
export interface Snapped {
  readonly delta: Point;
  readonly guides: readonly Guide[];
}

/** What a view can make the canvas do. */
export interface CanvasHandle {
  /** Brings everything into view: so that the eye can follow, or with the next frame. */
  fit(how?: 'at once'): void;
  /**
   * Brings a thing into view; nothing moves where it already is. The zoom stays where the thing can be read, or always.
   */
  reveal(id: string, how?: 'as large as it is'): void;
  /** Gives a node the keyboard's focus. */
  focus(id: string): void;
  /** Lets the user draw a connection from a node by keyboard, as the key C does. */
  connectFrom(id: string): void;
  /** The part of the scene that is seen. */
  seen(): Rectangle;
  /** The place of the scene in the middle of the canvas. */
  centre(): Point;
  /** A place of the window (`clientX`, `clientY`) as one of the scene, and back. */
  toScene(inWindow: Point): Point;
  toWindow(point: Point): Point;
}

/**
 * What a view lets be done to its scene: a gesture without its function can't be made. Places are px of the scene where
 * nothing else is said.
 */
export interface SceneGestures {
  /** Ids of nodes, rows, groups and edges that are shown as selected. Absent: the entry selected in the window. */
  readonly selection?: ReadonlySet<string>;
  /** The whole selection anew. Absent: a click selects an entry in the window. */
  readonly onSelect?: (ids: ReadonlySet<string>) => void;
  /**
   * Absent: nothing can be moved. While it is moved the canvas itself shows it at its new places and needs no new scene;
   * a view that gives one (with edges led anew) is welcome to. The next scene after the `end` says where it stays; without
   * one it goes back.
   */
  readonly onMove?: (move: Move) => void;
  /** How far a key moves, px; 1 and 10 by default. */
  readonly steps?: { readonly small: number; readonly large: number };
  /** Asked for every step of a move (not while Ctrl/Cmd is down): where it snaps to, and the guides to show. */
  readonly snap?: (moving: readonly string[], delta: Point, ask: SnapAsk) => Snapped;
  /** Asked for every step of a resize, the same way; -1 is the first side of the axis, 1 the last, 0 neither. */
  readonly snapResize?: (
    id: string,
    rectangle: Rectangle,
    sides: { readonly across: -1 | 0 | 1; readonly down: -1 | 0 | 1 },
    ask: SnapAsk,
  ) => { readonly rectangle: Rectangle; readonly guides: readonly Guide[] };
  /** The edges of what moves, led anew for where it is now. Asked once a frame; the others stay as they are. */
  readonly routeEdges?: (positions: Readonly<Record<string, Point>>) => readonly SceneEdge[];
  /**
   * What can be resized by its handles while it is selected alone, how small it may be made, and what must stay in it. Absent:
   * nothing.
   */
  readonly resizable?: (id: string) => ResizeLimit | undefined;
  readonly onResize?: (resize: Resize) => void;
  /** What can be neither moved nor resized. */
  readonly locked?: ReadonlySet<string>;
  /** The group that a node or a group lies in. Absent: the innermost that its rectangle lies in. */
  readonly parentOf?: (id: string) => string | undefined;
  /** Dragging into a group and out of it counts: see `Move.into`. */
  readonly nesting?: boolean;
  /** Drawn from anywhere on a node's border. Absent: no connections. */
  readonly onConnect?: (connection: Connection) => void;
  /** Whether a connection between the two may be; others are not offered. */
  readonly canConnect?: (from: string, to: string) => boolean;
  /** One end of a selected edge was dragged elsewhere. */
  readonly onReconnect?: (reconnection: Reconnection) => void;
  readonly onPlace?: (placement: Placement) => void;
  /** Whether what is dragged over the canvas can be placed, by the types of its data. Absent: anything. */
  readonly accepts?: (types: readonly string[]) => boolean;
  /** A double click, Enter or F2 on a node, group or edge: to rename it. Absent: a double click zooms to it. */
  readonly onOpen?: (id: string) => void;
  /** A click or a double click on the empty ground, after the selection was cleared. */
  readonly onGround?: (at: Point, clicks: 1 | 2) => void;
  readonly onMenu?: (request: MenuRequest) => void;
  /** The pointer came onto an edge, or left it. */
  readonly onEdgeHover?: (edge: string | undefined) => void;
  /**
   * Something of the view's own over the picture, in the scene's coordinates and as large as the zoom makes it: a text field for
   * renaming. Position it absolutely; its gestures do not reach the canvas.
   */
  readonly overlays?: ReactNode;
  /** What there is to say of single nodes: signs at their upper right corner, and words where the pointer rests on one. */
  readonly marks?: Marks;
  /** True: a scene whose nodes stand far from where they stood is gone to in 280 ms, for the eye to follow; see themes/motion.ts. */
  readonly animate?: boolean;
  readonly handle?: Ref<CanvasHandle>;
}
