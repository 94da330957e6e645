/** Where a drag is on the scene, and what it may snap to there. */
import type { Point } from '../../core/base/geometry.ts';
import type { SnapAsk } from './gestures.ts';
import type { Press } from './pointerWork.ts';
import type { Stage } from './stage.ts';
import { seenPart, toScene } from './view.ts';

/** Where the pointer is in the scene. The view may move while a drag lasts. */
export const placeOf = (stage: Stage, press: Press): Point => toScene(stage.view(), press.at);

/** How near a line must be for what is dragged to snap to it, px of the screen. */
const snapReach = 6;

/** What may be snapped to now. */
export const snapAsk = (stage: Stage): SnapAsk => ({
  reach: snapReach / stage.view().zoom,
  seen: seenPart(stage.view(), stage.size()),
});
