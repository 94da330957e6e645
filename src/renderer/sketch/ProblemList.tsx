import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { memo, type ReactNode, useDeferredValue, useMemo } from 'react';
import { Button } from 'react-aria-components';
import type { Problem, Severity } from '../../core/checks/problem.ts';
import type { Page } from '../../core/diagram/page.ts';
import { useServices } from '../app/services.ts';
import { problemGroups } from './problemGroups.ts';

/** Problems of a kind that are shown at most: of more than these, the first are mended first. */
const most = 20;
/** So many are one short list, without headings. */
const fewest = 4;

const glyphs: Readonly<Record<Severity, ReactNode>> = {
  error: <CircleAlert size={16} aria-label="Error" />,
  warning: <TriangleAlert size={16} aria-label="Warning" />,
  hint: <Info size={16} aria-label="Hint" />,
};

/** Drawn anew only when its problem is another: a large page shows dozens, and every edit draws the panel. */
const ProblemItem = memo(function ProblemItem({ problem }: { readonly problem: Problem }) {
  const { sketch } = useServices();
  const { severity, text, parts, fix } = problem;
  const mend = () => {
    if (!fix) return;
    const { edit, select, focusPart } = sketch.getState();
    const made = edit(...fix.commands);
    const [first] = made ?? [];
    if (!made || first === undefined) return;
    // The list gives way to what was made: the keys go on there.
    select(made);
    focusPart(first);
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
});

interface ProblemListProps {
  readonly label: string;
  readonly problems: readonly Problem[];
  readonly page: Page;
  readonly className?: string;
}

/** What is wrong, the gravest first and then as the page is read, each with what mends it; many of several kinds, kind by kind. */
export function ProblemList({ label, problems, page, className = '' }: ProblemListProps) {
  // Of a large page there are thousands to sort, which an edit does not wait for.
  const [sorted, on] = [useDeferredValue(problems), useDeferredValue(page)];
  const groups = useMemo(() => problemGroups(sorted, on), [sorted, on]);
  const headed = groups.length > 1 && sorted.length > fewest;
  return (
    <ul className={`problems ${className}`} aria-label={label}>
      {groups.map(({ kind, title, problems: alike }) =>
        headed ? (
          <li key={kind} className="problems__kind">
            <h3 className="section-label">
              {title} ({alike.length})
            </h3>
            <ul className="problems__alike">
              <Items problems={alike} />
            </ul>
          </li>
        ) : (
          <Items key={kind} problems={alike} />
        ),
      )}
    </ul>
  );
}

function Items({ problems }: { readonly problems: readonly Problem[] }) {
  const more = problems.length - most;
  return (
    <>
      {problems.slice(0, most).map((problem) => (
        <ProblemItem key={problem.id} problem={problem} />
      ))}
      {more > 0 ? <li className="problems__more">and {more} more</li> : null}
    </>
  );
}
