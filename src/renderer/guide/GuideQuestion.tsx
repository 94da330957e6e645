import type { KeyboardEvent, RefObject } from 'react';
import { Button } from 'react-aria-components';
import { type AnswerOption, dontKnow, type Question } from '../../core/guide/guide.ts';
import { useKeys } from '../widgets/Keys.tsx';

interface GuideQuestionProps {
  readonly question: Question;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onSay: (id: string) => void;
}

/** Arrow keys go from answer to answer, and round. */
function goAlong(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const answers = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not([disabled])')];
  const here = answers.indexOf(document.activeElement as HTMLElement);
  answers[
    here === -1 ? (step === 1 ? 0 : answers.length - 1) : (here + step + answers.length) % answers.length
  ]?.focus();
  event.preventDefault();
}

const leaves = ({ left }: AnswerOption): string =>
  left === 0 ? 'Leaves nothing' : left === 1 ? 'Leaves 1 service' : `Leaves ${left} services`;

/** The key that gives an answer. */
function AnswerKey({ digit }: { readonly digit: number }) {
  return (
    <span className="guide__key" aria-hidden="true">
      {digit}
    </span>
  );
}

/** One question, why it is asked, and its answers. */
export function GuideQuestion({ question: { text, why, options }, heading, onSay }: GuideQuestionProps) {
  const keysWork = useKeys('answer') !== undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its answers take the keys; here they only come together.
    <div className="guide__question" onKeyDown={goAlong}>
      <h2 ref={heading} tabIndex={-1} aria-describedby="guide-why">
        {text}
      </h2>
      <p id="guide-why" className="guide__why">
        <span>Why this is asked:</span> {why}
      </p>
      <ol className="guide__options" aria-label="Answers">
        {options.map((option, place) => (
          <li key={option.id}>
            <Button className="guide__option" isDisabled={option.left === 0} onPress={() => onSay(option.id)}>
              {keysWork ? <AnswerKey digit={place + 1} /> : null}
              <span className="guide__option-words">
                <span>{option.label}</span>
                {option.help ? <small>{option.help}</small> : null}
              </span>
              <span className="guide__option-left" aria-hidden="true" title={leaves(option)}>
                {option.left === 0 ? 'none left' : `${option.left} left`}
              </span>
              <span className="visually-hidden">{leaves(option)}</span>
            </Button>
          </li>
        ))}
        <li>
          <Button className="guide__option guide__option--unknown" onPress={() => onSay(dontKnow)}>
            {keysWork ? <AnswerKey digit={0} /> : null}
            <span className="guide__option-words">Don't know, or it does not matter</span>
          </Button>
        </li>
      </ol>
    </div>
  );
}
