import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useServices } from '../app/services.ts';
import { type GestureHost, gestureWork } from './gestureWork.ts';
import { iconBitmaps } from './iconBitmaps.ts';
import type { Picture } from './picture.ts';
import { watchPointer } from './pointer.ts';
import { createStage, type Stage } from './stage.ts';

/** What a stage is built upon. */
export interface StageElements {
  readonly area: RefObject<HTMLDivElement | null>;
  readonly ground: RefObject<HTMLCanvasElement | null>;
  readonly over: RefObject<HTMLCanvasElement | null>;
  readonly targets: RefObject<HTMLDivElement | null>;
  readonly overlays: RefObject<HTMLDivElement | null>;
}

/** The stage of a canvas: made when its elements are there, as large as they are, and listening to the pointer over them. */
export function useStage(
  elements: StageElements,
  first: Picture,
  host: GestureHost,
  onSize: (stage: Stage) => void,
): Stage | undefined {
  const { icons } = useServices();
  const [stage, setStage] = useState<Stage>();
  const latest = useRef(host);
  useLayoutEffect(() => {
    latest.current = host;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; what changes is set on it.
  useLayoutEffect(() => {
    const { area, ground, over, targets, overlays } = elements;
    if (!area.current || !ground.current || !over.current || !targets.current || !overlays.current) return undefined;
    const made = createStage(
      { ground: ground.current, over: over.current, content: [targets.current, overlays.current] },
      iconBitmaps(icons),
      first,
    );
    const { width, height } = area.current.getBoundingClientRect();
    made.setSize({ width, height });
    const stop = watchPointer(
      area.current,
      gestureWork(area.current, made, {
        gestures: () => latest.current.gestures(),
        choose: (id) => latest.current.choose(id),
        pointAt: (id) => latest.current.pointAt(id),
        focus: (id) => latest.current.focus(id),
        zoomTo: (id) => latest.current.zoomTo(id),
        userMoved: () => latest.current.userMoved(),
        settle: (done) => latest.current.settle(done),
      }),
    );
    setStage(made);
    return () => {
      stop();
      made.destroy();
      setStage(undefined);
    };
  }, [icons]);
  useEffect(() => {
    const area = elements.area.current;
    if (!area || !stage) return undefined;
    const observer = new ResizeObserver(() => {
      const { width, height } = area.getBoundingClientRect();
      stage.setSize({ width, height });
      onSize(stage);
    });
    observer.observe(area);
    return () => observer.disconnect();
  }, [elements.area, stage, onSize]);
  return stage;
}
