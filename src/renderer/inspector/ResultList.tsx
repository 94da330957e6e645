import { ArrowRight, Sparkles } from 'lucide-react';
import { memo, useRef } from 'react';
import { Button } from 'react-aria-components';
import { counted } from '../../core/base/words.ts';
import type { Entry } from '../../core/catalog/entry.ts';
import type { CatalogIndex } from '../../core/catalog/lookup.ts';
import type { Decision, Exclusion, Recommendation } from '../../core/decision/decision.ts';
import { restsOnGuess } from '../../core/decision/need.ts';
import { iconOf } from '../../core/scene/mapPlan.ts';
import { useDecisionLater, useServices, useWindow } from '../app/services.ts';
import { CompareTick } from '../compare/CompareButton.tsx';
import { DecisionFiles } from '../review/DecisionFiles.tsx';
import { asksForSomething } from '../state/emptyNeed.ts';
import { EntryIcon } from '../widgets/EntryIcon.tsx';
import { Chains } from './Chains.tsx';
import { EntryLink } from './EntryLink.tsx';
import { GuessNote } from './GuessNote.tsx';
import { InShort } from './InShort.tsx';
import { LifecycleBadge } from './LifecycleBadge.tsx';
import { OpenQuestions } from './OpenQuestions.tsx';
import { WhatIf } from './WhatIf.tsx';
import { dayOf, verdictWords } from './words.ts';

/** A capability that is not open to all; nothing for one that is. */
const closingOf = (index: CatalogIndex, id: string): readonly Entry[] => {
  const entry = index.entries.get(id);
  return entry && entry.lifecycle.status !== 'active' ? [entry] : [];
};

interface RankedProps {
  readonly recommendation: Recommendation;
  readonly isGuess: boolean;
}

function Ranked({ recommendation, isGuess }: RankedProps) {
  const { index } = useServices();
  const reveal = useWindow((state) => state.revealEntry);
  const { id, rank, score, verdict, via, reasons, caveats } = recommendation;
  const entry = index.entries.get(id);
  if (!entry) return null;
  const [reason] = reasons;
  return (
    <li className={`ranked ranked--${verdict}`}>
      <Button className="ranked__button" onPress={() => reveal(id)}>
        <span className="ranked__rank">{rank}</span>
        <EntryIcon icon={iconOf(entry)} size={28} />
        <span className="ranked__main">
          <span className="ranked__head">
            <span className="ranked__name">{entry.name}</span>
            {isGuess ? null : <span className="ranked__score">{Math.round(score)}</span>}
          </span>
          {isGuess ? null : (
            <span className="ranked__bar" aria-hidden="true">
              <span style={{ width: `${Math.min(100, score)}%` }} />
            </span>
          )}
          <span className="ranked__meta">
            <span className={`verdict verdict--${verdict}`}>{isGuess ? 'A guess' : verdictWords[verdict]}</span>
            {entry.lifecycle.status === 'active' ? null : <LifecycleBadge status={entry.lifecycle.status} />}
            {via
              .flatMap((each) => closingOf(index, each))
              .map(({ id: part, name, lifecycle }) => (
                <span key={part} className="ranked__via">
                  {name} <LifecycleBadge status={lifecycle.status} />
                </span>
              ))}
            {via.length > 0 ? (
              <span>by {via.map((each) => index.entries.get(each)?.name ?? each).join(', ')}</span>
            ) : null}
          </span>
          {reason ? <span className="ranked__reason">{reason.text}</span> : null}
          {caveats[0] ? (
            <span className="ranked__caveat">
              <span className="visually-hidden">Mind: </span>
              {caveats[0].text.replace(/[^.!?]$/, '$&.')}
            </span>
          ) : null}
        </span>
      </Button>
      <CompareTick entry={entry} />
    </li>
  );
}

