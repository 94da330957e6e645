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
  // Two numbers for each, looked up once and not kept in objects: there may be thousands.
  const places = problems.map(({ parts }) => placeOf(parts[0]));
  const rows = Float64Array.from(places, (place) => (place ? Math.floor(place.y / line) : Number.NEGATIVE_INFINITY));
  const columns = Float64Array.from(places, (place) => place?.x ?? 0);
  const at = (numbers: Float64Array, index: number) => numbers[index] ?? 0;
  const inOrder = (one: number, other: number): number => {
    const [above, below] = [at(rows, one), at(rows, other)];
    return above === below ? at(columns, one) - at(columns, other) : above < below ? -1 : 1;
  };
  const byKind = new Map<ProblemKind, number[]>();
  for (const [index, { kind }] of problems.entries()) {
    const known = byKind.get(kind);
    if (known) known.push(index);
    else byKind.set(kind, [index]);
  }
  return [...byKind]
    .map(([kind, indices]) => ({
      kind,
      title: titles[kind],
      problems: indices.sort(inOrder).flatMap((index) => problems[index] ?? []),
    }))
    .sort((one, other) => gravest(one.problems) - gravest(other.problems));
}
