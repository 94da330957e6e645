import type { Problem } from '../../core/checks/problem.ts';
import type { Drift } from '../../core/diagram/drift.ts';
import type { Page } from '../../core/diagram/page.ts';
import type { Mark, Marks } from '../canvas/paintMarks.ts';

/**
 * What there is to say of single parts: problems, changes of the need, comments. The panel says the same in words, so that a screen
 * reader need not look for them on the canvas.
 */
export function marksOf(page: Page, problems: readonly Problem[], drifts: readonly Drift[]): Marks {
  const marks = new Map<string, Mark[]>();
  const put = (id: string | undefined, mark: Mark) => {
    if (id === undefined) return;
    const list = marks.get(id);
    if (list) list.push(mark);
    else marks.set(id, [mark]);
  };
  for (const { severity, text, parts } of problems)
    put(
      parts.find((part) => page.nodes[part] !== undefined),
      { look: severity, text },
    );
  for (const { id, text } of drifts) put(id, { look: 'drift', text });
  for (const { id, comments = [] } of Object.values(page.nodes)) {
    const [first] = comments;
    if (first) put(id, { look: 'comment', text: first.text });
  }
  return marks;
}
