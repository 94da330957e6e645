import { type RefObject, useEffect, useRef } from 'react';
import type { Rectangle } from '../../core/base/geometry.ts';
import type { Scene } from '../../core/scene/scene.ts';
import { useSketch } from '../app/services.ts';
import type { CanvasHandle } from '../canvas/gestures.ts';

const liesIn = (box: Rectangle, seen: Rectangle): boolean =>
  box.x >= seen.x &&
  box.y >= seen.y &&
  box.x + box.width <= seen.x + seen.width &&
  box.y + box.height <= seen.y + seen.height;

/** Whether something is out of sight now that was in sight before, or is new. */
export function pushedOut(before: Scene, after: Scene, seen: Rectangle): boolean {
  const stood = new Map(before.nodes.map((node) => [node.id, node]));
  return after.nodes.some((node) => {
    const then = stood.get(node.id);
    return !liesIn(node, seen) && (then === undefined || liesIn(then, seen));
  });
}

/** Shows everything where a layout has put something out of sight; the view stays where it is after any other edit. */
export function useFitAfterLayout(canvas: RefObject<CanvasHandle | null>, scene: Scene): void {
  const laidOut = useSketch((state) => state.laidOut);
  const last = useRef({ laidOut, scene });
  useEffect(() => {
    const before = last.current;
    // The picture of a large page comes a little after the edit.
    if (scene === before.scene) return;
    last.current = { laidOut, scene };
    const seen = canvas.current?.seen();
    if (laidOut !== before.laidOut && seen && pushedOut(before.scene, scene, seen)) canvas.current?.fit();
  }, [canvas, laidOut, scene]);
}
