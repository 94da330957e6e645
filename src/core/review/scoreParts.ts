/** What the score of a line of the ranked list is made of. */
import type { CatalogIndex } from '../catalog/lookup.ts';
import type { Decision, Recommendation, ScorePart } from '../decision/decision.ts';

/**
 * The parts that add up to the line's score: those of the service itself, or of the capability that it is ranked by. Empty where
 * no verdict has that very score.
 */
export function scoreParts(
  decision: Decision,
  { id, via, score }: Recommendation,
  index: CatalogIndex,
): readonly ScorePart[] {
  const capabilities = (index.capabilities.get(id) ?? []).map((entry) => entry.id);
  const candidates = new Set([...via, id, ...capabilities]);
  return decision.verdicts.find((each) => candidates.has(each.id) && each.score === score)?.parts ?? [];
}
