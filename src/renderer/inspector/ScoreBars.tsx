import type { ScorePart } from '../../core/decision/decision.ts';
import { useServices } from '../app/services.ts';

/** Where a score comes from: a bar for each part, as long as its points. */
export function ScoreBars({ score, parts }: { readonly score: number; readonly parts: readonly ScorePart[] }) {
  const { index } = useServices();
  const most = Math.max(...parts.map((part) => Math.abs(part.points)), 1);
  const nameOf = ({ kind, of }: ScorePart): string => {
    if (kind === 'task') return index.tasks.get(of)?.name ?? of;
    if (kind === 'criterion') return index.criteria.get(of)?.name ?? of;
    return kind === 'named' ? 'Named in the sentence' : 'Lifecycle';
  };
  return (
    <table className="score-bars">
      <caption className="visually-hidden">Parts of the score of {Math.round(score)} points</caption>
      <thead className="visually-hidden">
        <tr>
          <th>Part</th>
          <th>Share</th>
          <th>Points</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={`${part.kind} ${part.of}`} title={part.reason.text}>
            <th scope="row">{nameOf(part)}</th>
            <td>
              <span
                className={`score-bars__bar score-bars__bar--${part.points < 0 ? 'less' : part.kind}`}
                style={{ width: `${(Math.abs(part.points) / most) * 100}%` }}
              />
            </td>
            <td>{part.points.toFixed(1)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Score</th>
          <td />
          <td>{Math.round(score)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
