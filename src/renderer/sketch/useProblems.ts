import { checkPage } from '../../core/checks/checkPage.ts';
import type { Problem } from '../../core/checks/problem.ts';
import type { Decision } from '../../core/decision/decision.ts';
import type { Page } from '../../core/diagram/page.ts';
import { useDecisionLater, useServices } from '../app/services.ts';
import { asksForSomething } from '../state/emptyNeed.ts';

const kept = new WeakMap<Page, { readonly decision: Decision; readonly problems: readonly Problem[] }>();

/** What the checks say of a page, made once for each page and decision. */
export function useProblems(page: Page): readonly Problem[] {
  const { catalog } = useServices();
  const decision = useDecisionLater();
  const known = kept.get(page);
  if (known?.decision === decision) return known.problems;
  const problems = checkPage(catalog, page, asksForSomething(decision.need) ? decision : undefined);
  kept.set(page, { decision, problems });
  return problems;
}
