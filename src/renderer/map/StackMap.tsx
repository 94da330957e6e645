import { useMemo, useState } from 'react';
import type { Catalog } from '../../core/catalog/catalog.ts';
import { type MapPlan, planMap } from '../../core/scene/mapPlan.ts';
import { mapScene } from '../../core/scene/mapScene.ts';
import { useDecision, useServices, useWindow } from '../app/services.ts';
import { SceneCanvas } from '../canvas/SceneCanvas.tsx';
import { LayoutFailed, LayoutPending } from '../layout/LayoutStates.tsx';
import { useLayout } from '../layout/useLayout.ts';
import { asksForSomething } from '../state/emptyNeed.ts';
import { shownTheme } from '../state/windowState.ts';
import { Legend } from './Legend.tsx';

const plans = new WeakMap<Catalog, Map<boolean, MapPlan>>();

/** The plan of a catalogue's map, made once for each of its two kinds. */
export function planOf(catalog: Catalog, sheetOnly: boolean): MapPlan {
  const made = plans.get(catalog) ?? new Map<boolean, MapPlan>();
  plans.set(catalog, made);
  const plan = made.get(sheetOnly) ?? planMap(catalog, { sheetOnly });
  made.set(sheetOnly, plan);
  return plan;
}

/** The whole catalogue, lit by the decision. It is laid out once; a change of the need only changes the light. */
export function StackMap() {
  const { catalog } = useServices();
  const decision = useDecision();
  const theme = useWindow(shownTheme);
  const [attempt, setAttempt] = useState(0);
  const plan = planOf(catalog, decision.need.constraints.sheetOnly ?? false);
  const progress = useLayout(plan.graph, attempt);
  const layout = progress.status === 'done' ? progress.layout : undefined;
  const lit = asksForSomething(decision.need) ? decision : undefined;
  const scene = useMemo(() => layout && mapScene(plan, layout, { decision: lit, theme }), [plan, layout, lit, theme]);

  if (progress.status === 'failed') {
    return <LayoutFailed failure={progress.failure} onRetry={() => setAttempt(attempt + 1)} />;
  }
  if (!scene) return <LayoutPending progress={progress} />;
  return (
    <>
      <SceneCanvas scene={scene} label="Stack map: arrow keys go from service to service, Enter selects" />
      <Legend theme={theme} lit={lit !== undefined} />
    </>
  );
}
