/** Everything that can be done to a document, as plain data. */
import type { Need } from '../decision/need.ts';
import type { PageCommand } from '../diagram/command.ts';
import type { Page } from '../diagram/page.ts';
import type { DecisionSnapshot, SketchDocument } from './document.ts';

/** An edit of one page, or of the document itself. */
export type SingleCommand =
  | (PageCommand & { readonly page: string })
  /** A page more: empty, or holding what `content` holds; at the end, or at a place from 0. */
  | {
      readonly type: 'add-page';
      readonly title: string;
      readonly id?: string;
      readonly content?: Page;
      readonly at?: number;
    }
  /** The last page of a document can't be removed. */
  | { readonly type: 'remove-page'; readonly page: string }
  | { readonly type: 'rename-page'; readonly page: string; readonly title: string }
  | { readonly type: 'duplicate-page'; readonly page: string; readonly title: string }
  /** To a place from 0. */
  | { readonly type: 'move-page'; readonly page: string; readonly to: number }
  | { readonly type: 'set-title'; readonly title: string }
  | { readonly type: 'set-need'; readonly need: Need | null }
  | { readonly type: 'set-decision'; readonly decision: DecisionSnapshot | null };

/** A command; a batch is done as a whole or not at all, and is one step to undo. */
export type Command = SingleCommand | { readonly type: 'batch'; readonly commands: readonly SingleCommand[] };

/** What a command came to. */
export interface Applied {
  readonly document: SketchDocument;
  /** Ids of what it made, in the order of the command: to be selected. */
  readonly made: readonly string[];
}
