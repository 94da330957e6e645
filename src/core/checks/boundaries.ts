/** The boundaries of AWS on a page: what stands in them, and where a new part belongs. */
import type { Entry } from '../catalog/entry.ts';
import type { Offering } from '../decision/engine.ts';
import type { DiagramEdge, DiagramGroup, DiagramNode, GroupKind } from '../diagram/diagram.ts';
import { findGroup, findNode, inOrder, type Page } from '../diagram/page.ts';

/** Boundaries around all that AWS runs: where one is drawn, a service beside it looks like somebody else's. */
const wholes: ReadonlySet<GroupKind> = new Set(['cloud', 'account']);

/** Boundaries that may stand outside and hold a service for a reason that the page alone cannot tell. */
const elsewhere: ReadonlySet<GroupKind> = new Set(['on-premises', 'custom']);

const kindsThatRun: ReadonlySet<Entry['kind']> = new Set(['service', 'capability', 'context', 'part']);

/** Whether it runs in AWS and nowhere else: not a sign for people or devices, nor what may run on a machine of one's own. */
export function isOfAws(entry: Entry, offerings: readonly Offering[]): boolean {
  if (entry.outside === true || offerings.some(({ offer }) => offer.places.includes('edge'))) return false;
  return entry.kind === 'compute' || (kindsThatRun.has(entry.kind) && entry.management !== 'own-infrastructure');
}

/** The groups around what stands in a group, from within outwards. */
export function groupsAround(page: Page, group: string | undefined): readonly DiagramGroup[] {
  const found: DiagramGroup[] = [];
  let next = findGroup(page, group ?? '');
  while (next && !found.includes(next)) {
    found.push(next);
    next = findGroup(page, next.parent ?? '');
  }
  return found;
}

/** Whether what stands in a group stands within AWS: a layer of the stack alone is no boundary of it. */
const isInAws = (page: Page, group: string | undefined): boolean =>
  groupsAround(page, group).some(({ kind }) => kind !== 'layer' && !elsewhere.has(kind));

/** Whether what stands in a group is within AWS, or outside on purpose as far as the page tells. */
export const isPlaced = (page: Page, group: string | undefined): boolean =>
  isInAws(page, group) || groupsAround(page, group).some(({ kind }) => elsewhere.has(kind));

/** The outermost boundary of AWS in which most of the neighbours of a part stand, else the first; none where the page has none. */
export function homeOf(
  page: Page,
  edges: readonly DiagramEdge[],
  { id }: Pick<DiagramNode, 'id'>,
): DiagramGroup | undefined {
  const roots = inOrder(page.groups).filter(({ kind, parent }) => wholes.has(kind) && !isInAws(page, parent));
  const joined = edges.map(({ from, to }) => findNode(page, from === id ? to : from)?.group);
  const count = (root: DiagramGroup): number =>
    joined.filter((group) => groupsAround(page, group).includes(root)).length;
  return roots.toSorted((one, other) => count(other) - count(one))[0];
}
