/** What the contract of the platform is written with: a platform in a test's hands, and what its answers must be like. */
import assert from 'node:assert/strict';
import type { FileToSave, MenuCommand, OpenedFile, Platform } from '../../src/platform/port.ts';

/** A platform under test, with the world around it in the test's hands. */
export interface PlatformHarness {
  readonly platform: Platform;
  /** What the user will answer when asked where to save. */
  answerSave(answer: 'accept' | 'cancel'): Promise<void>;
  /** What was written by the last save. */
  lastSaved(): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined>;
  /** What was written under this name, by any save. */
  saved(name: string): Promise<Uint8Array | undefined>;
  /** The file that the user will pick; undefined cancels. */
  answerOpen(file: Pick<OpenedFile, 'name' | 'bytes'> | undefined): Promise<void>;
  /** The document that the user will pick, by name, to open or to save as. Undefined cancels. */
  answerDocument(name: string | undefined): Promise<void>;
  /** Writes a document as another program would. */
  putDocument(name: string, bytes: Uint8Array): Promise<void>;
  removeDocument(name: string): Promise<void>;
  /** What stands in a document now. */
  documentBytes(name: string): Promise<Uint8Array | undefined>;
  clipboard(): Promise<string>;
  /** Width of the picture on the clipboard, pixels. */
  copiedPictureWidth(): Promise<number | undefined>;
  /** The addresses that went to the system. */
  opened(): Promise<readonly string[]>;
  /** A new platform in the same world: the app was closed and started again. */
  restart(): Promise<Platform>;
  /** A second platform in the same world, beside the first: another window, or another machine. */
  another(): Promise<Platform>;
  /** Fills the place where the state is kept. */
  fillStateStore(): Promise<void>;
  /** Chooses from the native menu; undefined where there is none. */
  readonly chooseFromMenu: ((command: MenuCommand) => Promise<void>) | undefined;
}

/** A PNG's own word on its width, pixels. */
export const pngWidth = (png: Uint8Array): number => new DataView(png.buffer, png.byteOffset).getUint32(16);

/** One promise of the port. */
export interface PlatformCase {
  readonly name: string;
  run(harness: PlatformHarness): Promise<void>;
}

/** A file in which every byte stands, and whose name has spaces. */
export const everyByte: FileToSave = {
  name: 'map of the stack.png',
  mediaType: 'image/png',
  bytes: Uint8Array.from({ length: 1_024 }, (_, index) => index % 256),
};

/** The value of a success; anything else fails the test. */
export const expectValue = <Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value => {
  assert.ok(result.ok, `expected a success, got ${JSON.stringify(result)}`);
  return result.value;
};

/** The kind of a failure, which must say what happened and what to do now; anything else fails the test. */
export const expectKind = (result: {
  ok: boolean;
  error?: { kind: string; message: string; remedy: string };
}): string => {
  assert.equal(result.ok, false);
  const { kind, message, remedy } = result.error ?? { kind: '', message: '', remedy: '' };
  assert.match(message, /\S.*[.…\w]/);
  assert.match(remedy, /\.$/, 'a failure says what to do now');
  return kind;
};

/** Text as bytes of UTF-8. */
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Bytes of UTF-8 as text; undefined stays so. */
export const textOf = (bytes: Uint8Array | undefined): string | undefined => bytes && new TextDecoder().decode(bytes);
