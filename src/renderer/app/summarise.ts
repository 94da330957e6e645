import { listed } from '../../core/base/words.ts';
import type { Decision } from '../../core/decision/decision.ts';
import { restsOnGuess } from '../../core/decision/need.ts';

const most = 4;

/** The result in one sentence: "Transcribe, Translate and Comprehend fit; 3 ruled out." */
export function summarise(decision: Decision, nameOf: (id: string) => string): string {
  const fitting = decision.recommendations.filter(({ verdict }) => verdict === 'recommended');
  const names = fitting.slice(0, most).map(({ id }) => nameOf(id));
  const rest = fitting.length - names.length;
  const fit =
    names.length === 0
      ? 'Nothing fits'
      : `${listed(rest > 0 ? [...names, `${rest} more`] : names)} ${fitting.length === 1 ? 'fits' : 'fit'}`;
  const out = decision.excluded.length;
  if (restsOnGuess(decision.need))
    return `A guess: ${listed(decision.recommendations.slice(0, most).map(({ id }) => nameOf(id)))} may fit.`;
  return `${fit}${out > 0 ? `; ${out} ruled out` : ''}.`;
}
