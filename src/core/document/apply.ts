/** Doing a command to a document. */
import { failure, type Result } from '../base/result.ts';
import type { CommandFailure } from '../diagram/command.ts';
import type { IdSource } from '../diagram/ids.ts';
import type { Applied, Command } from './command.ts';
import type { SketchDocument } from './document.ts';

/** Does a command, or refuses it and says why; then nothing has changed. Pure. */
export function apply(_document: SketchDocument, command: Command, _ids: IdSource): Result<Applied, CommandFailure> {
  return failure({ kind: 'not-applicable', message: `"${command.type}" is not built yet` });
}

/** What a command does, in a few words with names, for the undo button and for announcements: "Move Transcribe". */
export function describeCommand(_document: SketchDocument, command: Command): string {
  return command.type;
}
