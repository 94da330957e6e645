import { Button } from 'react-aria-components';
import type { AnsweredQuestion } from '../../core/guide/state.ts';

interface GuideTrailProps {
  readonly answered: readonly AnsweredQuestion[];
  readonly onReopen: (place: number) => void;
}

/** What was answered so far. Pressing an answer asks its question again; the others stay. */
export function GuideTrail({ answered, onReopen }: GuideTrailProps) {
  return (
    <ol className="guide__trail" aria-label="Answered so far">
      {answered.map(({ question, text, answer, label }, place) => (
        <li key={`${question} ${answer ?? ''}`}>
          <Button
            className={`guide__answered ${answer === undefined ? 'guide__answered--open' : ''}`}
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
