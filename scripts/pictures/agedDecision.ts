/** A decision as it might have been saved years ago, for pictures of a review: the best service was closing, and came second. */
import { loadBundledData } from '../../src/cli/dataFiles.ts';
import { decide } from '../../src/core/decision/decide.ts';
import { interpret } from '../../src/core/decision/interpret.ts';
import { decisionJson } from '../../src/core/export/decisionJson.ts';

/** The text of the file. */
export function agedDecision(sentence: string): string {
  const { catalog, lexicon } = loadBundledData();
  const decision = decisionJson(catalog, decide(catalog, interpret(sentence, catalog, lexicon)));
  const [first, second, ...others] = decision.recommendations;
  if (!first || !second) throw new Error(`Too little fits "${sentence}" to age it`);
  const closing = { ...first.lifecycle, status: 'closed-to-new', date: '2024-01-31', asOf: '2024-02-01' } as const;
  return JSON.stringify({
    ...decision,
    catalogAsOf: '2024-02-01',
    recommendations: [
      { ...second, rank: 1, verdict: 'recommended' },
      { ...first, rank: 2, verdict: 'suitable', score: first.score - 8, lifecycle: closing },
      ...others,
    ],
    record: { file: '0003-calls.md', title: 'What callers complain about', date: '2024-02-01' },
  });
}
