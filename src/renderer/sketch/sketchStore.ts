/**
 * The one owner of the document that is being drawn: its history, the page that is shown, what is selected there, and what
 * is being typed or added. Everything else about a sketch is derived from it.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Side } from '../../core/base/geometry.ts';
import type { PageCommand } from '../../core/diagram/command.ts';
import type { IdSource } from '../../core/diagram/ids.ts';
import { findPart, type Page } from '../../core/diagram/page.ts';
import type { Command, SingleCommand } from '../../core/document/command.ts';
import { emptyDocument, findPage, type SketchDocument } from '../../core/document/document.ts';
import { type History, perform, redo, startHistory, undo } from '../../core/document/history.ts';

import type { NewPart, Spot } from './newPart.ts';
import { forgetWays } from './pagePicture.ts';

/** Something is about to be added at a place of the page: which thing, the user is being asked. */
export interface Adding extends Spot {
  /** The node that a connection was drawn from, to be joined with what is added. */
  readonly from?: string;
  /** The side of it at which the connection was begun. */
  readonly leaves?: Side;
  /** The end of an edge that is to lead to what is added. */
  readonly reconnect?: { readonly edge: string; readonly end: 'from' | 'to' };
}

/** The document that is drawn, and what is being done to it. */
export interface SketchState {
  /** Counts the documents that were opened, so that others can tell the next one from an edit of the present one. */
  readonly opening: number;
  readonly history: History;
  /** Id of the page that is shown. */
  readonly page: string;
  /** Ids of nodes, groups and edges of the page. */
  readonly selection: ReadonlySet<string>;
  /** The thing whose words are being typed on the canvas. */
  readonly renaming: string | undefined;
  readonly adding: Adding | undefined;
  /** The document came from the need alone, and is drawn anew with every change of it until a hand changes something. */
  readonly following: boolean;
  /** Counts the layouts of the page: what one has put out of sight is brought back into view. */
  readonly laidOut: number;
  /** Puts a new part where the user is looking; nothing where the page is not on screen. Set by the view. */
  readonly placePart: (part: NewPart) => readonly string[] | undefined;
  /** Gives a part the keyboard's focus, once it is drawn; of a line, where it begins. Set by the view. */
  readonly focusPart: (id: string) => void;
}

/** All that can be done to the document; each edit is one step of undo. */
export interface SketchActions {
  /** Shows another document, with a past of its own. `saved`: it is as on disk. */
  open(document: SketchDocument, options?: { readonly saved?: boolean; readonly following?: boolean }): void;
  /** Does a command and gives the ids of what it made; nothing where it was refused, which the user is told. */
  perform(command: Command, gesture?: string): readonly string[] | undefined;
  /** Does edits of the page that is shown, as one step. */
  edit(...commands: readonly PageCommand[]): readonly string[] | undefined;
  /** Takes note that the last edit was a layout. */
  countLayout(): void;
  undo(): void;
  redo(): void;
  setHistory(change: (history: History) => History): void;
  showPage(page: string): void;
  select(ids: Iterable<string>): void;
  rename(id: string | undefined): void;
  add(adding: Adding | undefined): void;
}

/** The store that owns the sketch. */
export type SketchStore = StoreApi<SketchState & SketchActions>;

/** The page that is shown. */
export function shownPage({ history: { document }, page }: Pick<SketchState, 'history' | 'page'>): Page {
  const found = findPage(document, page) ?? findPage(document, document.pageOrder[0] ?? '');
  if (!found) throw new Error('A document has at least one page.');
  return found;
}

/** A store with an empty document. `refused` is told why a command could not be done, as a sentence. */
export function createSketchStore(ids: IdSource, refused: (message: string) => void): SketchStore {
  return createStore((set, get) => {
    /** After a step: a page that is gone is shown no more, and what is gone is selected no more. */
    const settle = (history: History): Partial<SketchState> => {
      const { document } = history;
      const page = findPage(document, get().page) ?? findPage(document, document.pageOrder[0] ?? '');
      const selection = [...get().selection].filter((id) => page && findPart(page, id));
      return {
        history,
        page: page?.id ?? get().page,
        ...(selection.length === get().selection.size ? {} : { selection: new Set(selection) }),
        renaming: undefined,
      };
    };
    return {
      opening: 0,
      history: startHistory(emptyDocument('sketch', 'Untitled'), false),
      page: 'page-1',
      selection: new Set(),
      renaming: undefined,
      adding: undefined,
      following: true,
      laidOut: 0,
      placePart: () => undefined,
      focusPart: () => {},

      open: (document, { saved = false, following = false } = {}) => {
        forgetWays();
        set(({ opening }) => ({
          opening: opening + 1,
          // A draft is not the user's yet: back at its start there is nothing to lose.
          history: startHistory(document, saved || following),
          page: document.pageOrder[0] ?? '',
          selection: new Set(),
          renaming: undefined,
          adding: undefined,
          following,
        }));
      },
      perform: (command, gesture) => {
        const done = perform(get().history, command, ids, gesture);
        if (!done.ok) {
          if (done.error.kind !== 'nothing') refused(done.error.message);
          return undefined;
        }
        set({ ...settle(done.value.history), following: false });
        return done.value.made;
      },
      edit: (...commands) => {
        const { page } = get();
        const [only, ...more] = commands.map((command): SingleCommand => ({ ...command, page }));
        if (!only) return undefined;
        return get().perform(more.length === 0 ? only : { type: 'batch', commands: [only, ...more] });
      },
      countLayout: () => set(({ laidOut }) => ({ laidOut: laidOut + 1 })),
      undo: () => set(settle(undo(get().history))),
      redo: () => set(settle(redo(get().history))),
      setHistory: (change) => set(settle(change(get().history))),
      showPage: (page) => set({ page, selection: new Set(), renaming: undefined, adding: undefined }),
      select: (selected) => set({ selection: new Set(selected), renaming: undefined }),
      rename: (renaming) => set({ renaming }),
      add: (adding) => set({ adding }),
    };
  });
}
