import { CircleCheck, RefreshCw } from 'lucide-react';
import { Button } from 'react-aria-components';
import { counted } from '../../core/base/words.ts';
import type { Page } from '../../core/diagram/page.ts';
import { useSketch } from '../app/services.ts';
import { ProblemList } from './ProblemList.tsx';
import { useDrift } from './useDrift.ts';
import { useProblems } from './useProblems.ts';

/** What has come of the need since the draft was made. */
function DriftNote({ page }: { readonly page: Page }) {
  const { drifts, update } = useDrift(page);
  if (drifts.length === 0) return null;
  return (
    <section className="inspector__section drift">
      <h3 className="section-label">The need has changed since this was drafted</h3>
      <ul className="plain-list">
        {drifts
          .filter(({ type }) => type !== 'edge')
          .slice(0, 8)
          .map(({ id, kind, text }) => (
            <li key={`${kind} ${id}`}>{text}</li>
          ))}
      </ul>
      <Button className="button button--primary" onPress={update}>
        <RefreshCw size={14} aria-hidden />
        Update the draft
      </Button>
      <p className="muted">What you placed, named or drew yourself stays as it is.</p>
    </section>
  );
}

/** What there is to say of the page as a whole: how it differs from the need, and what may be wrong with it. */
export function PageNotes({ page }: { readonly page: Page }) {
  const problems = useProblems(page);
  const count = useSketch((state) => Object.keys(shownNodes(state)).length);
  return (
    <div className="inspector">
      <header className="inspector__header">
        <h2>
          {problems.length === 0
            ? 'Nothing to mend'
            : problems.length === 1
              ? '1 thing to look at'
              : `${problems.length} things to look at`}
        </h2>
        <span className="muted">{counted(count, 'part')}</span>
      </header>
      <DriftNote page={page} />
      {problems.length === 0 ? (
        <p className="inspector__section hint problems__none">
          <CircleCheck size={16} aria-hidden />
          Lifecycles, flows and needs fit together. Select a part to read why it is there.
        </p>
      ) : (
        <ProblemList label="Checks of the picture" problems={problems} page={page} />
      )}
    </div>
  );
}

const shownNodes = (state: Parameters<Parameters<typeof useSketch>[0]>[0]) =>
  state.history.document.pages[state.page]?.nodes ?? {};
