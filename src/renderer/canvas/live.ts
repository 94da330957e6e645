import type { Point, Rectangle } from '../../core/base/geometry.ts';
import type { SceneEdge } from '../../core/scene/scene.ts';
import type { Guide } from './gestures.ts';

/** What is shown over the picture while the user points at something or a gesture lasts. */
export interface Live {
  /** The node that the pointer or the keyboard is on. */
  readonly hovered: string | undefined;
  /** What has the keyboard's focus, gone to by key: a node, a row in it, or a group. */
  readonly focused: string | undefined;
  /** A far node that is shown as large as can be read: it was pointed at for a while. */
  readonly lens: string | undefined;
  readonly hoveredEdge: string | undefined;
  /** The node or group that shows where connections can be drawn from. */
  readonly handles: string | undefined;
  /** It, while the pointer is where a press would draw one. */
  readonly border: string | undefined;
  readonly moving: Moving | undefined;
  readonly guides: readonly Guide[];
  /** The box that selects. */
  readonly box: Rectangle | undefined;
  /** What that box would select. */
  readonly boxed: ReadonlySet<string> | undefined;
  readonly connection: { readonly from: Point; readonly to: Point; readonly target: string | undefined } | undefined;
  /** The group that what is moved would be dropped into. */
  readonly dropInto: string | undefined;
  readonly resized: Rectangle | undefined;
  /** Something is dragged over the canvas from outside. */
  readonly placing: Point | undefined;
}

/** What is being moved, drawn over the picture until a scene has it in its place. */
export interface Moving {
  readonly ids: ReadonlySet<string>;
  /** Those that are not painted where they stood; none while a copy is moved. */
  readonly hidden: ReadonlySet<string>;
  /** Where one of them stood when it was taken hold of: tells how far a scene has followed already. */
  readonly anchor: { readonly id: string; readonly at: Point };
  readonly delta: Point;
  /** The edges at what moves, led by the view; absent: they are drawn out like rubber. */
  readonly edges: readonly SceneEdge[] | undefined;
}

/** Nothing is going on. */
export const stillLife: Live = {
  hovered: undefined,
  focused: undefined,
  lens: undefined,
  hoveredEdge: undefined,
  handles: undefined,
  border: undefined,
  moving: undefined,
  guides: [],
  box: undefined,
  boxed: undefined,
  connection: undefined,
  dropInto: undefined,
  resized: undefined,
  placing: undefined,
};
