/** Looks a page over, as an architect who reviews it would. */
import { byCodeUnit } from '../base/order.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Decision } from '../decision/decision.ts';
import { engineOf } from '../decision/engine.ts';
import type { Page } from '../diagram/page.ts';
import { checkBoundaries } from './boundaryCheck.ts';
import { lookAt } from './checked.ts';
import { checkCompanions } from './companionCheck.ts';
import { checkConnections, checkInputs, checkKinds } from './flowChecks.ts';
import { checkLifecycle } from './lifecycleCheck.ts';
import { checkNeed, checkParts } from './needChecks.ts';
import type { Problem, Severity } from './problem.ts';

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

const checks = [
  checkLifecycle,
  checkNeed,
  checkKinds,
  checkInputs,
  checkCompanions,
  checkConnections,
  checkParts,
  checkBoundaries,
];

/**
 * What is wrong with the page, the gravest first; for the same page, catalogue and decision always the same list. Without a
 * decision, or with one on an empty need, nothing is said of needs.
 */
export function checkPage(catalog: Catalog, page: Page, decision?: Decision): readonly Problem[] {
  const checked = lookAt(engineOf(catalog), page, decision);
  return checks
    .flatMap((check) => check(checked))
    .sort((left, right) => rank[left.severity] - rank[right.severity] || byCodeUnit(left.id, right.id));
}
