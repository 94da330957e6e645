import { useMemo } from 'react';
import { zoomStep } from './CanvasControls.tsx';
import type { Camera } from './camera.ts';
import type { Picture } from './picture.ts';
import type { Stage } from './stage.ts';
import { litContent } from './targets.ts';
import { useSteady } from './useSteady.ts';
import { useViewKeys } from './useViewKeys.ts';

/** What buttons and keys do to the view. */
export interface ViewCommands {
  readonly zoomBy: (factor: number) => void;
  readonly showAll: () => void;
  /** Shows what is recommended, or may fit; undefined where nothing is. */
  readonly showWhatFits: (() => void) | undefined;
}

/** The view by button and by key. */
export function useViewCommands(stage: Stage | undefined, picture: Picture, camera: Camera): ViewCommands {
  const lit = useMemo(() => litContent(picture.scene), [picture]);
  const zoomBy = useSteady((factor: number) => camera.zoomBy(stage, factor));
  const showAll = useSteady(() => camera.showAll(stage, picture));
  const showFits = useSteady(() => camera.fit(stage, lit));
  const keys = useMemo(
    () => ({
      zoomIn: () => zoomBy(zoomStep),
      zoomOut: () => zoomBy(1 / zoomStep),
      fullSize: () => zoomBy(1 / (stage?.view().zoom ?? 1)),
      showAll,
      showFits,
    }),
    [stage, zoomBy, showAll, showFits],
  );
  useViewKeys(keys);
  return { zoomBy, showAll, showWhatFits: lit && showFits };
}
