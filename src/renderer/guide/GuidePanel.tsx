import { CornerUpLeft, Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { back, isSettled, reopen } from '../../core/guide/state.ts';
import { useServices, useWindow } from '../app/services.ts';
import { GuideEnd } from './GuideEnd.tsx';
import './GuidePanel.css';
import { GuideQuestion } from './GuideQuestion.tsx';
import { GuideTrail } from './GuideTrail.tsx';
import { useAnswerKeys } from './useAnswerKeys.ts';
import { useConversation } from './useConversation.ts';
import { WhatIsLeft } from './WhatIsLeft.tsx';

/** Which service, question by question: one at a time, why it is asked, what was answered, and what is left. */
export function GuidePanel() {
  const { index } = useServices();
  const { state, step, say, moveTo } = useConversation();
  const resetNeed = useWindow((each) => each.resetNeed);
  const panel = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { next } = step;
  const asked = next.kind === 'question' ? next.id : 'end';
  const steps = useRef(state.answered.length);

  // Whoever answers by keyboard or by ear goes on with the next question; whoever only opens the guide keeps the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, or the same one again after a way back.
  useEffect(() => {
    if (steps.current === state.answered.length && state.asking === undefined) return;
    steps.current = state.answered.length;
    heading.current?.focus({ preventScroll: true });
    panel.current?.parentElement?.parentElement?.scrollTo({ top: 0 });
  }, [asked, state]);

  const goBack = () => moveTo(back(state));
  const { answered, later = [] } = state;
  const begun = answered.length > 0 || later.length > 0;
  useAnswerKeys(panel, next, say, begun ? goBack : undefined);

  const known = isSettled(state) ? state.start.tasks.map(({ task }) => index.tasks.get(task)?.name ?? task) : [];
  return (
    <div ref={panel} className="guide">
      <WhatIsLeft step={step} />
      {known.length > 0 ? (
        <p className="guide__known">Known already: {known.join(', ')}. Only what is missing is asked.</p>
      ) : null}
      {begun ? (
        <GuideTrail answered={answered} later={later} onReopen={(place) => moveTo(reopen(state, place))} />
      ) : null}
      {next.kind === 'question' ? (
        <GuideQuestion key={`${next.id} ${state.answered.length}`} question={next} heading={heading} onSay={say} />
      ) : (
        <GuideEnd
          end={next}
          open={state.answered.some(({ answer }) => answer === undefined)}
          heading={heading}
          onSay={say}
        />
      )}
      <div className="guide__foot">
        <Button className="button button--small" isDisabled={!begun} onPress={goBack}>
          <CornerUpLeft size={14} aria-hidden />
          Back
        </Button>
        <Button
          className="button button--small button--quiet"
          isDisabled={!begun && known.length === 0}
          onPress={resetNeed}
        >
          <Undo2 size={14} aria-hidden />
          Start over
        </Button>
      </div>
    </div>
  );
}
