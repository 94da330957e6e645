import { useMemo } from 'react';
import type { Point } from '../../core/base/geometry.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { Decision } from '../../core/decision/decision.ts';
import { draftArchitecture } from '../../core/drafting/draft.ts';
import type { Direction } from '../../core/layout/layout.ts';
import { type DraftPlan, draftOrigin, planDraft } from '../../core/scene/draftPlan.ts';
import { draftScene } from '../../core/scene/draftScene.ts';
import type { Scene, ThemeName } from '../../core/scene/scene.ts';
import { useDecision, useServices, useWindow } from '../app/services.ts';
import { type LayoutProgress, useLayout } from '../layout/useLayout.ts';
import { moveLayout } from './moveLayout.ts';

const plans: Readonly<Record<Direction, WeakMap<Decision, DraftPlan>>> = { right: new WeakMap(), down: new WeakMap() };

/** The plan of a decision's draft, made once for each decision and direction. */
export function draftPlanOf(catalog: Catalog, decision: Decision, direction: Direction): DraftPlan {
  const plan = plans[direction].get(decision) ?? planDraft(draftArchitecture(catalog, decision), catalog, direction);
  plans[direction].set(decision, plan);
  return plan;
}

export interface DraftPicture {
  readonly progress: LayoutProgress;
  /** Undefined while it is being laid out. */
  readonly scene: Scene | undefined;
}

/** The draft of the present decision, with what the user moved where they put it. */
export function useDraftScene(theme: ThemeName, attempt = 0): DraftPicture {
  const { catalog } = useServices();
  const decision = useDecision();
  const positions = useWindow((state) => state.draftPositions);
  const direction = useWindow((state) => state.draftDirection);
  const plan = draftPlanOf(catalog, decision, direction);
  const progress = useLayout(plan.graph, attempt);
  const layout = progress.status === 'done' ? progress.layout : undefined;
  const scene = useMemo(
    () => layout && draftScene(plan, moveLayout(plan.graph, layout, positions), { theme }),
    [plan, layout, positions, theme],
  );
  return { progress, scene };
}

/** Places on the scene as places of the layout, which is what is kept. */
export const toLayoutPlaces = (places: Readonly<Record<string, Point>>): Record<string, Point> =>
  Object.fromEntries(
    Object.entries(places).map(([id, { x, y }]) => [id, { x: x - draftOrigin.x, y: y - draftOrigin.y }]),
  );
