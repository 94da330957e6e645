import { startTransition, useEffect, useState } from 'react';
import { checkPage } from '../../core/checks/checkPage.ts';
import type { Problem } from '../../core/checks/problem.ts';
import type { Decision } from '../../core/decision/decision.ts';
import type { Page } from '../../core/diagram/page.ts';
import { useDecisionLater, useServices } from '../app/services.ts';
import { asksForSomething } from '../state/emptyNeed.ts';
import { checkLater } from './checkLater.ts';

/** Pages of up to so many nodes are looked over between two frames; larger ones by a worker. */
const mostAtOnce = 100;

interface Checked {
  readonly decision: Decision;
  readonly problems: readonly Problem[] | Promise<readonly Problem[]>;
}

const kept = new WeakMap<Page, Checked>();
const none: readonly Problem[] = [];

/** What the checks say of a page, made once for each page and decision; of a large one what they said last, until they are done. */
export function useProblems(page: Page): readonly Problem[] {
  const { catalog } = useServices();
  const decision = useDecisionLater();
  const [last, setLast] = useState<{ readonly page: string; readonly problems: readonly Problem[] }>();
  const before = kept.get(page);
  const known = before?.decision === decision ? before : undefined;
  const isLarge = Object.keys(page.nodes).length > mostAtOnce;
  useEffect(() => {
    const asked = kept.get(page);
    if (!isLarge || (asked?.decision === decision && !(asked.problems instanceof Promise))) return;
    let current = true;
    const answer =
      asked?.decision === decision
        ? asked.problems
        : checkLater(catalog, page, asksForSomething(decision.need) ? decision.need : undefined);
    kept.set(page, { decision, problems: answer });
    void Promise.resolve(answer).then((problems) => {
      if (kept.get(page)?.problems === answer) kept.set(page, { decision, problems });
      // Of a large page there are thousands: what is drawn of them gives way to input.
      if (current) startTransition(() => setLast({ page: page.id, problems }));
    });
    return () => {
      current = false;
    };
  }, [catalog, page, decision, isLarge]);
  if (known && !(known.problems instanceof Promise)) return known.problems;
  if (isLarge) return last?.page === page.id ? last.problems : none;
  const problems = checkPage(catalog, page, asksForSomething(decision.need) ? decision : undefined);
  kept.set(page, { decision, problems });
  return problems;
}
