import { ArrowDown, ArrowRight, ArrowUp, LogOut, Plus, RotateCcw, X } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { capitalized } from '../../core/base/words.ts';
import type { DecisionReview, LifecycleChange, RankingMove } from '../../core/review/decisionReview.ts';
import { review } from '../../core/review/redecide.ts';
import { lifecycleChangeWords, withoutName } from '../../core/review/words.ts';
import { useServices, useWindow } from '../app/services.ts';
import { EntryLink } from '../inspector/EntryLink.tsx';
import { LifecycleBadge } from '../inspector/LifecycleBadge.tsx';
import { Section } from '../inspector/Section.tsx';
import { Sources } from '../inspector/Sources.tsx';
import { dayOf } from '../inspector/words.ts';
import type { ReviewedDecision } from '../state/windowState.ts';
import { IconButton } from '../widgets/IconButton.tsx';
import './ReviewPanel.css';

const outcomeWords: Readonly<Record<DecisionReview['outcome'], string>> = {
  same: 'Nothing changed',
  'same-choice': 'The choice stands',
  'new-choice': 'Another choice now',
};

const moveGlyphs: Readonly<Record<RankingMove['change'], typeof ArrowUp>> = {
  up: ArrowUp,
  down: ArrowDown,
  stays: ArrowRight,
  joins: Plus,
  leaves: LogOut,
};
const moveWords: Readonly<Record<RankingMove['change'], string>> = {
  up: 'up',
  down: 'down',
  stays: 'same rank',
  joins: 'new',
  leaves: 'gone',
};

/** More parts of a score than these are too much for a glance. */
const mostParts = 3;

function Lifecycle({ change }: { readonly change: LifecycleChange }) {
  const { id, chosen, before, after, successors } = change;
  return (
    <li className="review-lifecycle">
      <p className="review-lifecycle__head">
        <EntryName id={id} name={change.name} />
        {chosen ? <span className="tag">chosen then</span> : null}
      </p>
      <p className="review-lifecycle__badges">
        <LifecycleBadge status={before.status} />
        <ArrowRight size={12} aria-label="now" />
        {after ? <LifecycleBadge status={after.status} /> : <span className="lifecycle">Not in the catalogue</span>}
      </p>
      <p>{capitalized(lifecycleChangeWords(change))}.</p>
      {successors.length > 0 ? (
        <p>
          Instead:{' '}
          {successors.map(({ id: next, name }, place) => (
            <span key={next}>
              {place > 0 ? ', ' : null}
              <EntryName id={next} name={name} />
            </span>
          ))}
        </p>
      ) : null}
      {after ? (
        <p className="muted">
          Known as of {dayOf(after.asOf)} <Sources ids={after.sources} />
        </p>
      ) : null}
    </li>
  );
}

/** A link to an entry; only its old name where it is gone. */
function EntryName({ id, name }: { readonly id: string; readonly name: string }) {
  const { index } = useServices();
  return index.entries.has(id) ? <EntryLink id={id} /> : <span>{name}</span>;
}

function Move({ move }: { readonly move: RankingMove }) {
  const { id, name, change, before, after, why, parts } = move;
  const Glyph = moveGlyphs[change];
  return (
    <li className={`review-move review-move--${change}`}>
      <span className="review-move__rank">{before ? before.rank : '–'}</span>
      <Glyph size={14} aria-label={moveWords[change]} />
      <span className="review-move__rank review-move__rank--now">{after ? after.rank : '–'}</span>
      <span className="review-move__main">
        <span className="review-move__head">
          <EntryName id={id} name={name} />
          <span className="review-move__score">
            {before ? Math.round(before.score) : '–'} → {after ? Math.round(after.score) : '–'}
          </span>
        </span>
        {why ? <span className="muted">{withoutName(name, why)}</span> : null}
        {parts.length > 0 ? (
          <span className="muted">
            {parts
              .slice(0, mostParts)
              .map((part) => `${part.name} ${part.before.toFixed(1)} → ${part.after.toFixed(1)}`)
              .join(', ')}
          </span>
        ) : null}
      </span>
    </li>
  );
}

/** What changed since an old decision: the choice, lifecycles, the ranking, and what was ruled out. */
export function ReviewPanel({ reviewed }: { readonly reviewed: ReviewedDecision }) {
  const { catalog, index } = useServices();
  const close = useWindow((state) => state.openReview);
  const takeOver = useWindow((state) => state.takeOverReview);
  const found = useMemo(() => review(reviewed.old, catalog), [reviewed, catalog]);
  const { outcome, need, lifecycle, moves, newlyExcluded, readmitted, renamed, unknown } = found;
  const asked = need.text ?? need.tasks.map(({ task }) => index.tasks.get(task)?.name ?? task).join(', ');
  return (
    <section className="review" aria-label="Review of an old decision">
      <header className="inspector__header review__header">
        <h2>{reviewed.old.record?.title ?? reviewed.name}</h2>
        <IconButton label="Close the review" onPress={() => close(undefined)}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      <div className="review__top">
        <p>
          <span className={`review__outcome review__outcome--${outcome}`}>{outcomeWords[outcome]}</span>
        </p>
        <p>{found.sentence}</p>
        {asked === '' ? null : <p className="muted">Asked: {asked}</p>}
        <p className="muted">
          {reviewed.name}: decided over the catalogue as of {dayOf(found.before.asOf)}; this one is as of{' '}
          {dayOf(found.after.asOf)}.
        </p>
        <p className="review__actions">
          <Button className="button button--primary button--small" onPress={() => takeOver(need, reviewed)}>
            <RotateCcw size={14} aria-hidden />
            Decide anew
          </Button>
          <Button className="button button--small" onPress={() => takeOver(need)}>
            Take over the need
          </Button>
        </p>
        <p className="hint">A record that is saved after “Decide anew” says that it supersedes this one.</p>
      </div>
      {lifecycle.length > 0 ? (
        <Section title="Lifecycle">
          <ul className="review__list">
            {lifecycle.map((change) => (
              <Lifecycle key={change.id} change={change} />
            ))}
          </ul>
        </Section>
      ) : null}
      {moves.length > 0 ? (
        <Section title="Ranking, then and now">
          <ul className="review__list review__list--moves">
            {moves.map((move) => (
              <Move key={move.id} move={move} />
            ))}
          </ul>
        </Section>
      ) : null}
      {newlyExcluded.length > 0 ? (
        <Section title="Newly ruled out">
          <ul className="plain-list">
            {newlyExcluded.map(({ id, name, reason, successor }) => (
              <li key={id}>
                <EntryName id={id} name={name} />: {withoutName(name, reason)}
                {successor ? (
                  <>
                    {' '}
                    Instead: <EntryName id={successor.id} name={successor.name} />
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {readmitted.length > 0 ? (
        <Section title="Not ruled out any more">
          <ul className="plain-list">
            {readmitted.map(({ id, name }) => (
              <li key={id}>
                <EntryName id={id} name={name} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {unknown.length > 0 ? (
        <Section title="Not known any more, and left out of the need">
          <ul className="plain-list">
            {unknown.map(({ kind, id, name }) => (
              <li key={`${kind} ${id}`}>
                {name} ({kind})
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {renamed.length > 0 ? (
        <Section title="Renamed">
          <ul className="plain-list">
            {renamed.map(({ from, name }) => (
              <li key={from}>
                {from} is {name} now
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </section>
  );
}
