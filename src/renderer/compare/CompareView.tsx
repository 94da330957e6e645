import { Columns3, Plus, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Cell, Comparison, Row } from '../../core/comparison/compare.ts';
import { compare, fewest, most, suggestedCandidates } from '../../core/comparison/compare.ts';
import type { Decision } from '../../core/decision/decision.ts';
import { iconOf } from '../../core/scene/mapPlan.ts';
import { useDecisionLater, useServices, useWindow } from '../app/services.ts';
import { EntryLink } from '../inspector/EntryLink.tsx';
import { Sources } from '../inspector/Sources.tsx';
import { dayOf, verdictWords } from '../inspector/words.ts';
import { examples } from '../need/examples.ts';
import { useTakeText } from '../need/useTakeText.ts';
import { asksForSomething } from '../state/emptyNeed.ts';
import { EntryIcon } from '../widgets/EntryIcon.tsx';
import { IconButton } from '../widgets/IconButton.tsx';
import { Toggle } from '../widgets/Toggle.tsx';
import './CompareView.css';

function Suggestions({ decision, compared }: { readonly decision: Decision; readonly compared: readonly string[] }) {
  const { catalog, index } = useServices();
  const compareAll = useWindow((state) => state.compareAll);
  const take = useTakeText();
  const ids = useMemo(() => suggestedCandidates(catalog, decision), [catalog, decision]);
  const [example] = examples;
  if (!asksForSomething(decision.need))
    return example ? (
      <Button className="button" onPress={() => take(example)}>
        Try an example
      </Button>
    ) : null;
  const all = [...new Set([...compared, ...ids])].slice(0, most);
  if (all.length < fewest) return <p>Only one service does this: there is nothing to compare it with.</p>;
  return (
    <Button className="button button--primary compare__suggest" onPress={() => compareAll(all)}>
      Compare {all.map((id) => index.entries.get(id)?.shortName ?? index.entries.get(id)?.name ?? id).join(', ')}
    </Button>
  );
}

function Nothing({ decision, compared }: { readonly decision: Decision; readonly compared: readonly string[] }) {
  const { index } = useServices();
  const [only] = compared;
  return (
    <div className="empty-state">
      <Columns3 size={28} aria-hidden />
      <h2>{only === undefined ? 'Nothing to compare yet' : 'One more, to compare with'}</h2>
      <p>
        {only === undefined
          ? 'Tick two to four services in the ranking, or press Compare in the details of any entry. What differs comes first, by how much it matters to your need.'
          : `${index.entries.get(only)?.name ?? only} stands alone. Tick another in the ranking, or take the nearest rivals.`}
      </p>
      <Suggestions decision={decision} compared={compared} />
    </div>
  );
}

function CellView({ cell, row, leads }: { readonly cell: Cell; readonly row: Row; readonly leads: boolean }) {
  const { text, points, value, judgement, sources, asOf } = cell;
  return (
    <td className={`compare__cell ${leads ? 'compare__cell--leads' : ''}`}>
      {value === undefined ? null : (
        <span className="compare__meter" aria-hidden="true">
          <span style={{ width: `${value * 100}%` }} />
        </span>
      )}
      <p className="compare__text">
        {leads ? <span className="visually-hidden">Leads: </span> : null}
        {text}
      </p>
      <p className="reason__ground">
        {points === undefined ? null : <span className="compare__points">{points.toFixed(1)} points</span>}
        {judgement && row.aspect === 'criterion' ? <span className="judgement">Our judgement</span> : null}
        {asOf ? <span>as of {dayOf(asOf)}</span> : null}
        <Sources ids={sources} />
      </p>
    </td>
  );
}

/** Whether points are given for it; alike, they set nobody apart. */
const isScored = ({ cells }: Row): boolean => cells.some(({ points }) => points !== undefined);

