import { CircleQuestionMark } from 'lucide-react';
import { Button } from 'react-aria-components';
import { listed } from '../../core/base/words.ts';
import type { Need } from '../../core/decision/need.ts';
import { useServices, useWindow } from '../app/services.ts';
import { meanGuesses } from '../state/needEdits.ts';
import './InShort.css';

/** Over a result that rests on a guess: what was guessed, from which words, and a press for who means it. */
export function GuessNote({ need }: { readonly need: Need }) {
  const { index } = useServices();
  const editNeed = useWindow((state) => state.editNeed);
  const tasks = listed(need.tasks.map(({ task }) => `“${index.tasks.get(task)?.name ?? task}”`));
  const words = [...new Set(need.tasks.flatMap(({ triggers }) => triggers.map((trigger) => trigger.words)))];
  return (
    <div className="aside in-short in-short--guess" role="note">
      <div className="in-short__line">
        <span className="in-short__glyph" aria-hidden="true">
          <CircleQuestionMark size={13} />
        </span>
        <div>
          <p>
            <strong>A guess.</strong> {tasks} is read from {listed(words.map((word) => `“${word}”`))} alone. Say what
            goes in and what should come out.
          </p>
          <Button className="link" onPress={() => editNeed(meanGuesses)}>
            Yes, that is meant
          </Button>
        </div>
      </div>
    </div>
  );
}
