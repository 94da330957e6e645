/** A picture of many parts is painted in slices on a canvas that nobody sees, and shown whole: no task is long, and none comes in bands. */
import type { Size } from '../../core/base/geometry.ts';
import type { Steps } from '../../core/base/steps.ts';
import { inSlices } from '../app/inSlices.ts';
import type { Context } from './brush.ts';

/**
 * How long a slice may take, ms. A canvas that is not in the page turns what was noted on it into pixels at the end of the task,
 * which takes as long again or several times that.
 */
const slice = 4;

/** The canvas that nobody sees: one picture at a time. */
export interface Ahead {
  /** Begins a picture of that size, pixels, in the place of any other; `told` is called when it is done or has failed. */
  begin(size: Size, painting: (context: Context) => Steps<number>, told: () => void): void;
  /** Whether a picture is being painted. */
  isBusy(): boolean;
  /** Whether one waits to be shown. */
  isDone(): boolean;
  /** Puts the picture that is done on a canvas of the same size, and tells how many parts it has. */
  show(onto: Context): number;
  /** What was begun is wanted no more. */
  drop(): void;
}

interface Work {
  readonly canvas: HTMLCanvasElement;
  /** Absent until it is done. */
  parts?: number;
}

/** Makes one; `makeCanvas` makes the canvases. */
export function createAhead(makeCanvas: () => HTMLCanvasElement = () => document.createElement('canvas')): Ahead {
  let work: Work | undefined;
  const drop = () => {
    work = undefined;
  };
  return {
    begin({ width, height }, painting, told) {
      const mine: Work = { canvas: makeCanvas() };
      mine.canvas.width = width;
      mine.canvas.height = height;
      const context = mine.canvas.getContext('2d', { alpha: false });
      if (!context) throw new Error('This browser has no 2D canvas.');
      work = mine;
      function* whileWanted(steps: Steps<number>): Steps<void> {
        while (work === mine) {
          const { done, value } = steps.next();
          if (done) {
            mine.parts = value;
            return;
          }
          yield;
        }
      }
      inSlices(whileWanted(painting(context)), slice).then(
        () => work === mine && told(),
        (failure) => {
          if (work !== mine) return;
          drop();
          told();
          throw failure;
        },
      );
    },
    isBusy: () => work !== undefined && work.parts === undefined,
    isDone: () => work?.parts !== undefined,
    show(onto) {
      if (work?.parts === undefined) throw new Error('Nothing is painted.');
      const { canvas, parts } = work;
      onto.setTransform(1, 0, 0, 1, 0, 0);
      onto.globalAlpha = 1;
      onto.globalCompositeOperation = 'copy';
      onto.drawImage(canvas, 0, 0);
      onto.globalCompositeOperation = 'source-over';
      drop();
      return parts;
    },
    drop,
  };
}
