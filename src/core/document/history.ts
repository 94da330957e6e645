/**
 * Undo and redo of everything, one step an edit, without limit. A step keeps only the records that it changed (before and
 * after, the very same objects), so that a step in a document of thousands costs what it touched. All functions are pure.
 */
import { type Result, success } from '../base/result.ts';
import type { CommandFailure } from '../diagram/command.ts';
import type { IdSource } from '../diagram/ids.ts';
import { apply } from './apply.ts';
import { changeBetween, type DocumentChange, isEmptyChange, joinChanges, turnDocument } from './change.ts';
import type { Command } from './command.ts';
import { describeCommand } from './describeCommand.ts';
import type { SketchDocument } from './document.ts';

/** One step that can be undone: what changed, and what it is called ("Move Transcribe"). */
export interface Step {
  readonly change: DocumentChange;
  readonly label: string;
  /** Edits that follow one another with the same key are one step: a drag, a word being typed. */
  readonly gesture?: string;
  readonly earlier?: Step;
}

/** A step that was undone. */
export interface Undone {
  readonly step: Step;
  readonly later?: Undone;
}

/** A document with its past and its undone future. */
export interface History {
  readonly document: SketchDocument;
  readonly past?: Step;
  /** Steps that were undone, the next to redo first. */
  readonly future?: Undone;
  /** The step at which it was last saved; `undefined` inside: before the first one. Absent: never. */
  readonly saved: { readonly step: Step | undefined } | undefined;
}

/** A past that begins with this document. `saved`: whether it is as on disk (opened) or not (new, recovered). */
export const startHistory = (document: SketchDocument, saved = true): History => ({
  document,
  saved: saved ? { step: undefined } : undefined,
});

/** A step to the next document. A gesture goes on in the same step as long as nothing else came between. */
function record(history: History, next: SketchDocument, label: string, gesture?: string): History {
  const change = changeBetween(history.document, next);
  if (isEmptyChange(change)) return history;
  const { past, saved } = history;
  const goesOn = gesture !== undefined && past?.gesture === gesture && history.future === undefined;
  if (!goesOn) {
    const step: Step = { change, label, ...(gesture !== undefined && { gesture }), ...(past && { earlier: past }) };
    return { document: next, past: step, saved };
  }
  const joined = joinChanges(past.change, change);
  // What came back to where it began is no step at all.
  const step = isEmptyChange(joined) ? past.earlier : { ...past, change: joined };
  return { document: next, ...(step && { past: step }), saved };
}

/** Does a command and records it. */
export function perform(
  history: History,
  command: Command,
  ids: IdSource,
  gesture?: string,
): Result<{ readonly history: History; readonly made: readonly string[] }, CommandFailure> {
  const applied = apply(history.document, command, ids);
  if (!applied.ok) return applied;
  const label = describeCommand(history.document, command);
  return success({ history: record(history, applied.value.document, label, gesture), made: applied.value.made });
}

/** One step back; the same history where there is none. */
export function undo(history: History): History {
  const { document, past, future, saved } = history;
  if (past === undefined) return history;
  return {
    document: turnDocument(document, past.change, 'before'),
    ...(past.earlier && { past: past.earlier }),
    future: { step: past, ...(future && { later: future }) },
    saved,
  };
}

/** One step forward again; the same history where there is none. */
export function redo(history: History): History {
  const { document, future, saved } = history;
  if (future === undefined) return history;
  return {
    document: turnDocument(document, future.step.change, 'after'),
    past: future.step,
    ...(future.later && { future: future.later }),
    saved,
  };
}

/** Labels of what undo and redo would do now; undefined where they can do nothing. */
export const undoLabel = (history: History): string | undefined => history.past?.label;
/** What redo would do again, in words; undefined where there is nothing. */
export const redoLabel = (history: History): string | undefined => history.future?.step.label;

/**
 * Remembers that the document is on disk as it was at `at`, an earlier moment of the same history (a save takes its time); by
 * default as it is now. Undo and redo go on as before.
 */
export const markSaved = (history: History, at: History = history): History => ({
  ...history,
  saved: { step: at.past },
});

/** Whether the document differs from what is on disk: steps back to the saved state count as no difference. */
export const isDirty = (history: History): boolean =>
  history.saved === undefined || history.saved.step !== history.past;
