import { CircleCheck } from 'lucide-react';
import { counted } from '../../core/base/words.ts';
import type { Page } from '../../core/diagram/page.ts';
import { useSketch } from '../app/services.ts';
import { DriftNote } from './DriftNote.tsx';
import { ProblemList } from './ProblemList.tsx';
import { useProblems } from './useProblems.ts';

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
