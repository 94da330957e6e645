/** Whether a page keeps what every page promises, and what is wrong where it does not. */
import { deepestNesting } from './bounds.ts';
import { isId } from './ids.ts';
import { findGroup, findNode, type Page } from './page.ts';

/** Something that must not be. */
export interface Fault {
  readonly id: string;
  readonly kind: 'bad-id' | 'lost-end' | 'lost-group' | 'own-end' | 'cycle' | 'too-deep';
  readonly text: string;
}

/** Depth of every group of a page: 1 at the outside. Groups in a cycle have `Infinity`. In time with the groups. */
export function nestings(page: Page): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  for (const id of Object.keys(page.groups)) {
    const chain: string[] = [];
    const onChain = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !known.has(at) && !onChain.has(at)) {
      chain.push(at);
      onChain.add(at);
      at = findGroup(page, at)?.parent;
    }
    let depth = at === undefined ? 0 : onChain.has(at) ? Number.POSITIVE_INFINITY : (known.get(at) ?? 0);
    for (const link of chain.reverse()) {
      depth += 1;
      known.set(link, depth);
    }
  }
  return known;
}

/** What a part is called in a sentence; one without a name goes by its id. */
const calledOr = (id: string, label: string): string => `“${label.trim() || id}”`;

/** Everything that is wrong with a page; nothing where it is sound. */
export function faultsOf(page: Page): readonly Fault[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const checkId = (key: string, id: string): void => {
    if (!isId(id) || key !== id) faults.push({ id: key, kind: 'bad-id', text: `"${key}" is no id, or not its own` });
    if (seen.has(id)) faults.push({ id, kind: 'bad-id', text: `The id "${id}" is there twice` });
    seen.add(id);
  };
  for (const [key, { id, group, label }] of Object.entries(page.nodes)) {
    checkId(key, id);
    if (group !== undefined && !findGroup(page, group))
      faults.push({
        id: key,
        kind: 'lost-group',
        text: `${calledOr(key, label)} stands in a group that is not there`,
      });
  }
  const depths = nestings(page);
  for (const [key, { id, parent, label }] of Object.entries(page.groups)) {
    checkId(key, id);
    const depth = depths.get(key) ?? 1;
    if (parent !== undefined && !findGroup(page, parent))
      faults.push({
        id: key,
        kind: 'lost-group',
        text: `${calledOr(key, label)} stands in a group that is not there`,
      });
    else if (depth === Number.POSITIVE_INFINITY)
      faults.push({ id: key, kind: 'cycle', text: `${calledOr(key, label)} stands in itself` });
    else if (depth > deepestNesting)
      faults.push({
        id: key,
        kind: 'too-deep',
        text: `${calledOr(key, label)} stands in more than ${deepestNesting - 1} groups`,
      });
  }
  for (const [key, { id, from, to }] of Object.entries(page.edges)) {
    checkId(key, id);
    const lost = [from, to].filter((end) => !findNode(page, end) && !findGroup(page, end));
    if (lost.length > 0)
      faults.push({ id: key, kind: 'lost-end', text: `The edge "${key}" leads to "${lost[0]}", which is not there` });
    else if (from === to) faults.push({ id: key, kind: 'own-end', text: `The edge "${key}" leads back to its start` });
  }
  return faults;
}
