/** Putting things into groups and taking them out, and leading edges elsewhere. */
import { capitalized } from '../base/words.ts';
import { deepestNesting } from './bounds.ts';
import type { DiagramGroup, DiagramNode } from './diagram.ts';
import {
  byHand,
  changedPage,
  done,
  isEnd,
  lockedOne,
  nameOf,
  type Outcome,
  partsOf,
  refuse,
  refuseLocked,
} from './edit.ts';
import { findGroup, type Page } from './page.ts';
import { nestings } from './soundness.ts';

/** Puts nodes and groups into a group, or out of all. Edges that are named with them stay as they are. */
export function nestParts(page: Page, ids: readonly string[], into: string | null): Outcome {
  const named = partsOf(page, ids);
  if (!named.ok) return named;
  const locked = lockedOne(named.value.filter(({ type }) => type !== 'edge'));
  if (locked) return refuseLocked(page, locked);
  const holder = into === null ? undefined : findGroup(page, into);
  if (into !== null && !holder) return refuse('unknown', `No group on this page has the id "${into}"`, into);
  const nodes: DiagramNode[] = [];
  const groups: DiagramGroup[] = [];
  for (const part of named.value) {
    if (part.type === 'node' && part.record.group !== holder?.id) {
      const { group, ...free } = part.record;
      nodes.push(byHand(holder ? { ...free, group: holder.id } : free, ['group']));
    }
    if (part.type === 'group' && part.record.parent !== holder?.id) {
      const { parent, ...free } = part.record;
      groups.push(byHand(holder ? { ...free, parent: holder.id } : free, ['parent']));
    }
  }
  const next = changedPage(page, { nodes, groups });
  if (groups.length === 0 || !holder) return done(page, { nodes, groups });
  const depths = [...nestings(next).values()];
  if (depths.some((depth) => depth === Number.POSITIVE_INFINITY))
    return refuse('cycle', `“${holder.label}” stands in what would be put into it`, holder.id);
  if (depths.some((depth) => depth > deepestNesting))
    return refuse('too-many', `Groups can stand in each other ${deepestNesting} deep and no deeper`, holder.id);
  return done(page, { nodes, groups });
}

/** Leads the ends of an edge elsewhere. */
export function reconnectEdge(page: Page, id: string, ends: { readonly from?: string; readonly to?: string }): Outcome {
  const named = partsOf(page, [id]);
  if (!named.ok) return named;
  const [part] = named.value;
  if (part?.type !== 'edge') return refuse('not-applicable', 'Only a line has ends', id);
  if (part.record.locked) return refuseLocked(page, part);
  const { from = part.record.from, to = part.record.to } = ends;
  const lost = [from, to].find((end) => !isEnd(page, end));
  if (lost !== undefined) return refuse('unknown', `No node or group on this page has the id "${lost}"`, lost);
  if (from === to) return refuse('cycle', `${capitalized(nameOf(page, part))} can't lead back to its own start`, id);
  const fields = [...(from === part.record.from ? [] : ['from']), ...(to === part.record.to ? [] : ['to'])];
  // Where it left its old start says nothing of a new one.
  const { leaves, ...rest } = part.record;
  const edge = from === part.record.from ? part.record : rest;
  return done(page, { edges: fields.length === 0 ? [] : [byHand({ ...edge, from, to }, fields)] });
}
