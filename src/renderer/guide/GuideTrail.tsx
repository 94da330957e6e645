import { Button } from 'react-aria-components';
import type { AnsweredQuestion } from '../../core/guide/state.ts';

interface GuideTrailProps {
  readonly answered: readonly AnsweredQuestion[];
  /** The answer that is being changed, and those after it: they wait. */
  readonly later: readonly AnsweredQuestion[];
  readonly onReopen: (place: number) => void;
}

/** What was answered so far. Pressing an answer asks its question again; the others stay. */
export function GuideTrail({ answered, later, onReopen }: GuideTrailProps) {
  return (
    <ol className="guide__trail" aria-label="Answered so far">
      {[...answered, ...later].map(({ question, text, answer, label }, place) => (
        <li key={`${question} ${answer ?? ''}`}>
          <Button
            className={`guide__answered ${answer === undefined ? 'guide__answered--open' : ''} ${place >= answered.length ? 'guide__answered--waiting' : ''}`}
            aria-label={`${text} ${label}. Change`}
            onPress={() => onReopen(place)}
          >
            {answer === undefined ? <s>{text.replace(/\?$/, '')}</s> : label}
          </Button>
        </li>
      ))}
    </ol>
  );
}
