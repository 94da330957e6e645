import { useMemo } from 'react';
import type { Drift } from '../../core/diagram/drift.ts';
import type { Page } from '../../core/diagram/page.ts';
import { useDecisionLater, useServices, useSketch } from '../app/services.ts';
import { driftOf, updateDraft } from './updateDraft.ts';

interface DriftOfPage {
  readonly drifts: readonly Drift[];
  /** Brings the new draft in. */
  readonly update: () => void;
}

const none: readonly Drift[] = [];

/** How a drafted page differs from what the need would be drafted as now. */
export function useDrift(page: Page): DriftOfPage {
  const services = useServices();
  const { catalog } = services;
  const decision = useDecisionLater();
  const following = useSketch((state) => state.following);
  const drifts = useMemo(
    () => (following ? none : driftOf(catalog, page, decision)),
    [following, catalog, page, decision],
  );
  return { drifts, update: () => void updateDraft(services, decision) };
}
