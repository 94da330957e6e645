import { useEffect, useState } from 'react';
import type { Decision } from '../../core/decision/decision.ts';
import type { SketchDocument } from '../../core/document/document.ts';
import type { Direction, LayoutFailure } from '../../core/layout/layout.ts';
import { useDecision, useServices, useSketch, useWindow } from '../app/services.ts';
import { draftDocument } from './draftDocument.ts';
import { wantedFlow } from './wantedFlow.ts';

/** How it stands with the draft of the present need. */
export type Following =
  | { readonly status: 'settled' }
  | { readonly status: 'pending'; readonly slow: boolean }
  | { readonly status: 'failed'; readonly failure: LayoutFailure };

/** After how long a layout is said to be under way, ms. Most are done before. */
const slowAfterMilliseconds = 500;

/** Which way each drawn document flows. */
const drawn = new WeakMap<SketchDocument, Direction>();

/**
 * Draws the draft anew whenever the need changes, as long as no hand has changed it. `attempt` is counted up to try again after a
 * failure.
 */
export function useFollowDraft(attempt = 0): Following {
  const { catalog, layout, sketch, store } = useServices();
  const decision = useDecision();
  const direction = useWindow((state) => state.draftDirection);
  const following = useSketch((state) => state.following);
  const document = useSketch((state) => state.history.document);
  const [state, setState] = useState<{ decision: Decision; direction: Direction; now: Following }>();
  const settled = !following || (document.need === decision.need && drawn.get(document) === direction);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a reason to lay out again.
  useEffect(() => {
    if (settled) return;
    let current = true;
    const say = (now: Following) => {
      if (current) setState({ decision, direction, now });
    };
    const timer = setTimeout(() => say({ status: 'pending', slow: true }), slowAfterMilliseconds);
    void draftDocument(layout, catalog, decision, wantedFlow(store.getState())).then((made) => {
      clearTimeout(timer);
      if (!current) return;
      if (!made.ok) return say({ status: 'failed', failure: made.error });
      // A hand may have begun to draw in the meantime.
      if (sketch.getState().following) {
        const { thing, direction: flows } = made.value;
        drawn.set(thing, flows);
        store.getState().letDraftFlow(flows);
        sketch.getState().open(thing, { following: true });
      }
      say({ status: 'settled' });
    });
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [catalog, layout, sketch, store, decision, direction, settled, attempt]);

  if (settled) return { status: 'settled' };
  const known = state?.decision === decision && state.direction === direction ? state.now : undefined;
  return known?.status === 'settled' || known === undefined ? { status: 'pending', slow: false } : known;
}
