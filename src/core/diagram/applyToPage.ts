/** Doing a command to a page. Pure: the same page, command and ids give the same page. */
import type { Result } from '../base/result.ts';
import { addParts, duplicateParts, pasteClip } from './addParts.ts';
import type { CommandFailure, PageCommand } from './command.ts';
import { type AppliedToPage, nothing, type Outcome, refuse } from './edit.ts';
import type { IdSource } from './ids.ts';
import { mergeDraft } from './merge.ts';
import { nestParts, reconnectEdge } from './nestParts.ts';
import { orderParts } from './orderParts.ts';
import type { Page } from './page.ts';
import { alignParts, distributeParts, fitGroups, moveParts, placeParts, resizePart } from './placeParts.ts';
import { removeParts } from './removeParts.ts';
import { setFields } from './setFields.ts';
import { faultsOf } from './soundness.ts';

/** Does a command to a page, or refuses it and says why. Whatever the command says, the page that comes out is sound. */
export function applyToPage(page: Page, command: PageCommand, ids: IdSource): Result<AppliedToPage, CommandFailure> {
  switch (command.type) {
    case 'add':
      return addParts(page, command, ids);
    case 'remove':
      return removeParts(page, command.ids, command.content ?? 'remove');
    case 'set':
      return setFields(page, command.ids, command.fields);
    case 'move':
      return moveParts(page, command.ids, command.by, command.boxes);
    case 'resize':
      return resizePart(page, command.id, command.box);
    case 'place':
      return placeParts(page, command.places);
    case 'fit':
      return fitGroups(page, command.ids, command.boxes, command.how);
    case 'reconnect':
      return reconnectEdge(page, command.id, command);
    case 'nest':
      return nestParts(page, command.ids, command.into);
    case 'order':
      return orderParts(page, command.ids, command.to);
    case 'align':
      return alignParts(page, command.ids, command.boxes, command.way);
    case 'distribute':
      return distributeParts(page, command.ids, command.boxes, command.axis);
    case 'duplicate':
      return duplicateParts(page, command.ids, command.by, ids);
    case 'paste':
      return pasteClip(page, command.clip, command.by, command.into, ids);
    case 'merge-draft':
      return mergeIn(page, command.fresh);
  }
}

function mergeIn(page: Page, fresh: Page): Outcome {
  const [fault] = faultsOf(fresh);
  if (fault) return refuse('bad-value', `The new draft is not sound: ${fault.text}`, fault.id);
  const merged = mergeDraft(page, fresh);
  return merged.page === page ? nothing() : { ok: true, value: { page: merged.page, made: merged.added } };
}
