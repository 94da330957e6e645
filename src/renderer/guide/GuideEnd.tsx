import { ChevronRight, GitCompareArrows, Workflow } from 'lucide-react';
import type { RefObject } from 'react';
import { Button } from 'react-aria-components';
import { fewest, suggestedCandidates } from '../../core/comparison/compare.ts';
import type { Finished } from '../../core/guide/guide.ts';
import { iconOf } from '../../core/scene/mapPlan.ts';
import { useDecision, useServices, useWindow } from '../app/services.ts';
import { EntryIcon } from '../widgets/EntryIcon.tsx';

interface GuideEndProps {
  readonly end: Finished;
  /** Whether an answer was not known. */
  readonly open: boolean;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onSay: (id: string) => void;
}

interface WinnerProps {
  readonly id: string;
  readonly reason: string | undefined;
  /** The heading names it already. */
  readonly alone: boolean;
}

function Winner({ id, reason, alone }: WinnerProps) {
  const { index } = useServices();
  const reveal = useWindow((state) => state.revealEntry);
  const entry = index.entries.get(id);
  if (!entry) return null;
  return (
    <Button className="guide__winner" onPress={() => reveal(id)}>
      <EntryIcon icon={iconOf(entry)} size={32} />
      <span className="guide__option-words">
        <span className={alone ? 'visually-hidden' : 'guide__winner-name'}>{entry.name}</span>
        <span>{reason ?? entry.summary}</span>
      </span>
      <ChevronRight size={16} aria-hidden />
    </Button>
  );
}

/** The end of the conversation: what comes first and why, and what to do with it. */
export function GuideEnd({ end: { winners, stable, which }, open, heading, onSay }: GuideEndProps) {
  const { catalog, index } = useServices();
  const decision = useDecision();
  const show = useWindow((state) => state.show);
  const compareAll = useWindow((state) => state.compareAll);
  const [first] = winners;
  const ranked = decision.recommendations;
  // Of several that work together each does its own task: what is compared are rivals for one of them.
  const rivals =
    winners.length > 1
      ? suggestedCandidates(catalog, decision)
      : [first, ranked.find(({ id }) => id !== first)?.id].flatMap((id) => id ?? []);
  const nameOf = (id: string): string => index.entries.get(id)?.name ?? id;
  const shortNameOf = (id: string): string => index.entries.get(id)?.shortName ?? nameOf(id);
  const reasonOf = (id: string): string | undefined => ranked.find((each) => each.id === id)?.reasons[0]?.text;
  if (first === undefined) {
    return (
      <div className="guide__end">
        <h2 ref={heading} tabIndex={-1}>
          Nothing does this
        </h2>
        <p>Every service that could is ruled out by an answer. Take one back: press it above, or go back.</p>
      </div>
    );
  }
  return (
    <div className="guide__end">
      <h2 ref={heading} tabIndex={-1}>
        {winners.length > 1 ? 'These, together' : stable ? nameOf(first) : `Most likely ${nameOf(first)}`}
      </h2>
      <p className="guide__why">
        {stable
          ? open
            ? 'Nothing left to ask would change it. What was left open could: press it above to answer it after all.'
            : 'No other answer would change what comes first.'
          : 'What was left open could still change it: press it above to answer it after all.'}
      </p>
      <ul className="guide__winners">
        {winners.map((id) => (
          <li key={id}>
            <Winner id={id} reason={reasonOf(id)} alone={winners.length === 1} />
          </li>
        ))}
      </ul>
      <div className="guide__actions">
        <Button className="button button--primary" onPress={() => show('draft')}>
          <Workflow size={14} aria-hidden />
          Draft it as a sketch
        </Button>
        {rivals.length < fewest ? null : (
          <Button className="button" onPress={() => compareAll(rivals)}>
            <GitCompareArrows size={14} aria-hidden />
            Compare {rivals.map(shortNameOf).join(', ')}
          </Button>
        )}
      </div>
      {which.length > 0 ? (
        <section className="guide__which">
          <h3>It does each of these. Which is it?</h3>
          <p className="guide__why">It changes nothing about the service; the reasons and the draft then fit it.</p>
          <ul>
            {which.map(({ id, label }) => (
              <li key={id}>
                <Button className="guide__answered" onPress={() => onSay(id)}>
                  {label}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
