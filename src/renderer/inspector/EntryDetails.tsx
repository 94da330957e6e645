import { ArrowLeft, ArrowRight, Ban, BookOpen, Crosshair, Undo2 } from 'lucide-react';
import { memo } from 'react';
import { Button } from 'react-aria-components';
import type { Entry, Fact, Relation } from '../../core/catalog/entry.ts';
import { lifecycleSentence } from '../../core/decision/constraints.ts';
import type { Decision, EntryVerdict } from '../../core/decision/decision.ts';
import { iconOf } from '../../core/scene/mapPlan.ts';
import { useDecisionLater, useServices, useWindow } from '../app/services.ts';
import { CompareButton } from '../compare/CompareButton.tsx';
import { asksForSomething } from '../state/emptyNeed.ts';
import { toggleExcluded } from '../state/needEdits.ts';
import { EntryIcon } from '../widgets/EntryIcon.tsx';
import { EntryLink } from './EntryLink.tsx';
import { LifecycleBadge } from './LifecycleBadge.tsx';
import { ReasonList } from './ReasonList.tsx';
import { ScoreBars } from './ScoreBars.tsx';
import { Section } from './Section.tsx';
import { Sources, useOpenExternal } from './Sources.tsx';
import { WhatIf } from './WhatIf.tsx';
import { WhyNot } from './WhyNot.tsx';
import { dayOf, kindWords, managementWords, relationWords, verdictWords } from './words.ts';

function Lifecycle({ entry }: { readonly entry: Entry }) {
  const { status, date, note, successors, sources, asOf } = entry.lifecycle;
  if (status === 'active') return null;
  return (
    <section className={`aside lifecycle-box lifecycle-box--${status}`}>
      <p className="lifecycle-box__head">
        <LifecycleBadge status={status} />
        {date ? <span>since {dayOf(date)}</span> : null}
      </p>
      {note ? <p>{note}</p> : null}
      {successors.length > 0 ? (
        <p>
          Use instead:{' '}
          {successors.map((id, place) => (
            <span key={id}>
              {place > 0 ? ', ' : ''}
              <EntryLink id={id} />
            </span>
          ))}
        </p>
      ) : null}
      <p className="reason__ground">
        <span>Known as of {dayOf(asOf)}</span>
        <Sources ids={sources} />
      </p>
    </section>
  );
}

function VerdictSections({ entry, verdict }: { readonly entry: Entry; readonly verdict: EntryVerdict }) {
  // How long it lives stands above, with its date and what to use instead.
  const caveats = verdict.caveats.filter(({ text }) => text !== lifecycleSentence(entry));
  return (
    <>
      {verdict.reasons.length > 0 ? (
        <Section title={verdict.verdict === 'ruled-out' ? 'What speaks for it' : 'Why'}>
          <ReasonList reasons={verdict.reasons} />
        </Section>
      ) : null}
      {caveats.length > 0 ? (
        <Section title="Mind">
          <ReasonList reasons={caveats} />
        </Section>
      ) : null}
      {verdict.parts.length > 0 ? (
        <Section title="Where the score comes from">
          <ScoreBars verdict={verdict} />
        </Section>
      ) : null}
    </>
  );
}

