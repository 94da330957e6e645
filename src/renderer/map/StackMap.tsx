import { useMemo, useState } from 'react';
import type { Catalog } from '../../core/catalog/catalog.ts';
import { type MapPlan, planMap } from '../../core/scene/mapPlan.ts';
import { mapScene } from '../../core/scene/mapScene.ts';
import { canvasSize } from '../app/canvasSize.ts';
import { useDecision, useServices, useWindow } from '../app/services.ts';
import type { PanelsNow } from '../app/usePanels.ts';
import { SceneCanvas } from '../canvas/SceneCanvas.tsx';
import { dayOf } from '../inspector/words.ts';
import { LayoutFailed, LayoutPending } from '../layout/LayoutStates.tsx';
import { useLayout } from '../layout/useLayout.ts';
import { asksForSomething } from '../state/emptyNeed.ts';
import { shownTheme } from '../state/windowState.ts';
import { MapBar } from './MapBar.tsx';
import { useReady } from './useReady.ts';

const plans = new WeakMap<Catalog, Map<boolean, MapPlan>>();

/** The plan of a catalogue's map, made once for each of its two kinds. */
export function planOf(catalog: Catalog, sheetOnly: boolean): MapPlan {
  const made = plans.get(catalog) ?? new Map<boolean, MapPlan>();
  plans.set(catalog, made);
  const plan = made.get(sheetOnly) ?? planMap(catalog, { sheetOnly });
  made.set(sheetOnly, plan);
  return plan;
}

/** Shapes of canvas that a map is laid out for, width to height. Few, so that a resized window keeps its map. */
const aspects: readonly number[] = [0.75, 0.95, 1.2, 1.5, 1.9, 2.4];

/** The shape that comes nearest to the room between the panels when the map is first shown. */
function aspectOf(state: PanelsNow): number {
  const { width, height } = canvasSize(state);
  const canvas = width / height;
  const distance = (aspect: number) => Math.abs(Math.log(aspect / canvas));
  return aspects.reduce((best, aspect) => (distance(aspect) < distance(best) ? aspect : best));
}

const shaped = new WeakMap<MapPlan, MapPlan>();

/** The plan in the shape of this window's canvas; it keeps that shape as long as the window lives. */
function shapedPlan(plan: MapPlan, state: PanelsNow): MapPlan {
  const made = shaped.get(plan) ?? { ...plan, graph: { ...plan.graph, aspect: aspectOf(state) } };
  shaped.set(plan, made);
  return made;
}

/** The whole catalogue, lit by the decision. It is laid out once; a change of the need only changes the light. */
export function StackMap() {
  const { catalog, store } = useServices();
  const decision = useDecision();
  const theme = useWindow(shownTheme);
  const [attempt, setAttempt] = useState(0);
  const plan = shapedPlan(planOf(catalog, decision.need.constraints.sheetOnly ?? false), store.getState());
  const progress = useLayout(plan.graph, attempt);
  const layout = progress.status === 'done' ? progress.layout : undefined;
  const lit = asksForSomething(decision.need) ? decision : undefined;
  useReady(layout !== undefined);
  const scene = useMemo(() => layout && mapScene(plan, layout, { decision: lit, theme }), [plan, layout, lit, theme]);

  if (progress.status === 'failed') {
    return <LayoutFailed failure={progress.failure} onRetry={() => setAttempt(attempt + 1)} />;
  }
  if (!scene) return <LayoutPending progress={progress} />;
  return (
    <div className="canvas-frame">
      <SceneCanvas
        scene={scene}
        label="Stack map: arrow keys go from service to service, Enter selects"
        bar={(showWhatFits) => (
          <MapBar theme={theme} lit={lit !== undefined} statuses={plan.statuses} showWhatFits={showWhatFits} />
        )}
      />
      <p className="map-as-of">As of {dayOf(catalog.asOf)}</p>
    </div>
  );
}