function Pipeline({ ids }: { readonly ids: readonly string[] }) {
  return (
    <section className="inspector__section">
      <h3 className="section-label">In the order in which data flows</h3>
      <ol className="pipeline">
        {ids.map((id, place) => (
          <li key={id}>
            {place > 0 ? <ArrowRight size={14} aria-hidden /> : null}
            <EntryLink id={id} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Excluded({ exclusion: { id, reason, status, successor, change } }: { readonly exclusion: Exclusion }) {
  return (
    <li className="excluded">
      <p className="excluded__head">
        <EntryLink id={id} />
        {status === 'active' ? null : <LifecycleBadge status={status} />}
      </p>
      <p>{reason}</p>
      {successor ? (
        <p>
          Instead: <EntryLink id={successor} />
        </p>
      ) : change ? (
        <p className="muted">{change}</p>
      ) : null}
    </li>
  );
}

function NothingAsked() {
  const { catalog } = useServices();
  return (
    <div className="inspector__empty">
      <Sparkles size={24} aria-hidden />
      <h2>Nothing asked yet</h2>
      <p>Describe the system or pick a task, and what fits is ranked here, each with its reasons and their sources.</p>
      <p>Select any service on the map to read about it.</p>
      <p className="muted">
        {catalog.entries.length} entries, {catalog.sources.length} sources, as of {dayOf(catalog.asOf)}.
      </p>
      <DecisionFiles asked={false} />
    </div>
  );
}

/** Brings what is ruled out into view, and those who read by ear with it. */
function showRuledOut(heading: HTMLElement | null): void {
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

const Result = memo(function Result({ decision }: { readonly decision: Decision }) {
  const { recommendations, pipeline, excluded, assumptions } = decision;
  const ruledOut = useRef<HTMLHeadingElement>(null);
  const isGuess = restsOnGuess(decision.need);
  if (!asksForSomething(decision.need)) return <NothingAsked />;
  return (
    <>
      <header className="inspector__header">
        <h2>
          {recommendations.length === 0
            ? 'Nothing fits'
            : `${counted(recommendations.length, isGuess ? 'service may fit' : 'service fits', isGuess ? 'services may fit' : 'services fit')}`}
        </h2>
        {excluded.length > 0 ? (
          <Button className="link inspector__out" onPress={() => showRuledOut(ruledOut.current)}>
            {excluded.length} ruled out
          </Button>
        ) : null}
      </header>
      {isGuess ? <GuessNote need={decision.need} /> : <InShort decision={decision} />}
      {pipeline.length > 1 ? <Pipeline ids={pipeline} /> : null}
      <Chains />
      {recommendations.length === 0 ? (
        <p className="inspector__section hint">
          Everything that could do this is ruled out. Below is what would change it.
        </p>
      ) : (
        <ol className="ranking" aria-label="Ranking">
          {recommendations.map((recommendation) => (
            <Ranked key={recommendation.id} recommendation={recommendation} isGuess={isGuess} />
          ))}
        </ol>
      )}
      {recommendations.length > 0 ? <WhatIf decision={decision} /> : null}
      <OpenQuestions decision={decision} />
      {excluded.length > 0 ? (
        <section className="inspector__section">
          <h3 ref={ruledOut} className="section-label" tabIndex={-1}>
            Ruled out
          </h3>
          <ul className="excluded-list">
            {excluded.map((exclusion) => (
              <Excluded key={exclusion.id} exclusion={exclusion} />
            ))}
          </ul>
        </section>
      ) : null}
      {assumptions.length > 0 ? (
        <section className="inspector__section">
          <h3 className="section-label">Taken for granted</h3>
          <ul className="plain-list">
            {assumptions.map((assumption) => (
              <li key={assumption}>{assumption}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <DecisionFiles asked />
    </>
  );
});

/** The decision as a whole: what fits, in which order it works together, what is out and why, what was assumed. */
export function ResultList() {
  return <Result decision={useDecisionLater()} />;
}
