import { useMemo } from 'react';
import type { Decision } from '../../core/decision/decision.ts';
import {
  type CriterionSensitivity,
  type Firmness,
  type Sensitivity,
  type Stretch,
  sensitivity,
} from '../../core/sensitivity/sensitivity.ts';
import { weightWords } from '../../core/sensitivity/words.ts';
import { useServices } from '../app/services.ts';
import { EntryLink } from './EntryLink.tsx';
import { Fold } from './Fold.tsx';
import './WhatIf.css';

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const place = (weight: number): string => `${weight * 100}%`;

function useShortName(): (id: string) => string {
  const { index } = useServices();
  return (id) => index.entries.get(id)?.shortName ?? index.entries.get(id)?.name ?? id;
}

const takers = ({ handovers }: Pick<Stretch, 'handovers'>): readonly string[] => [
  ...new Set(handovers.map(({ to }) => to)),
];

/** One criterion: its weight from 0 to 1, where the answer stands, who takes over elsewhere, and the present weight. */
function Track({ row }: { readonly row: CriterionSensitivity }) {
  const { index } = useServices();
  const shortName = useShortName();
  const name = index.criteria.get(row.criterion)?.name ?? row.criterion;
  const ends = [
    ...(row.below ? [{ at: row.from, side: 'below' as const, who: takers(row.below) }] : []),
    ...(row.above ? [{ at: row.to, side: 'above' as const, who: takers(row.above) }] : []),
  ];
  return (
    <div className={`what-if__row ${ends.length > 0 ? 'what-if__row--bound' : ''}`}>
      <span className="what-if__name">{name}</span>
      <span className="what-if__track">
        {row.stretches.map(({ from, to, holds }) => (
          <span
            key={from}
            className={`what-if__stretch what-if__stretch--${holds ? 'holds' : 'gone'}`}
            style={{ left: place(from), width: place(to - from) }}
          />
        ))}
        <span className="what-if__now" style={{ left: place(row.weight) }} />
      </span>
      {ends.map(({ at, side, who }) => (
        <span key={side} className="what-if__end">
          {side} {weightWords(at, side)}: {who.map(shortName).join(', ')}
        </span>
      ))}
    </div>
  );
}

/** The chart's content for those who do not see it. */
function ChartTable({ rows }: { readonly rows: readonly CriterionSensitivity[] }) {
  const { index } = useServices();
  const nameOf = (id: string): string => index.entries.get(id)?.name ?? id;
  return (
    <table className="visually-hidden">
      <caption>For each preference, the weights from 0 to 1 at which the answer stands</caption>
      <thead>
        <tr>
          <th scope="col">Preference</th>
          <th scope="col">Weight now</th>
          <th scope="col">Stands from</th>
          <th scope="col">to</th>
          <th scope="col">Beyond that</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.criterion}>
            <th scope="row">{index.criteria.get(row.criterion)?.name ?? row.criterion}</th>
            <td>{weightWords(row.weight)}</td>
            <td>{weightWords(row.from, 'below')}</td>
            <td>{weightWords(row.to, 'above')}</td>
            <td>
              {[
                ...(row.below ? [`below: ${takers(row.below).map(nameOf).join(', ')}`] : []),
                ...(row.above ? [`above: ${takers(row.above).map(nameOf).join(', ')}`] : []),
              ].join('; ') || 'it stands at every weight'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Chart({ rows }: { readonly rows: readonly CriterionSensitivity[] }) {
  return (
    <figure className="what-if__chart">
      <div aria-hidden="true">
        <div className="what-if__axis">
          <span>0</span>
          <span>0.5</span>
          <span>1</span>
        </div>
        {rows.map((row) => (
          <Track key={row.criterion} row={row} />
        ))}
      </div>
      <ChartTable rows={rows} />
      <figcaption className="what-if__legend">
        <span>
          <span className="what-if__key what-if__key--holds" aria-hidden /> it stands
        </span>
        <span>
          <span className="what-if__key what-if__key--gone" aria-hidden /> another takes over
        </span>
        <span>
          <span className="what-if__key what-if__key--now" aria-hidden /> weight now
        </span>
      </figcaption>
    </figure>
  );
}

/** The share of all mixes of weights, with its interval as a whisker. */
function ShareBar({ found, samples }: { readonly found: Firmness; readonly samples: number }) {
  const { holds, low, high } = found.share;
  return (
    <div className="what-if__share">
      <p>
        It stands in <strong>{percent(holds)}</strong> of all mixes of preferences{' '}
        <span className="muted">
          ({percent(low) === percent(high) ? '' : `${percent(low)} to ${percent(high)} with 95 % confidence, `}
          from {samples.toLocaleString('en-GB')} drawn at random)
        </span>
      </p>
      <span className="what-if__meter" aria-hidden="true">
        <span className="what-if__meter-fill" style={{ width: place(holds) }} />
        <span className="what-if__whisker" style={{ left: place(low), width: place(Math.max(0.004, high - low)) }} />
      </span>
      {found.challengers.length > 0 ? (
        <ul className="what-if__challengers">
          {found.challengers.slice(0, 3).map(({ service, task, share }) => (
            <li key={`${service} ${task}`}>
              <EntryLink id={service} /> takes over in {share.holds < 0.01 ? 'under 1 %' : percent(share.holds)}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Found({ decision, entry }: WhatIfProps) {
  const { catalog, index } = useServices();
  const all: Sensitivity = useMemo(() => sensitivity(catalog, decision.need), [catalog, decision.need]);
  const owner = entry === undefined ? undefined : index.entries.get(entry)?.partOf;
  const found =
    entry === undefined
      ? all.whole
      : (all.services.find(({ service }) => service === entry) ??
        all.services.find(({ service }) => service === owner));
  if (!found) return <p className="muted">The preferences have no say here: it stands beside the answer.</p>;
  return (
    <div className="what-if">
      <p className="what-if__sentence">{found.sentence}</p>
      {found.runner ? (
        <>
          <Chart rows={found.criteria} />
          <ShareBar found={found} samples={all.samples} />
          <p className="muted">
            Nearest rival: <EntryLink id={found.runner.service} />,{' '}
            {found.runner.behind >= 0
              ? `${found.runner.behind.toFixed(1)} points behind now`
              : `${(-found.runner.behind).toFixed(1)} points ahead for its task, within a tie`}
            {found.runner.behindAtLeast > 0
              ? `, ${found.runner.behindAtLeast.toFixed(1)} at least whatever the preferences`
              : ''}
            .
          </p>
        </>
      ) : null}
    </div>
  );
}

interface WhatIfProps {
  readonly decision: Decision;
  /** One service of the answer; absent: the answer as a whole. */
  readonly entry?: string;
}

/** How firmly the answer stands against other preferences: one sentence, a chart, a share. Worked out when it is opened. */
export function WhatIf({ decision, entry }: WhatIfProps) {
  return (
    <section className="inspector__section">
      <Fold title="What would change it">
        {() => <Found decision={decision} {...(entry === undefined ? {} : { entry })} />}
      </Fold>
    </section>
  );
}
