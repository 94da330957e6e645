import { useMemo } from 'react';
import { mapScene } from '../../core/scene/mapScene.ts';
import type { Scene, ThemeName } from '../../core/scene/scene.ts';
import { useDecision, useServices } from '../app/services.ts';
import { useDraftScene } from '../draft/useDraftScene.ts';
import { useLayout } from '../layout/useLayout.ts';
import { planOf } from '../map/StackMap.tsx';
import { asksForSomething } from '../state/emptyNeed.ts';
import type { View } from '../state/windowState.ts';

interface ExportScene {
  /** Undefined while it is being laid out. */
  readonly scene: Scene | undefined;
  /** There is nothing to draw. */
  readonly empty: boolean;
}

/** The picture of a view in a theme, as it stands on the canvas now. */
export function useExportScene(view: View, theme: ThemeName): ExportScene {
  const { catalog } = useServices();
  const decision = useDecision();
  const asked = asksForSomething(decision.need);
  const plan = planOf(catalog, decision.need.constraints.sheetOnly ?? false);
  const progress = useLayout(plan.graph);
  const layout = progress.status === 'done' ? progress.layout : undefined;
  const map = useMemo(
    () => layout && mapScene(plan, layout, { decision: asked ? decision : undefined, theme }),
    [plan, layout, asked, decision, theme],
  );
  const draft = useDraftScene(theme);
  return { scene: view === 'map' ? map : asked ? draft.scene : undefined, empty: view === 'draft' && !asked };
}
