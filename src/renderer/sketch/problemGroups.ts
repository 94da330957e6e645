import type { Problem, ProblemKind, Severity } from '../../core/checks/problem.ts';
import { findEdge, findGroup, findNode, type Page } from '../../core/diagram/page.ts';

/** Problems of one kind, in the order in which the page is read. */
export interface ProblemGroup {
  readonly kind: ProblemKind;
  readonly title: string;
  readonly problems: readonly Problem[];
}

const titles: Readonly<Record<ProblemKind, string>> = {
  lifecycle: 'Retired, closed or ending',
  'kinds-do-not-meet': 'What flows does not fit',
  'no-input': 'Nothing to work on',
  'missing-companion': 'Something beside it is missing',
  unconnected: 'Joined to nothing',
  'need-not-covered': 'Asked for, and nothing does it',
  'covers-no-need': 'Does nothing that was asked for',
  'outside-boundary': 'Outside of its boundary',
};

const severities: readonly Severity[] = ['error', 'warning', 'hint'];
const gravest = (problems: readonly Problem[]): number =>
  Math.min(...problems.map(({ severity }) => severities.indexOf(severity)));

/** Lines of reading: what stands within so many px of height is read from left to right. */
const line = 120;

/** Problems by kind, the gravest kind first, each from the top left of the page to the bottom right; those of the whole page lead. */
export function problemGroups(problems: readonly Problem[], page: Page): readonly ProblemGroup[] {
  const placeOf = (id: string | undefined) => {
    const at = id === undefined ? undefined : (findNode(page, id) ?? findGroup(page, id));
    return at?.position ?? findNode(page, findEdge(page, id ?? '')?.from ?? '')?.position;
  };
  const rank = ({ parts }: Problem): readonly [number, number] => {
    const place = placeOf(parts[0]);
    return place ? [Math.floor(place.y / line), place.x] : [Number.NEGATIVE_INFINITY, 0];
  };
  const kinds = [...new Set(problems.map(({ kind }) => kind))];
  return kinds
    .map((kind) => ({
      kind,
      title: titles[kind],
      problems: problems
        .filter((problem) => problem.kind === kind)
        .map((problem) => ({ problem, at: rank(problem) }))
        .sort((one, other) => (one.at[0] === other.at[0] ? one.at[1] - other.at[1] : one.at[0] < other.at[0] ? -1 : 1))
        .map(({ problem }) => problem),
    }))
    .sort((one, other) => gravest(one.problems) - gravest(other.problems));
}
