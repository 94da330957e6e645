/** From a decision to a picture: the draft architecture, or the stack map lit by it. */
import { failure, type Result, success } from '../core/base/result.ts';
import type { Catalog } from '../core/catalog/catalog.ts';
import { decide } from '../core/decision/decide.ts';
import { type Decision, partsAtWork } from '../core/decision/decision.ts';
import type { Need } from '../core/decision/need.ts';
import type { Diagram } from '../core/diagram/diagram.ts';
import { draftArchitecture } from '../core/drafting/draft.ts';
import { bundledElkEngine } from '../core/layout/bundledElk.ts';
import type { Direction, Layout, LayoutEngine, LayoutFailure, LayoutGraph } from '../core/layout/layout.ts';
import { type DraftPlan, planDraft } from '../core/scene/draftPlan.ts';
import { draftScene } from '../core/scene/draftScene.ts';
import { withLifecycleNotes } from '../core/scene/lifecycleNotes.ts';
import { planMap } from '../core/scene/mapPlan.ts';
import { mapScene } from '../core/scene/mapScene.ts';
import type { Scene, ThemeName } from '../core/scene/scene.ts';

/** What can be drawn: the draft of the architecture, or the map of the stack lit by the need. */
export const views = ['draft', 'map'] as const;
/** What a picture of a need shows: the lit stack map, or the draft architecture. */
export type View = (typeof views)[number];

/** What a view shows, laid out; `scene` draws it. */
export interface LaidOut {
  readonly graph: LayoutGraph;
  readonly layout: Layout;
  /** Of a draft: what stands in what. */
  readonly plan?: DraftPlan;
  scene(theme: ThemeName): Scene;
}

/** Why there is no diagram. */
export const nothingToDraw =
  'Nothing to draw: no service was chosen. Run "decide" with the same need to see what was understood and ruled out';

/** The draft architecture of a need; undefined where nothing was chosen. */
export const draftOf = (catalog: Catalog, need: Need): Diagram | undefined => {
  const decision = decide(catalog, need);
  return decision.recommendations.length === 0 ? undefined : draftArchitecture(catalog, decision);
};

const layOut = async (
  engine: LayoutEngine,
  graph: LayoutGraph,
  scene: (layout: Layout) => (theme: ThemeName) => Scene,
): Promise<Result<LaidOut, LayoutFailure>> => {
  const layout = await engine(graph);
  return layout.ok ? success({ graph, layout: layout.value, scene: scene(layout.value) }) : layout;
};

/** Lays a view out in this process. The map needs no decision; without one it is unlit. */
export const layOutView = async (
  view: View,
  catalog: Catalog,
  decision: Decision | undefined,
  options: { readonly sheetOnly: boolean; readonly direction?: Direction },
): Promise<Result<LaidOut, string>> => {
  const engine = bundledElkEngine();
  if (view === 'map') {
    const plan = planMap(catalog, options);
    const laid = await layOut(
      engine,
      plan.graph,
      (layout) => (theme) => withLifecycleNotes(mapScene(plan, layout, { decision, theme }), catalog),
    );
    return laid.ok ? laid : failure(laid.error.message);
  }
  if (decision === undefined || decision.recommendations.length === 0) return failure(nothingToDraw);
  return layOutDiagram(catalog, draftArchitecture(catalog, decision), partsAtWork(decision), options.direction);
};

/** Lays a diagram out in this process. `atWork`: ids of the capabilities that do the work in it. */
export const layOutDiagram = async (
  catalog: Catalog,
  diagram: Diagram,
  atWork: readonly string[],
  direction?: Direction,
): Promise<Result<LaidOut, string>> => {
  const plan = planDraft(diagram, catalog, direction);
  const laid = await layOut(
    bundledElkEngine(),
    plan.graph,
    (layout) => (theme) => withLifecycleNotes(draftScene(plan, layout, { theme }), catalog, atWork),
  );
  return laid.ok ? success({ ...laid.value, plan }) : failure(laid.error.message);
};
