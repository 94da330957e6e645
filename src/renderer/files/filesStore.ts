/**
 * The one owner of the place of the document: which file it is in, what is asked about it, and every opening and saving. The
 * document itself belongs to the sketch store. Saves and openings go one after the other; each save writes the document as it is when
 * its turn comes, so the latest wins.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Result } from '../../core/base/result.ts';
import type { Need } from '../../core/decision/need.ts';
import { emptyDocument, type SketchDocument } from '../../core/document/document.ts';
import { markSaved } from '../../core/document/history.ts';
import { type OpeningFailure, tooLargeToSave } from '../../core/document/saving.ts';
import { writeDocument } from '../../core/document/writeDocument.ts';
import type { DocumentFile, OpenedDocument, Platform, PlatformFailure, SaveMode } from '../../platform/port.ts';
import { inSlices } from '../app/inSlices.ts';
import { nextTask } from '../app/nextTask.ts';
import { asShown, forgetWays } from '../sketch/pagePicture.ts';
import type { SketchStore } from '../sketch/sketchStore.ts';
import type { Notice } from '../state/windowState.ts';
import { appName } from './appName.ts';
import { fileNameOf, shortName } from './fileName.ts';
import { openBytes, openingBytes } from './openBytes.ts';
import { isUnsaved } from './unsaved.ts';

/** What only the user can answer. */
export type FileQuestion =
  /** Another document would take the place of one that is not saved. */
  | { readonly kind: 'unsaved'; readonly name: string; readonly proceed: () => Promise<void> }
  /** Another program wrote the file meanwhile. */
  | { readonly kind: 'changed'; readonly file: DocumentFile }
  | { readonly kind: 'not-opened'; readonly name: string; readonly failure: OpeningFailure };

/** A sketch that is in no file and not shown: left by a crash, or by another that took its place. It is kept until it is thrown away. */
export interface KeptSketch {
  /** Id of the backup that holds it. */
  readonly id: string;
  readonly document: SketchDocument;
  /** How many things of it could not be read. */
  readonly lostCount: number;
}

export interface FilesState {
  /** The file that the document was opened from or saved to; undefined: none yet. */
  readonly file: DocumentFile | undefined;
  readonly question: FileQuestion | undefined;
  readonly recent: readonly DocumentFile[];
  /** What waits for the user to open it again, the newest first. */
  readonly kept: readonly KeptSketch[];
  /** A file is being read or written. */
  readonly busy: boolean;
}

export interface FilesActions {
  newFromNeed(): Promise<void>;
  newEmpty(): Promise<void>;
  /**
   * Puts a document that can be had again at any time, such as a template, in the place of the present one. What is not saved is kept and
   * can be opened again; only where that fails is the user asked first. `replaced` is told how to take it back.
   */
  replace(document: SketchDocument, replaced?: (takeBack: () => void) => void): Promise<void>;
  /** Opens a kept sketch as one that is not saved; what it takes the place of is kept in its stead. */
  openKept(id: string): Promise<void>;
  throwAwayKept(id: string): Promise<void>;
  /** Offers what a crash left behind. */
  offerKept(kept: readonly KeptSketch[]): void;
  open(): Promise<void>;
  openRecent(file: DocumentFile): Promise<void>;
  /** A file that was dropped on the window: its content, but not its place. */
  openDropped(name: string, bytes: Uint8Array): Promise<void>;
  /** Whether it is on disk now. */
  save(mode?: SaveMode): Promise<boolean>;
  saveAs(): Promise<boolean>;
  /** Reads the file again; what was changed here is gone. */
  reload(): Promise<void>;
  /** Opens what is left of a damaged file, as a copy that is not saved. */
  openSalvaged(document: SketchDocument): void;
  closeQuestion(): void;
  refreshRecent(): Promise<void>;
  /** Looks whether another program wrote the file, and tells the user, once for each change. */
  lookOutside(): Promise<void>;
}

export type FilesStore = StoreApi<FilesState & FilesActions>;

/** What files need of the rest of the window. */
export interface FilesContext {
  readonly platform: Platform;
  /** Id under which the window keeps what is not saved, a UUID. */
  readonly backupId: string;
  readonly sketch: SketchStore;
  notify(notice: Omit<Notice, 'id'>): void;
  /** Shows the sketch. */
  show(): void;
  /** Takes over the need of a document that was opened. */
  takeNeed(need: Need): void;
}

const encoder = new TextEncoder();

/** Bytes of a file from which on it is read in slices, so that frames and input come in between. */
const largeFile = 50_000;

const openInSlices = async (bytes: Uint8Array): Promise<ReturnType<typeof openBytes>> =>
  bytes.length < largeFile ? openBytes(bytes) : inSlices(openingBytes(bytes));

