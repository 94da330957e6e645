/** What words of a far view are placed on: all places are those of the canvas, px. */
import type { Point, Rectangle } from '../../core/base/geometry.ts';
import type { SceneGroup } from '../../core/scene/scene.ts';
import type { Theme } from '../../core/scene/theme.ts';
import type { Context } from './brush.ts';
import { touches } from './spatialGrid.ts';
import { toCanvas, type View } from './view.ts';

/** Words over a picture from afar; all lengths in px of the canvas, so that they are as large at any zoom. */
export interface FarLabel {
  readonly lines: readonly string[];
  /** Baseline of the first line. */
  readonly at: Point;
  readonly align: 'left' | 'center';
  readonly size: number;
  readonly weight: number;
  readonly lineHeight: number;
  readonly colour: string;
  /** Drawn below it, so that it can be read over what is there. */
  readonly ground?: { readonly box: Rectangle; readonly fill: string; readonly stroke?: string };
  /** An outline of this colour around the letters. */
  readonly halo?: string;
  /** True: it reads from below upwards. */
  readonly upright?: boolean;
  readonly struck?: boolean;
  /** Wider than that it is squeezed. */
  readonly most?: number;
  /** The node that it names, for what dims nodes. */
  readonly node?: string;
}

/** The smallest size of letters that can be read, px. */
export const leastSize = 12;
/** How high capital letters stand over the baseline, of their size. */
export const ascent = 0.73;

/** A view that names are put on one after another. `taken`: what they cover so far, px of the canvas. */
export interface FarPage {
  readonly context: Context;
  readonly theme: Theme;
  readonly view: View;
  readonly taken: Rectangle[];
  /** Whether only one name begins like this. */
  readonly tellsApart: (start: string) => boolean;
}

/** A box of the scene as it lies on the canvas, px. */
export const onCanvas = (view: View, box: Rectangle): Rectangle => ({
  ...toCanvas(view, box),
  width: box.width * view.zoom,
  height: box.height * view.zoom,
});

/** Whether no name covers any of it yet. */
export const isFree = ({ taken }: FarPage, box: Rectangle): boolean => !taken.some((other) => touches(other, box));

/** The least side of a boundary's sign that can be told, px. */
const leastSign = 10;

/** Whether a boundary's sign is drawn before its name. */
export const showsSign = (group: SceneGroup, { zoom }: View): group is SceneGroup & { readonly iconBox: Rectangle } =>
  group.icon !== undefined && group.iconBox !== undefined && group.iconBox.width * zoom >= leastSign;
