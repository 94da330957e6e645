import { ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import type { EntryVerdict } from '../../core/decision/decision.ts';
import { type ExplainedPart, explainParts, type Ground, scoredEntry } from '../../core/sensitivity/why.ts';
import { useServices } from '../app/services.ts';
import { EntryLink } from './EntryLink.tsx';
import './ScoreBars.css';
import { Sources } from './Sources.tsx';
import { dayOf } from './words.ts';

function GroundLine({ ground }: { readonly ground: Ground }) {
  const { text, judgement, asOf, sources } = ground;
  return (
    <li className="ground">
      <p>{text}</p>
      <p className="reason__ground">
        {judgement ? <span className="judgement">Our judgement</span> : <span>Fact</span>}
        {asOf ? <span>as of {dayOf(asOf)}</span> : null}
        {sources.map(({ id, dated }) => (
          <span key={id} className="ground__source">
            <Sources ids={[id]} />
            <span>{dated}</span>
          </span>
        ))}
      </p>
    </li>
  );
}

function Part({ explained, most }: { readonly explained: ExplainedPart; readonly most: number }) {
  const { part, name, reckoning, grounds } = explained;
  return (
    <li>
      <Disclosure className="score-part">
        <Button slot="trigger" className="score-part__trigger">
          <ChevronRight size={12} aria-hidden className="score-part__chevron" />
          <span className="score-part__name">{name}</span>
          <span className="score-part__track" aria-hidden="true">
            <span
              className={`score-part__bar score-part__bar--${part.points < 0 ? 'less' : part.kind}`}
              style={{ width: `${(Math.abs(part.points) / most) * 100}%` }}
            />
          </span>
          <span className="score-part__points">
            {part.points.toFixed(1)}
            <span className="visually-hidden"> points</span>
          </span>
        </Button>
        <DisclosurePanel>
          <div className="score-part__grounds">
            <p className="muted">
              Points at most × {part.kind === 'task' ? 'fit' : 'value'}: {reckoning}
            </p>
            <ul>
              {grounds.map((ground) => (
                <GroundLine key={ground.text} ground={ground} />
              ))}
            </ul>
          </div>
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}

/** Where a score comes from: a bar for each part, as long as its points, that opens to the facts and judgements under it. */
export function ScoreBars({ verdict }: { readonly verdict: EntryVerdict }) {
  const { catalog } = useServices();
  const parts = useMemo(() => explainParts(catalog, verdict), [catalog, verdict]);
  const most = Math.max(...parts.map(({ part }) => Math.abs(part.points)), 1);
  const scored = scoredEntry(verdict);
  return (
    <div className="score-parts">
      {scored === verdict.id ? null : (
        <p className="muted">
          As its <EntryLink id={scored} /> scores.
        </p>
      )}
      <ul>
        {parts.map((explained) => (
          <Part key={`${explained.part.kind} ${explained.part.of}`} explained={explained} most={most} />
        ))}
      </ul>
      <p className="score-parts__sum">
        <span>Score</span>
        <span>{Math.round(verdict.score)}</span>
      </p>
    </div>
  );
}
