/** What the window may ask of the world outside. Three adapters answer it: memory, browser, electron. */
import type { Result } from '../core/base/result.ts';

export type PlatformFailure = {
  readonly kind: 'cancelled' | 'denied' | 'not-found' | 'no-space' | 'unavailable' | 'failed';
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

export interface OpenedFile {
  readonly where: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type MenuCommand = 'export' | 'find' | 'draft' | 'map' | 'new-need' | 'open-decision' | 'toggle-theme';

export interface Platform {
  readonly name: 'memory' | 'browser' | 'electron';
  /** Asks where, then writes carefully: the whole file or none of it. */
  saveAs(file: FileToSave): Promise<Result<SavedFile, PlatformFailure>>;
  /** Lets the user choose one file with one of the endings (without dots). */
  open(endings: readonly string[]): Promise<Result<OpenedFile, PlatformFailure>>;
  copyText(text: string): Promise<Result<void, PlatformFailure>>;
  /** Only http, https and mailto leave the app. */
  openExternal(url: string): Promise<Result<void, PlatformFailure>>;
  /** Small state that outlives the window: theme, last need, view. Undefined where nothing was kept. */
  readState(): Promise<Result<string | undefined, PlatformFailure>>;
  writeState(state: string): Promise<Result<void, PlatformFailure>>;
  /** Calls `listener` for each command chosen from a native menu; returns how to stop. */
  onMenu(listener: (command: MenuCommand) => void): () => void;
}
