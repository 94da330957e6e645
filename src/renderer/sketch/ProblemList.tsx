import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Problem, Severity } from '../../core/checks/problem.ts';
import { useServices } from '../app/services.ts';

/** Problems shown at most: of more than these, the first are mended first. */
const most = 50;

const glyphs: Readonly<Record<Severity, ReactNode>> = {
  error: <CircleAlert size={16} aria-label="Error" />,
  warning: <TriangleAlert size={16} aria-label="Warning" />,
  hint: <Info size={16} aria-label="Hint" />,
};

function ProblemItem({ problem }: { readonly problem: Problem }) {
  const { sketch } = useServices();
  const { severity, text, parts, fix } = problem;
  const mend = () => {
    if (!fix) return;
    const made = sketch.getState().edit(...fix.commands);
    if (made && made.length > 0) sketch.getState().select(made);
  };
  return (
    <li className={`problem problem--${severity}`}>
      {glyphs[severity]}
      <div className="problem__main">
        {parts.length > 0 ? (
          <Button className="problem__text" onPress={() => sketch.getState().select(parts)}>
            {text}
          </Button>
        ) : (
          <p>{text}</p>
        )}
        {fix ? (
          <Button className="button button--small" onPress={mend}>
            {fix.label}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

interface ProblemListProps {
  readonly label: string;
  readonly problems: readonly Problem[];
  readonly className?: string;
}

/** What is wrong, the worst first, each with what mends it. */
export function ProblemList({ label, problems, className = '' }: ProblemListProps) {
  const more = problems.length - most;
  return (
    <ul className={`problems ${className}`} aria-label={label}>
      {problems.slice(0, most).map((problem) => (
        <ProblemItem key={problem.id} problem={problem} />
      ))}
      {more > 0 ? <li className="problems__more">and {more} more</li> : null}
    </ul>
  );
}
