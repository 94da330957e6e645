import { useMemo } from 'react';
import { partsAtWork } from '../../core/decision/decision.ts';
import { withLifecycleNotes } from '../../core/scene/lifecycleNotes.ts';
import { mapScene } from '../../core/scene/mapScene.ts';
import type { Scene, ThemeName } from '../../core/scene/scene.ts';
import { useDecision, useServices, useSketch } from '../app/services.ts';
import { useLayout } from '../layout/useLayout.ts';
import { planOf } from '../map/StackMap.tsx';
import { picturePage } from '../sketch/pagePicture.ts';
import { shownPage } from '../sketch/sketchStore.ts';
import { useFollowDraft } from '../sketch/useFollowDraft.ts';
import { asksForSomething } from '../state/emptyNeed.ts';
import type { View } from '../state/windowState.ts';

interface ExportScene {
  /** Undefined while it is being laid out. */
  readonly scene: Scene | undefined;
  /** There is nothing to draw. */
  readonly empty: boolean;
}

/** The picture of a view in a theme, as it stands on the canvas now, with the lifecycles of what is in it. */
export function useExportScene(view: View, theme: ThemeName): ExportScene {
  const { catalog } = useServices();
  const decision = useDecision();
  const asked = asksForSomething(decision.need);
  const plan = planOf(catalog, decision.need.constraints.sheetOnly ?? false);
  const progress = useLayout(plan.graph);
  const layout = progress.status === 'done' ? progress.layout : undefined;
  const map = useMemo(
    () =>
      layout && withLifecycleNotes(mapScene(plan, layout, { decision: asked ? decision : undefined, theme }), catalog),
    [plan, layout, asked, decision, theme, catalog],
  );
  const { status } = useFollowDraft();
  const page = useSketch(shownPage);
  const drawn = Object.keys(page.nodes).length + Object.keys(page.groups).length > 0;
  const sketch = useMemo(
    () => withLifecycleNotes(picturePage(page, catalog, theme).scene, catalog, partsAtWork(decision)),
    [page, catalog, theme, decision],
  );
  if (view === 'map') return { scene: map, empty: false };
  return { scene: status === 'settled' && drawn ? sketch : undefined, empty: status === 'settled' && !drawn };
}
