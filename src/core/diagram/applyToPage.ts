/** Doing a command to a page. Pure: the same page, command and ids give the same page. */
import { failure, type Result } from '../base/result.ts';
import type { CommandFailure, PageCommand } from './command.ts';
import type { IdSource } from './ids.ts';
import type { Page } from './page.ts';

/** A page after a command, and the ids of what it made. */
export interface AppliedToPage {
  readonly page: Page;
  readonly made: readonly string[];
}

/** Does a command to a page, or refuses it and says why. Whatever the command says, the page that comes out is sound. */
export function applyToPage(_page: Page, command: PageCommand, _ids: IdSource): Result<AppliedToPage, CommandFailure> {
  return failure({ kind: 'not-applicable', message: `"${command.type}" is not built yet` });
}
