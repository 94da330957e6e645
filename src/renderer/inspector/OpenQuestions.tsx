import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import type { Decision } from '../../core/decision/decision.ts';
import { applyAnswer, openQuestions } from '../../core/decision/openQuestions.ts';
import { useServices, useWindow } from '../app/services.ts';
import './OpenQuestions.css';

/** What the need left open: what was assumed, and a button for each answer that would change the result. */
export function OpenQuestions({ decision }: { readonly decision: Decision }) {
  const { catalog, index } = useServices();
  const editNeed = useWindow((state) => state.editNeed);
  const questions = useMemo(() => openQuestions(catalog, decision), [catalog, decision]);
  if (questions.length === 0) return null;
  const nameOf = (id: string): string => index.entries.get(id)?.name ?? id;
  const [top] = decision.recommendations;
  return (
    <section className="inspector__section">
      <h3 className="section-label">Left open</h3>
      <ul className="open-questions">
        {questions.map(({ id, assumed, question, answers }) => (
          <li key={id}>
            <p>
              <span className="muted">Assumed: {assumed}</span> {question}
            </p>
            <div className="open-questions__answers">
              {answers.map(({ label, patch, first }) => (
                <Button
                  key={label}
                  className="open-questions__answer"
                  onPress={() => editNeed((need) => applyAnswer(need, patch))}
                >
                  {label}
                  {first === undefined || first === top?.id ? null : <small>{nameOf(first)} first</small>}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
