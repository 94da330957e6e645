/** A review of an old decision as the stable JSON of the command line. Keys are added, never renamed or dropped. */
import type { Catalog } from '../catalog/catalog.ts';
import type { DecisionReview } from '../review/decisionReview.ts';
import { type DecisionJson, decisionJson } from './decisionJson.ts';

/** A review as scripts read it. */
export interface ReviewJson extends Omit<DecisionReview, 'need' | 'decision'> {
  readonly format: 'lodestack-review';
  readonly version: 1;
  /** Whether anything changed at all: `outcome` is not `same`. */
  readonly changed: boolean;
  /** What is decided now; holds the need in the ids of this catalogue. */
  readonly decision: DecisionJson;
}

/** Maps a review that was made against `catalog`. */
export const reviewJson = (catalog: Catalog, { need: _, decision, ...found }: DecisionReview): ReviewJson => ({
  format: 'lodestack-review',
  version: 1,
  changed: found.outcome !== 'same',
  ...found,
  decision: decisionJson(catalog, decision),
});