function Table({ comparison, rows }: { readonly comparison: Comparison; readonly rows: readonly Row[] }) {
  const { index } = useServices();
  const toggle = useWindow((state) => state.toggleCompared);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key.
    <section className="compare__scroll" aria-label="Comparison" tabIndex={0}>
      <table className="compare__table" data-count={comparison.candidates.length}>
        <thead>
          <tr>
            <th scope="col" className="compare__corner">
              <span className="visually-hidden">Aspect</span>
            </th>
            {comparison.candidates.map(({ id, name, verdict, score }) => {
              const entry = index.entries.get(id);
              return (
                <th key={id} scope="col" className="compare__head">
                  <div className="compare__head-top">
                    {entry ? <EntryIcon icon={iconOf(entry)} size={28} /> : null}
                    <EntryLink id={id} />
                    <IconButton
                      label={`Take ${name} out of the comparison`}
                      className="icon-button--small"
                      onPress={() => toggle(id)}
                    >
                      <X size={14} aria-hidden />
                    </IconButton>
                  </div>
                  <p className="compare__verdict">
                    <span className={`verdict verdict--${verdict}`}>{verdictWords[verdict]}</span>
                    {score > 0 ? (
                      <span>
                        {verdict === 'ruled-out' ? 'would score ' : ''}
                        {Math.round(score)} points
                      </span>
                    ) : null}
                  </p>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.aspect} ${row.of}`} className={row.differs ? '' : 'compare__row--same'}>
              <th scope="row" className="compare__aspect">
                {row.name}
                {row.spread > 0.05 ? (
                  <span className="compare__spread">{row.spread.toFixed(1)} points apart</span>
                ) : (
                  <span className="compare__spread">
                    {row.differs ? (isScored(row) ? 'same points' : 'differs, not scored') : 'the same'}
                  </span>
                )}
              </th>
              {row.cells.map((cell, place) => {
                const id = comparison.candidates[place]?.id ?? '';
                return <CellView key={id} cell={cell} row={row} leads={row.leaders.includes(id)} />;
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="compare__aspect">
              In short
            </th>
            {comparison.candidates.map(({ id, closing, ruledOut }) => (
              <td key={id} className="compare__cell compare__closing">
                <p>{closing}</p>
                {ruledOut === undefined ? null : <p className="compare__out">{ruledOut}</p>}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** Two to four candidates side by side: what differs first, by how much it matters. */
export function CompareView() {
  const { catalog } = useServices();
  const decision = useDecisionLater();
  const compared = useWindow((state) => state.compared);
  const compareAll = useWindow((state) => state.compareAll);
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const comparison = useMemo(() => compare(catalog, decision, compared), [catalog, decision, compared]);
  const more = useMemo(
    () => suggestedCandidates(catalog, decision).filter((id) => !compared.includes(id)),
    [catalog, decision, compared],
  );
  const { index } = useServices();
  if (comparison.candidates.length < fewest) return <Nothing decision={decision} compared={compared} />;
  const differing = comparison.rows.filter(({ differs }) => differs);
  const rows = onlyDifferences ? differing : comparison.rows;
  const [next] = more;
  return (
    <div className="compare">
      <header className="compare__bar">
        <h2>
          {differing.length} of {comparison.rows.length} aspects differ
        </h2>
        {comparison.unasked ? <span className="muted">Nothing is asked: no points are given.</span> : null}
        <span className="compare__space" />
        {next !== undefined && compared.length < most ? (
          <Button className="button button--small" onPress={() => compareAll([...compared, next])}>
            <Plus size={13} aria-hidden />
            {index.entries.get(next)?.shortName ?? index.entries.get(next)?.name}
          </Button>
        ) : null}
        <Toggle label="Only differences" isSelected={onlyDifferences} onChange={setOnlyDifferences} />
        <span className="compare__key muted">
          <span className="compare__key-mark" aria-hidden /> leads
        </span>
      </header>
      <Table comparison={comparison} rows={rows} />
    </div>
  );
}