function Facts({ title, facts }: { readonly title: string; readonly facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="reasons">
        {facts.map((fact) => (
          <li key={fact.id} className="reason">
            {fact.text}
            <span className="reason__ground">
              {fact.asOf ? <span>{dayOf(fact.asOf)}</span> : null}
              <Sources ids={fact.sources} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface ReadRelation {
  readonly words: string;
  readonly other: string;
  readonly note: string | undefined;
  readonly historical: boolean;
}

function readRelations(from: readonly Relation[], to: readonly Relation[]): ReadRelation[] {
  return [
    ...from.map(({ type, to: other, note, historical }) => ({
      words: relationWords[type][0],
      other,
      note,
      historical,
    })),
    ...to.map(({ type, from: other, note, historical }) => ({
      words: relationWords[type][1],
      other,
      note,
      historical,
    })),
  ];
}

function Relations({ entry }: { readonly entry: Entry }) {
  const { index } = useServices();
  const relations = readRelations(index.relationsFrom.get(entry.id) ?? [], index.relationsTo.get(entry.id) ?? []);
  const kinds = [...new Set(relations.map(({ words }) => words))];
  if (relations.length === 0) return null;
  return (
    <Section title="Relations">
      <dl className="relations">
        {kinds.map((words) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>
              {relations
                .filter((relation) => relation.words === words)
                .map(({ other, note, historical }) => (
                  <p key={`${other} ${note}`}>
                    <EntryLink id={other} />
                    {historical ? <span className="muted"> (no longer)</span> : null}
                    {note ? <span className="muted"> {note}</span> : null}
                  </p>
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Capabilities({ entry }: { readonly entry: Entry }) {
  const { index } = useServices();
  const capabilities = index.capabilities.get(entry.id) ?? [];
  if (capabilities.length === 0) return null;
  return (
    <Section title="Capabilities">
      <ul className="plain-list">
        {capabilities.map((capability) => (
          <li key={capability.id}>
            <EntryLink id={capability.id} />{' '}
            {capability.lifecycle.status === 'active' ? null : <LifecycleBadge status={capability.lifecycle.status} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function UseIt({ entry }: { readonly entry: Entry }) {
  const use = [...new Set(entry.offers.flatMap((offer) => offer.useWhen ?? []))];
  const avoid = entry.offers.flatMap((offer) => offer.avoidWhen ?? []);
  const distinct = avoid.filter((one, place) => avoid.findIndex(({ text }) => text === one.text) === place);
  if (use.length + distinct.length === 0) return null;
  return (
    <Section title="Use it, and don't">
      <ul className="use-list">
        {use.map((text) => (
          <li key={text} className="use-list__do">
            {text}
          </li>
        ))}
        {distinct.map(({ text, instead }) => (
          <li key={text} className="use-list__dont">
            {text}
            {instead ? (
              <>
                {' '}
                <ArrowRight size={12} aria-label="instead" /> <EntryLink id={instead} />
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Actions({ entry }: { readonly entry: Entry }) {
  const excluded = useWindow((state) => state.need.constraints.excluded?.includes(entry.id) ?? false);
  const editNeed = useWindow((state) => state.editNeed);
  const reveal = useWindow((state) => state.revealEntry);
  const open = useOpenExternal();
  const { docs } = entry;
  return (
    <div className="inspector__actions">
      <Button className="button button--small" onPress={() => reveal(entry.id)}>
        <Crosshair size={13} aria-hidden />
        Show
      </Button>
      {docs ? (
        <Button className="button button--small" onPress={() => open(docs)}>
          <BookOpen size={13} aria-hidden />
          Docs
        </Button>
      ) : null}
      <CompareButton entry={entry.id} />
      <Button className="button button--small" onPress={() => editNeed((need) => toggleExcluded(need, entry.id))}>
        {excluded ? <Undo2 size={13} aria-hidden /> : <Ban size={13} aria-hidden />}
        {excluded ? 'Allow again' : 'Don’t use'}
      </Button>
    </div>
  );
}

interface DetailsProps {
  readonly entry: Entry;
  readonly decision: Decision;
}

const Details = memo(function Details({ entry, decision }: DetailsProps) {
  const { index } = useServices();
  const select = useWindow((state) => state.select);
  const reviewing = useWindow((state) => state.reviewed !== undefined);
  const asked = asksForSomething(decision.need);
  const verdict = asked ? decision.verdicts.find(({ id }) => id === entry.id) : undefined;
  const group = index.groups.get(entry.group);
  const owner = entry.partOf;
  return (
    <article className="entry" aria-label={entry.name}>
      <Button className="button button--quiet button--small entry__back" onPress={() => select(undefined)}>
        <ArrowLeft size={14} aria-hidden />
        {reviewing ? 'Back to the review' : asked ? 'All results' : 'Back'}
      </Button>
      <header className="entry__header">
        <EntryIcon icon={iconOf(entry)} size={40} />
        <div>
          <h2>{entry.name}</h2>
          <p className="muted">
            {kindWords[entry.kind]}
            {owner ? (
              <>
                {' of '}
                <EntryLink id={owner} />
              </>
            ) : group ? (
              ` · ${group.name}`
            ) : null}
          </p>
        </div>
      </header>
      <p className="entry__badges">
        {verdict ? (
          <span className={`verdict verdict--${verdict.verdict}`}>
            {verdictWords[verdict.verdict]}
            {verdict.score > 0 ? `, ${Math.round(verdict.score)} points` : ''}
          </span>
        ) : null}
        <LifecycleBadge status={entry.lifecycle.status} />
        <span className="tag">{managementWords[entry.management]}</span>
      </p>
      <p className="entry__summary">{entry.summary}</p>
      <Actions entry={entry} />
      <Lifecycle entry={entry} />
      {verdict && verdict.verdict !== 'recommended' ? <WhyNot entry={entry} decision={decision} /> : null}
      {verdict ? <VerdictSections entry={entry} verdict={verdict} /> : null}
      {verdict?.verdict === 'recommended' ? <WhatIf decision={decision} entry={entry.id} /> : null}
      <UseIt entry={entry} />
      <Capabilities entry={entry} />
      {entry.sheet ? (
        <Section title="What the cheat sheet says">
          <p className="quote">{entry.sheet}</p>
        </Section>
      ) : (
        <Section title="The cheat sheet">
          <p className="muted">Does not name it: it is beyond the sheet.</p>
        </Section>
      )}
      <Facts title="What holds today" facts={entry.facts.filter((fact) => fact.kind === 'is')} />
      <Facts title="Limits" facts={entry.facts.filter((fact) => fact.kind === 'limit')} />
      <Facts title="Cautions" facts={entry.facts.filter((fact) => fact.kind === 'caution')} />
      <Relations entry={entry} />
    </article>
  );
});

/** One entry: what it is, how it stands, what the decision makes of it and why, and where all that is from. */
export function EntryDetails({ entry }: { readonly entry: Entry }) {
  return <Details entry={entry} decision={useDecisionLater()} />;
}
