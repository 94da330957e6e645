import { Check } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import type { Entry, LifecycleStatus } from '../../core/catalog/entry.ts';
import type { Decision } from '../../core/decision/decision.ts';
import { type Against, type Gap, whyNot } from '../../core/sensitivity/whyNot.ts';
import { useServices, useWindow } from '../app/services.ts';
import { EntryLink } from './EntryLink.tsx';
import { Fold } from './Fold.tsx';
import './WhyNot.css';

/** Gaps that are worth a bar, in points. */
const leastGap = 0.05;

/** Its parts against the winner's: to the left where it lies behind, to the right where it leads. */
function Gaps({ against }: { readonly against: Against }) {
  const { index } = useServices();
  const nameOf = ({ kind, of }: Gap): string => {
    if (kind === 'task') return `Fit for “${index.tasks.get(of)?.name ?? of}”`;
    if (kind === 'criterion') return index.criteria.get(of)?.name ?? of;
    return kind === 'lifecycle' ? 'Lifecycle' : 'Named in the need';
  };
  const shown = against.gaps.filter(({ gap }) => Math.abs(gap) > leastGap);
  const most = Math.max(1, ...shown.map(({ gap }) => Math.abs(gap)));
  if (shown.length === 0) return null;
  return (
    <table className="gaps">
      <caption>
        Points behind (−) or ahead (+) of <EntryLink id={against.winner} />
      </caption>
      <tbody>
        {shown.map((gap) => (
          <tr key={`${gap.kind} ${gap.of}`}>
            <th scope="row">{nameOf(gap)}</th>
            <td className="gaps__cell">
              <span
                className={`gaps__bar gaps__bar--${gap.gap > 0 ? 'behind' : 'ahead'}`}
                style={{ width: `${(Math.abs(gap.gap) / most) * 50}%` }}
              />
            </td>
            <td className="gaps__points">
              {gap.gap > 0 ? '−' : '+'}
              {Math.abs(gap.gap).toFixed(1)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The panel says above how it stands with the entry; what is left to say is what that means here. */
const closedWords = (status: LifecycleStatus): string =>
  status === 'retired'
    ? 'Nobody can use it any more.'
    : 'You are taken for a new customer, and new ones can’t start with it.';

interface WhyNotProps {
  readonly entry: Entry;
  readonly decision: Decision;
}

/** Why an entry is not the answer, what to use instead, and the smallest change of the need that would make it the answer. */
export function WhyNot({ entry, decision }: WhyNotProps) {
  const { catalog } = useServices();
  const edit = useWindow((state) => state.editNeedWithUndo);
  const answer = useMemo(() => whyNot(catalog, decision, entry.id), [catalog, decision, entry.id]);
  if (!answer || answer.standing === 'recommended') return null;
  const { standing, text, against, alternative, change, nothing, ruledOut } = answer;
  const isClosed = ruledOut?.constraint === 'lifecycle' && entry.lifecycle.status !== 'active';
  return (
    <section className="inspector__section">
      <h3 className="section-label">Why not</h3>
      <div className={`why-not why-not--${standing}`}>
        <p>{isClosed ? closedWords(entry.lifecycle.status) : text}</p>
        {alternative ? (
          <p>
            <strong>Use instead:</strong> <EntryLink id={alternative} />
          </p>
        ) : null}
        {change ? (
          <div className="why-not__change">
            <p>
              <strong>Smallest change that makes it the answer:</strong> {change.text}
            </p>
            <Button
              className="button button--small"
              onPress={() => edit(() => change.need, `The need was changed. ${entry.name} is part of the answer now.`)}
            >
              <Check size={13} aria-hidden />
              Apply this change
            </Button>
          </div>
        ) : null}
        {nothing ? <p className="why-not__nothing">{nothing}</p> : null}
      </div>
      {against ? (
        <Fold title="Point by point" open>
          {() => <Gaps against={against} />}
        </Fold>
      ) : null}
    </section>
  );
}