export function createFilesStore({ platform, backupId, sketch, notify, show, takeNeed }: FilesContext): FilesStore {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return createStore((set, get) => {
    const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
      waiting += 1;
      set({ busy: true });
      const turn = last.then(work).finally(() => {
        waiting -= 1;
        if (waiting === 0) set({ busy: false });
      });
      last = turn.catch(() => undefined);
      return turn;
    };
    const tell = (failure: PlatformFailure, action?: Notice['action']): void => {
      if (failure.kind === 'cancelled') return;
      notify({ tone: 'danger', text: failure.message, detail: failure.remedy, ...(action && { action }) });
    };
    const documentName = (): string => {
      const { file } = get();
      return file ? shortName(file.name) : sketch.getState().history.document.title;
    };

    /** Which opening of the sketch the file belongs to; whoever opens a document without us leaves it without a file. */
    let ours = sketch.getState().opening;
    let toldOfChange = false;
    const setFile = (file: DocumentFile | undefined): void => {
      const { file: before } = get();
      if (before && before.token !== file?.token) void platform.closeDocument(before.token);
      toldOfChange = false;
      set({ file });
    };
    sketch.subscribe(({ opening }) => {
      if (opening === ours) return;
      ours = opening;
      if (get().file) setFile(undefined);
    });
    const put = (
      document: SketchDocument,
      file: DocumentFile | undefined,
      options: { readonly saved?: boolean; readonly following?: boolean },
    ): void => {
      ours = sketch.getState().opening + 1;
      sketch.getState().open(document, options);
      setFile(file);
      set({ question: undefined });
      show();
    };

    /** Asks first where something would be lost. */
    const unlessUnsaved = async (proceed: () => Promise<void>): Promise<void> => {
      if (isUnsaved(sketch.getState())) set({ question: { kind: 'unsaved', name: documentName(), proceed } });
      else await proceed();
    };

    /** Keeps the present sketch, where it is in no file; whether nothing is lost now if another takes its place. */
    const setAside = async (): Promise<boolean> => {
      if (!isUnsaved(sketch.getState())) return true;
      const document = asShown(sketch.getState().history.document);
      const id = crypto.randomUUID();
      const done = await platform.keepBackup({ id, text: writeDocument(document, appName) });
      if (!done.ok) return false;
      set(({ kept }) => ({ kept: [{ id, document, lostCount: 0 }, ...kept] }));
      return true;
    };
    /** Goes on once what is shown is kept; where it can't be, the user is asked. */
    const settingAside = async (proceed: () => Promise<void>): Promise<void> => {
      if (await setAside()) await proceed();
      else await unlessUnsaved(proceed);
    };
    const forget = async (id: string): Promise<void> => {
      set(({ kept }) => ({ kept: kept.filter((each) => each.id !== id) }));
      await platform.dropBackup(id);
    };
    /** How to put back what is shown now: its past, its page and its file. */
    const wayBack = (): (() => Promise<void>) => {
      const { history: left, page, following } = sketch.getState();
      const history = { ...left, document: asShown(left.document) };
      const { file, kept } = get();
      // It was kept just now, if it was not saved.
      const [again] = isUnsaved(sketch.getState()) ? kept : [];
      return async () => {
        forgetWays();
        ours = sketch.getState().opening + 1;
        sketch.setState({
          opening: ours,
          history,
          page,
          following,
          selection: new Set(),
          renaming: undefined,
          adding: undefined,
        });
        setFile(file);
        if (again) await forget(again.id);
      };
    };

    const takeOpened = async (opened: Result<OpenedDocument, PlatformFailure>): Promise<void> => {
      if (!opened.ok) return tell(opened.error);
      const { bytes, elsewhere, token, name, where } = opened.value;
      const read = await openInSlices(bytes);
      if (!read.ok) {
        if (token !== get().file?.token) void platform.closeDocument(token);
        return set({ question: { kind: 'not-opened', name, failure: read.error } });
      }
      const { document, from } = read.value;
      await nextTask();
      put(document, { token, name, where }, { saved: true });
      if (document.need) takeNeed(document.need);
      if (elsewhere)
        notify({
          tone: 'neutral',
          text: `${name} is open in another window, too.`,
          detail: 'Whoever saves second is told, and nothing is overwritten in silence.',
        });
      if (from !== undefined)
        notify({ tone: 'neutral', text: `${name} was written by an older Lodestack. Saving brings it up to date.` });
      await get().refreshRecent();
    };

    /** Writes the document as it is when its turn comes. */
    const write = (asks: boolean, mode: SaveMode): Promise<boolean> =>
      inTurn(async () => {
        const { history, opening } = sketch.getState();
        const { file } = get();
        const text = writeDocument(asShown(history.document), appName);
        const tooLarge = tooLargeToSave(text);
        if (tooLarge !== undefined) {
          notify({ tone: 'danger', text: tooLarge });
          return false;
        }
        const bytes = encoder.encode(text);
        const saved =
          file === undefined || asks
            ? await platform.saveDocumentAs(fileNameOf(file ? shortName(file.name) : history.document.title), bytes)
            : await platform.saveDocument(file.token, bytes, mode);
        if (!saved.ok) {
          if (saved.error.kind === 'changed' && file) set({ question: { kind: 'changed', file } });
          else tell(saved.error, { label: 'Save as…', run: () => void get().saveAs() });
          return false;
        }
        if (sketch.getState().opening !== opening) {
          // Another document has come meanwhile; this one is on disk all the same.
          if (saved.value.token !== get().file?.token) void platform.closeDocument(saved.value.token);
          return true;
        }
        setFile(saved.value);
        // What has a place of its own is not drawn anew by the need any more.
        sketch.setState(({ history: now }) => ({ history: markSaved(now, history), following: false }));
        await get().refreshRecent();
        return true;
      });

    return {
      file: undefined,
      question: undefined,
      recent: [],
      kept: [],
      busy: false,

      newFromNeed: () =>
        unlessUnsaved(async () => put(emptyDocument('sketch', 'Untitled'), undefined, { following: true })),
      newEmpty: () => unlessUnsaved(async () => put(emptyDocument('sketch', 'Untitled'), undefined, {})),
      replace: async (document, replaced) => {
        await settingAside(async () => {
          const back = wayBack();
          // There is nothing to lose in it until a hand changes something.
          put(document, undefined, { saved: true });
          replaced?.(() => void settingAside(back));
        });
      },
      openKept: async (id) => {
        const chosen = get().kept.find((each) => each.id === id);
        if (!chosen) return;
        await settingAside(async () => {
          put(chosen.document, undefined, { saved: false });
          if (chosen.document.need) takeNeed(chosen.document.need);
          // First the new one, then away with the old one: there is no moment without.
          const done = await platform.keepBackup({ id: backupId, text: writeDocument(chosen.document, appName) });
          if (done.ok) await forget(id);
        });
      },
      throwAwayKept: async (id) => {
        const thrown = get().kept.find((each) => each.id === id);
        if (!thrown) return;
        await forget(id);
        const bringBack = async () => {
          await platform.keepBackup({ id, text: writeDocument(thrown.document, appName) });
          set(({ kept }) => ({ kept: [thrown, ...kept] }));
        };
        notify({
          tone: 'neutral',
          text: `“${thrown.document.title}” was thrown away.`,
          action: { label: 'Undo', run: () => void bringBack() },
        });
      },
      offerKept: (left) => set(({ kept }) => ({ kept: [...kept, ...left] })),
      open: () =>
        unlessUnsaved(async () => {
          // The chooser is no work of ours: saves go on while it is open.
          const opened = await platform.openDocument();
          await inTurn(() => takeOpened(opened));
        }),
      openRecent: (file) =>
        unlessUnsaved(() => inTurn(async () => takeOpened(await platform.reopenDocument(file.token)))),
      openDropped: (name, bytes) =>
        unlessUnsaved(async () => {
          const read = await openInSlices(bytes);
          if (!read.ok) return set({ question: { kind: 'not-opened', name, failure: read.error } });
          put(read.value.document, undefined, { saved: true });
          if (read.value.document.need) takeNeed(read.value.document.need);
        }),
      save: (mode = 'unless-changed') => write(false, mode),
      saveAs: () => write(true, 'overwrite'),
      reload: () =>
        inTurn(async () => {
          const { file } = get();
          if (file) await takeOpened(await platform.reopenDocument(file.token));
        }),
      openSalvaged: (document) => put(document, undefined, { saved: false }),
      closeQuestion: () => set({ question: undefined }),
      refreshRecent: async () => {
        const recent = await platform.recentDocuments();
        if (recent.ok) set({ recent: recent.value });
      },
      lookOutside: async () => {
        const { file, question } = get();
        if (!file || question || toldOfChange) return;
        const changed = await inTurn(() => platform.documentChanged(file.token));
        if (!changed.ok || !changed.value || get().file?.token !== file.token || toldOfChange) return;
        toldOfChange = true;
        notify({
          tone: 'neutral',
          text: `${file.name} was changed by another program.`,
          action: isUnsaved(sketch.getState())
            ? { label: 'Decide…', run: () => set({ question: { kind: 'changed', file } }) }
            : { label: 'Reload', run: () => void get().reload() },
        });
      },
    };
  });
}
