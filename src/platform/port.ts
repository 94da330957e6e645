/** What the window may ask of the world outside. Three adapters answer it: memory, browser, electron. */
import type { Result } from '../core/base/result.ts';

/** Why something outside did not work, in words for the user. */
export type PlatformFailure = {
  /** `changed`: another program has written the file since it was last read or written here; nothing was overwritten. */
  readonly kind: 'cancelled' | 'denied' | 'not-found' | 'no-space' | 'unavailable' | 'changed' | 'failed';
  /** What happened, naming the thing and the place. */
  readonly message: string;
  /** What the user can do now. */
  readonly remedy: string;
};

/** A file to write: a suggested name with its ending, its media type, and its bytes. */
export interface FileToSave {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Where a file went, as a person reads it: a path, or only a name where the browser hides the path. */
export interface SavedFile {
  readonly where: string;
}

/** A file that was read and is not held. */
export interface OpenedFile {
  readonly where: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that the user gave to the window. The token stands for it; what it stands for, only the adapter knows. */
export interface DocumentFile {
  readonly token: string;
  readonly name: string;
  /** As a person reads it: a path, or only a name where the browser hides the path. */
  readonly where: string;
  /** Of a recent one: it is known to be there no more. */
  readonly missing?: true;
}

/** A document that was read, and whose file is held. */
export interface OpenedDocument extends DocumentFile {
  readonly bytes: Uint8Array;
  /** It is open in another window or by someone else, too. */
  readonly elsewhere: boolean;
}

/** What a window had not saved yet, kept against a crash. The id is a UUID that the window made for itself. */
export interface Backup {
  readonly id: string;
  readonly text: string;
}

/** `unless-changed` refuses where another program has written the file since it was last read or written here. */
export type SaveMode = 'unless-changed' | 'overwrite';

/** What the system's own menu asks the window to do. */
export type MenuCommand =
  | 'export'
  | 'find'
  | 'draft'
  | 'map'
  | 'new-need'
  | 'open-decision'
  | 'toggle-theme'
  | 'new-sketch'
  | 'open-sketch'
  | 'save'
  | 'save-as';

/**
 * All that the window needs from outside. Every adapter keeps the same promises: `tests/contract/platform.contract.ts`
 * holds them to it. Nothing throws: failures are values.
 */
export interface Platform {
  readonly name: 'memory' | 'browser' | 'electron';
  /** Asks where, then writes carefully: the whole file or none of it. */
  saveAs(file: FileToSave): Promise<Result<SavedFile, PlatformFailure>>;
  /**
   * Asks for a folder, where there is a way to, and writes each file there, one after the other; a name that is taken gets a number, so
   * that nothing is overwritten. Answers with the folder.
   */
  saveAllAs(files: readonly FileToSave[]): Promise<Result<SavedFile, PlatformFailure>>;
  /** Lets the user choose one file with one of the endings (without dots). */
  open(endings: readonly string[]): Promise<Result<OpenedFile, PlatformFailure>>;
  /** Lets the user choose a document, and keeps hold of its file: it can be saved again without asking. */
  openDocument(): Promise<Result<OpenedDocument, PlatformFailure>>;
  /** Reads a file again that is held, or was lately. */
  reopenDocument(token: string): Promise<Result<OpenedDocument, PlatformFailure>>;
  /** Files that were lately opened or saved, the last one first. Empty where files can't be held. */
  recentDocuments(): Promise<Result<readonly DocumentFile[], PlatformFailure>>;
  /** Writes to a file that is held. Changes from outside are told by content: size and time can lie. */
  saveDocument(token: string, bytes: Uint8Array, mode: SaveMode): Promise<Result<DocumentFile, PlatformFailure>>;
  /** Asks where, writes there, and holds that file. */
  saveDocumentAs(name: string, bytes: Uint8Array): Promise<Result<DocumentFile, PlatformFailure>>;
  /** Whether another program has written the file since it was last read or written here. A file that is gone has not changed. */
  documentChanged(token: string): Promise<Result<boolean, PlatformFailure>>;
  /** The window works on the file no more: others who open it need not be told. */
  closeDocument(token: string): Promise<Result<void, PlatformFailure>>;
  /** As `closeDocument`, and the file is no recent one any more: what is in it can't be opened. */
  forgetDocument(token: string): Promise<Result<void, PlatformFailure>>;
  /** Keeps what was not saved yet, in place of what was kept under the same id. It survives a crash once this is answered. */
  keepBackup(backup: Backup): Promise<Result<void, PlatformFailure>>;
  dropBackup(id: string): Promise<Result<void, PlatformFailure>>;
  /** What windows that are gone had not saved, the newest first. */
  leftBackups(): Promise<Result<readonly Backup[], PlatformFailure>>;
  copyText(text: string): Promise<Result<void, PlatformFailure>>;
  /** Puts a picture onto the clipboard, to be pasted into another program. */
  copyPicture(png: Uint8Array<ArrayBuffer>): Promise<Result<void, PlatformFailure>>;
  /** Only http, https and mailto leave the app. */
  openExternal(url: string): Promise<Result<void, PlatformFailure>>;
  /** Small state that outlives the window: theme, last need, view. Undefined where nothing was kept. */
  readState(): Promise<Result<string | undefined, PlatformFailure>>;
  writeState(state: string): Promise<Result<void, PlatformFailure>>;
  /** Calls `listener` for each command chosen from a native menu; returns how to stop. */
  onMenu(listener: (command: MenuCommand) => void): () => void;
}
