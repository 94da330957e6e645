import { useEffect, useMemo, useState } from 'react';
import type { Page } from '../../core/diagram/page.ts';
import type { DraftPlan } from '../../core/scene/draftPlan.ts';
import { withLifecycleNotes } from '../../core/scene/lifecycleNotes.ts';
import { mapScene } from '../../core/scene/mapScene.ts';
import type { Scene, ThemeName } from '../../core/scene/scene.ts';
import { useDecision, useServices, useSketch } from '../app/services.ts';
import { useLayout } from '../layout/useLayout.ts';
import { planOf } from '../map/StackMap.tsx';
import { type PagePicture, picturePage } from '../sketch/pagePicture.ts';
import { shownPage } from '../sketch/sketchStore.ts';
import { useFollowDraft } from '../sketch/useFollowDraft.ts';
import { asksForSomething } from '../state/emptyNeed.ts';
import { drawnPage, isDrawn, sceneWithNotes } from './pageScene.ts';

interface ExportScene {
  /** Undefined while it is being laid out. */
  readonly scene: Scene | undefined;
  /** Of a page: what stands in what. */
  readonly plan?: DraftPlan | undefined;
  /** There is nothing to draw. */
  readonly empty: boolean;
}

/** The picture of the map in a theme, with the lifecycles of what is in it. */
export function useMapScene(theme: ThemeName): ExportScene {
  const { catalog } = useServices();
  const decision = useDecision();
  const asked = asksForSomething(decision.need);
  const plan = planOf(catalog, decision.need.constraints.sheetOnly ?? false);
  const progress = useLayout(plan.graph);
  const layout = progress.status === 'done' ? progress.layout : undefined;
  const scene = useMemo(
    () =>
      layout && withLifecycleNotes(mapScene(plan, layout, { decision: asked ? decision : undefined, theme }), catalog),
    [plan, layout, asked, decision, theme, catalog],
  );
  return { scene, empty: false };
}

/** A page that is not on the canvas, drawn beside it; undefined until that is done. */
function useOtherPage(page: Page | undefined, theme: ThemeName): PagePicture | undefined {
  const services = useServices();
  const [made, setMade] = useState<{ readonly page: Page; readonly theme: ThemeName; readonly picture: PagePicture }>();
  useEffect(() => {
    if (!page) return;
    const asked = new AbortController();
    void drawnPage(services, page, theme, asked.signal).then((picture) => {
      if (!asked.signal.aborted) setMade({ page, theme, picture });
    });
    return () => asked.abort();
  }, [services, page, theme]);
  return made && made.page === page && made.theme === theme ? made.picture : undefined;
}

/** The picture of a page in a theme, as it stands on the canvas now, with the lifecycles of what is in it; absent: the page that is shown. */
export function usePageScene(theme: ThemeName, wanted?: Page): ExportScene {
  const services = useServices();
  const decision = useDecision();
  const { status } = useFollowDraft();
  const shown = useSketch(shownPage);
  const isOther = wanted !== undefined && wanted.id !== shown.id;
  const page = isOther ? wanted : shown;
  const other = useOtherPage(isOther ? wanted : undefined, theme);
  const picture = useMemo(
    () => (isOther ? other : picturePage(shown, services.catalog, theme)),
    [isOther, other, shown, services, theme],
  );
  const scene = useMemo(() => picture && sceneWithNotes(picture, services, decision), [picture, services, decision]);
  const settled = status === 'settled';
  return { scene: settled && isDrawn(page) ? scene : undefined, plan: picture?.plan, empty: settled && !isDrawn(page) };
}
