/** What there is to know and to do about the place of the document. */
import type { StoreApi } from 'zustand/vanilla';
import type { SketchDocument } from '../../core/document/document.ts';
import type { OpeningFailure } from '../../core/document/saving.ts';
import type { DocumentFile, Platform, SaveMode } from '../../platform/port.ts';
import type { SketchStore } from '../sketch/sketchStore.ts';
import type { Notice } from '../state/windowState.ts';

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

/** Where the document is, and what is asked about it. */
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

/** What can be done about it. */
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
  /** Takes up what a crash left behind as a sketch that is not saved; the user goes on looking at what is shown. */
  openRecovered(document: SketchDocument): void;
  /** Offers what else a crash left behind. */
  offerKept(kept: readonly KeptSketch[]): void;
  open(): Promise<void>;
  openRecent(file: DocumentFile): Promise<void>;
  /** A file that was dropped on the window: its content, but not its place. */
  openDropped(name: string, bytes: Uint8Array): Promise<void>;
  /** Whether it is on disk now. */
  save(mode?: SaveMode): Promise<boolean>;
  saveAs(): Promise<boolean>;
  /** Reads the file again, in place of what is shown. Asks first where that is not saved; not where its loss was chosen. */
  reload(mode?: 'losing-mine'): Promise<void>;
  /** Opens what is left of a damaged file, as a copy that is not saved. */
  openSalvaged(document: SketchDocument): void;
  closeQuestion(): void;
  refreshRecent(): Promise<void>;
  /** Looks whether another program wrote the file, and tells the user, once for each change. */
  lookOutside(): Promise<void>;
}

/** The one owner of the place of the document. */
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
  /** Shows the need of a document that was opened; `quietly`: whoever opens it tells the user. */
  takeNeed(document: SketchDocument, quietly?: boolean): void;
}
