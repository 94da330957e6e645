import { ArrowLeftRight, ArrowRight, Minus } from 'lucide-react';
import { findPart, type Page } from '../../../core/diagram/page.ts';
import { useServices } from '../../app/services.ts';
import { ProblemList } from '../ProblemList.tsx';
import { useProblems } from '../useProblems.ts';
import { Comments } from './Comments.tsx';
import { EdgeFields } from './EdgeFields.tsx';
import type { SetFields } from './fields.ts';
import { GroupFields } from './GroupFields.tsx';
import { NodeFields } from './NodeFields.tsx';
import { titleOf } from './partNames.ts';
import { SelectionActions } from './SelectionActions.tsx';
import { ToneField } from './ToneField.tsx';

const glyphs = { forward: ArrowRight, both: ArrowLeftRight, none: Minus } as const;

/** What is selected, and everything about it that can be changed. */
export function SelectionPanel({
  page,
  selection,
  onResult,
}: {
  readonly page: Page;
  readonly selection: ReadonlySet<string>;
  readonly onResult: () => void;
}) {
  const { sketch } = useServices();
  const ids = [...selection];
  const parts = ids.flatMap((id) => findPart(page, id) ?? []);
  const [only] = parts;
  const problems = useProblems(page).filter(({ parts: on }) => on.some((id) => selection.has(id)));
  const set: SetFields = (fields, gesture) => {
    sketch.getState().perform({ type: 'set', page: page.id, ids, fields }, gesture);
  };
  if (!only) return null;
  const single = parts.length === 1;
  const Glyph = single && only.type === 'edge' ? glyphs[only.record.direction ?? 'forward'] : undefined;
  return (
    <div className="inspector selection">
      <header className="inspector__header">
        <h2>
          {Glyph ? <Glyph size={16} aria-hidden /> : null} {titleOf(page, parts)}
        </h2>
        <SelectionActions ids={ids} parts={parts} set={set} />
      </header>
      <div className="selection__fields">
        {problems.length > 0 ? (
          <ProblemList
            label="Checks of what is selected"
            className="problems--beside"
            problems={problems}
            page={page}
          />
        ) : null}
        {single && only.type === 'node' ? (
          <NodeFields key={only.record.id} part={only} set={set} onResult={onResult} />
        ) : null}
        {single && only.type === 'group' ? <GroupFields key={only.record.id} part={only} set={set} /> : null}
        {single && only.type === 'edge' ? <EdgeFields key={only.record.id} part={only} set={set} /> : null}
        <ToneField parts={parts} set={set} />
        {single ? (
          <Comments key={`comments ${only.record.id}`} comments={only.record.comments ?? []} set={set} />
        ) : null}
      </div>
    </div>
  );
}
