/** Removing, with everything that could not stay. */
import { byCodeUnit } from '../base/order.ts';
import { success } from '../base/result.ts';
import { changedPage, edgesAt, lockedOne, nothing, type Outcome, partsOf, refuseLocked } from './edit.ts';
import { contentOf, findGroup, findPart, type Page } from './page.ts';

/** The ids of the groups among these. */
const groupsAmong = (page: Page, ids: readonly string[]): readonly string[] => ids.filter((id) => findGroup(page, id));

/**
 * Removes parts, the edges that would dangle, and what stands in removed groups; or (`keep`) lets that stand in the next
 * group outside. What a draft made is remembered as dismissed.
 */
export function removeParts(page: Page, ids: readonly string[], content: 'remove' | 'keep'): Outcome {
  const named = partsOf(page, ids);
  if (!named.ok) return named;
  if (named.value.length === 0) return nothing();
  const gone = new Set(ids);
  if (content === 'remove') for (const id of contentOf(page, groupsAmong(page, ids))) gone.add(id);
  for (const { id } of edgesAt(page, gone)) gone.add(id);
  const going = [...gone].flatMap((id) => findPart(page, id) ?? []);
  const locked = lockedOne(going);
  if (locked) return refuseLocked(page, locked);
  const drafted = going.filter(({ record }) => record.origin === 'draft').map(({ record }) => record.id);
  const dismissed = [...new Set([...(page.dismissed ?? []), ...drafted])].sort(byCodeUnit);
  const kept = changedPage(page, { gone, ...(content === 'keep' && freed(page, gone)) });
  return success({ page: drafted.length === 0 ? kept : { ...kept, dismissed }, made: [] });
}

/** What stood in groups that go, in the nearest group outside that stays. */
function freed(page: Page, gone: ReadonlySet<string>) {
  const staying = (group: string | undefined): string | undefined => {
    let at = group;
    while (at !== undefined && gone.has(at)) at = findGroup(page, at)?.parent;
    return at;
  };
  const nodes = Object.values(page.nodes).filter(
    ({ id, group }) => !gone.has(id) && group !== undefined && gone.has(group),
  );
  const groups = Object.values(page.groups).filter(
    ({ id, parent }) => !gone.has(id) && parent !== undefined && gone.has(parent),
  );
  return {
    nodes: nodes.map(({ group, ...node }) => {
      const now = staying(group);
      return now === undefined ? node : { ...node, group: now };
    }),
    groups: groups.map(({ parent, ...group }) => {
      const now = staying(parent);
      return now === undefined ? group : { ...group, parent: now };
    }),
  };
}
