/** What may change a decision, as parts of its record: the lifecycles of what it names, other preferences, other constraints. */
import type { Catalog } from '../catalog/catalog.ts';
import { lifecycleSentence } from '../decision/constraints.ts';
import type { Exclusion } from '../decision/decision.ts';
import { type Firmness, sensitivity } from '../sensitivity/sensitivity.ts';
import { plainMarkdown } from './markdown.ts';
import { bullets, joined, marks, nameOf, type Page, sentence } from './recordPage.ts';

/**
 * How it stands with everything that was chosen, capability by capability, and with whatever else was considered and is not open
 * to all: since when, as of which day that is known, what to use instead, and who says so.
 */
export function lifecycleOf(page: Page): string {
  const { index, decision, chosen } = page;
  const supporting = decision.architecture.stages.filter(({ role }) => role === 'supporting').map(({ id }) => id);
  const used = [...chosen.flatMap(({ id, via }) => [id, ...via]), ...supporting];
  const considered = [
    ...decision.recommendations.flatMap(({ id, via }) => [id, ...via]),
    ...decision.excluded.map(({ id }) => id),
  ];
  const ailing = considered.filter((id) => (index.entries.get(id)?.lifecycle.status ?? 'active') !== 'active');
  return bullets([...new Set([...used, ...ailing])].flatMap((id) => lifecycleLine(page, id)));
}

function lifecycleLine(page: Page, id: string): string[] {
  const entry = page.index.entries.get(id);
  if (!entry) return [];
  const { asOf, successors, sources } = entry.lifecycle;
  const instead = successors.length === 0 ? '' : ` Instead: ${joined(successors.map((each) => nameOf(page, each)))}.`;
  const cited = marks(page, { sources, judgement: false });
  return [`**${nameOf(page, id)}**: ${plainMarkdown(lifecycleSentence(entry))}${instead} Known as of ${asOf}.${cited}`];
}

/** One sentence for the whole and, where there are several services, one for each. */
function firmness(page: Page, catalog: Catalog): string {
  if (page.chosen.length === 0) return '';
  const { whole, services, samples } = sensitivity(catalog, page.decision.need);
  const says = ({ sentence: words }: Firmness): string => plainMarkdown(words);
  const share =
    whole.share.holds === 1
      ? ''
      : ` ${Math.round(whole.share.holds * 100)} % of ${samples} mixes of weights that were tried leave it as it is.`;
  const each = services.length < 2 ? [] : services.map((one) => `**${nameOf(page, one.service)}**: ${says(one)}`);
  return [`Other preferences: ${says(whole)}${share}`, ...(each.length === 0 ? [] : [bullets(each)])].join('\n\n');
}

/** How firmly it stands against other preferences, and what would bring back what was ruled out. */
export function changesOf(page: Page, catalog: Catalog): string {
  const ruledOut = bullets(
    page.decision.excluded.map((exclusion) => {
      const { id, successor, change } = exclusion;
      const instead = successor === undefined ? '' : ` Instead: ${nameOf(page, successor)}.`;
      const back = change === undefined ? '' : ` To change it: ${sentence(plainMarkdown(change))}`;
      return `**${nameOf(page, id)}**: ${reasonOf(page, exclusion)}${instead}${back}`;
    }),
  );
  const parts = [
    firmness(page, catalog),
    ruledOut === '' ? '' : `Ruled out, and what would bring it back:\n\n${ruledOut}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Why something was ruled out, without the name that stands before it anyway, and with the lifecycle's sources. */
function reasonOf(page: Page, { id, reason, constraint }: Exclusion): string {
  const { entries } = page.index;
  const entry = entries.get(id);
  const why = entry && reason.startsWith(`${entry.name}: `) ? reason.slice(entry.name.length + 2) : reason;
  // A capability falls with its service.
  const closed = [entry, entries.get(entry?.partOf ?? '')].find((each) => each && each.lifecycle.status !== 'active');
  const sources = constraint === 'lifecycle' ? (closed?.lifecycle.sources ?? []) : [];
  return `${sentence(plainMarkdown(why))}${marks(page, { sources, judgement: false })}`;
}
