import { useEffect, useState } from 'react';
import type { Layout, LayoutEngine, LayoutFailure, LayoutGraph } from '../../core/layout/layout.ts';
import { useServices } from '../app/services.ts';

/** How far a layout is. `slow`: it has taken long enough to say so. */
export type LayoutProgress =
  | { readonly status: 'pending'; readonly slow: boolean }
  | { readonly status: 'done'; readonly layout: Layout }
  | { readonly status: 'failed'; readonly failure: LayoutFailure };

/** After how long a layout is said to be under way, ms. Most are done before. */
const slowAfterMilliseconds = 500;

const kept = new WeakMap<LayoutGraph, Layout>();

async function layOut(engine: LayoutEngine, graph: LayoutGraph): Promise<LayoutProgress> {
  const result = await engine(graph);
  if (!result.ok) return { status: 'failed', failure: result.error };
  kept.set(graph, result.value);
  return { status: 'done', layout: result.value };
}

/** The layout of a graph, once for each graph object. `attempt` is counted up to try again after a failure. */
export function useLayout(graph: LayoutGraph, attempt = 0): LayoutProgress {
  const { layout: engine } = useServices();
  const [state, setState] = useState<{ graph: LayoutGraph; progress: LayoutProgress }>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a reason to lay out again.
  useEffect(() => {
    if (kept.has(graph)) return;
    let current = true;
    const show = (progress: LayoutProgress) => {
      if (current) setState({ graph, progress });
    };
    const timer = setTimeout(() => show({ status: 'pending', slow: true }), slowAfterMilliseconds);
    void layOut(engine, graph).then((progress) => {
      clearTimeout(timer);
      show(progress);
    });
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [engine, graph, attempt]);

  const known = kept.get(graph);
  if (known) return { status: 'done', layout: known };
  return state?.graph === graph ? state.progress : { status: 'pending', slow: false };
}
