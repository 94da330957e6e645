import type { GroupKind } from '../../core/diagram/diagram.ts';
import { findGroup, findPart, type Page } from '../../core/diagram/page.ts';

/** The boundaries that are worked in, from within outwards: what is selected lies in them, or is the first. */
export function boundariesWorkedIn(page: Page, selection: ReadonlySet<string>): readonly string[] {
  const inner = new Set(
    [...selection].flatMap((id) => {
      const part = findPart(page, id);
      if (part === undefined || part.type === 'edge') return [];
      return [part.type === 'group' ? id : part.record.group];
    }),
  );
  const [first] = inner.size === 1 ? inner : [];
  const found: string[] = [];
  for (let id = first; id !== undefined && !found.includes(id); id = findGroup(page, id)?.parent)
    if (findGroup(page, id)) found.push(id);
  return found;
}

/** How far within others boundaries of AWS stand: a boundary holds those of a greater depth. */
const depths: Readonly<Partial<Record<GroupKind, number>>> = {
  cloud: 0,
  account: 1,
  region: 2,
  vpc: 3,
  zone: 4,
  'scaling-group': 5,
  subnet: 6,
  'public-subnet': 6,
};

/** Whether a boundary of one kind is where a new one of another kind is looked for. */
export function mayHold(holder: GroupKind, kind: GroupKind): boolean {
  if (holder === 'layer' || kind === 'on-premises') return false;
  if (holder === 'custom' || kind === 'custom' || kind === 'layer') return true;
  const [outer, inner] = [depths[holder], depths[kind]];
  return outer !== undefined && inner !== undefined && outer < inner;
}
