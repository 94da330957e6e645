import { useLayoutEffect } from 'react';
import type { Scene } from '../../core/scene/scene.ts';
import type { Camera } from './camera.ts';
import type { Marks } from './paintMarks.ts';
import type { Picture } from './picture.ts';
import type { Stage } from './stage.ts';

/** ms; see themes/motion.ts. */
const tweenTime = 280;
/** A larger scene is there at once. */
const mostTweened = 1500;
/** What goes so far is followed by the eye, px of the scene: a step by an arrow key is no such way. */
const farStep = 24;
/** How long a move waits for the view's next scene until it goes back, ms. */
const settleTime = 500;

/** Whether something stands so far from where it stood that the eye would lose it. */
const standsElsewhere = (before: Picture, { nodes }: Scene): boolean =>
  nodes.some(({ id, x, y }) => {
    const old = before.nodes.get(id);
    return old !== undefined && Math.abs(old.x - x) + Math.abs(old.y - y) > farStep;
  });

/** What was moved by hand stays where it is until the next scene, which says where it stands. */
export interface Settling {
  readonly isSettling: () => boolean;
  readonly settle: (done: () => void) => void;
  /** It is there, or will not come. */
  readonly settled: () => void;
}

/** One for the life of the canvas. */
export function createSettling(): Settling {
  let waiting: { readonly done: () => void; readonly timer: ReturnType<typeof setTimeout> } | undefined;
  const settled = () => {
    if (!waiting) return;
    clearTimeout(waiting.timer);
    waiting.done();
    waiting = undefined;
  };
  return {
    isSettling: () => waiting !== undefined,
    settle: (done) => {
      settled();
      waiting = { done, timer: setTimeout(settled, settleTime) };
    },
    settled,
  };
}

interface Shown {
  readonly picture: Picture;
  readonly marks: Marks;
  /** Another scene is gone to so that the eye can follow. */
  readonly animate: boolean;
}

/** Puts each scene on the stage, and what there is to say of its nodes. */
export function useShownScene(
  stage: Stage | undefined,
  { picture, marks, animate }: Shown,
  camera: Camera,
  settling: Settling,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another scene is to be shown.
  useLayoutEffect(() => {
    if (!stage) return;
    const { scene } = picture;
    const byHand = settling.isSettling() || stage.live().moving !== undefined;
    const flies = animate && !byHand && scene.nodes.length < mostTweened && standsElsewhere(stage.picture(), scene);
    stage.setPicture(picture, flies ? tweenTime : 0);
    settling.settled();
    // Where everything was in view, it is after a tidy too.
    if (flies) camera.keepWhole(stage, picture);
  }, [stage, picture]);

  useLayoutEffect(() => stage?.setMarks(marks), [stage, marks]);
}
