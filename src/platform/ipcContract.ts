/**
 * What the window and the main process of Electron may say to each other: the one place where a channel is named.
 * The preload script builds the bridge from it, the main process answers it, and both are held to the types of the port.
 */
import { z } from 'zod';
import type { MenuCommand, Platform } from './port.ts';

/** The name of the bridge on the window. */
export const bridgeName = 'lodestack';

/** The calls that the window may make, each with its channel. There is no call that takes a channel. */
export const channels = {
  saveAs: 'lodestack:save-as',
  saveAllAs: 'lodestack:save-all-as',
  open: 'lodestack:open',
  openDocument: 'lodestack:open-document',
  reopenDocument: 'lodestack:reopen-document',
  recentDocuments: 'lodestack:recent-documents',
  saveDocument: 'lodestack:save-document',
  saveDocumentAs: 'lodestack:save-document-as',
  documentChanged: 'lodestack:document-changed',
  closeDocument: 'lodestack:close-document',
  forgetDocument: 'lodestack:forget-document',
  keepBackup: 'lodestack:keep-backup',
  dropBackup: 'lodestack:drop-backup',
  leftBackups: 'lodestack:left-backups',
  copyText: 'lodestack:copy-text',
  copyPicture: 'lodestack:copy-picture',
  openExternal: 'lodestack:open-external',
  readState: 'lodestack:read-state',
  writeState: 'lodestack:write-state',
} as const;

/** The channel on which the main process tells the window what was chosen from the menu. */
export const menuChannel = 'lodestack:menu';

/** A call over the bridge, by its name in the port. */
export type CallName = keyof typeof channels;

/** What the main process answers: the port's own calls. */
export type Calls = Pick<Platform, CallName>;

/** What stands on the window as `window.lodestack`. */
export type Bridge = Calls & Pick<Platform, 'onMenu'>;

/** Every command of the menu. */
export const menuCommands = [
  'export',
  'find',
  'draft',
  'map',
  'new-need',
  'open-decision',
  'toggle-theme',
  'new-sketch',
  'open-sketch',
  'save',
  'save-as',
] as const satisfies readonly MenuCommand[];

/** Largest file, in bytes, that goes over the bridge: a PNG of the whole map at 4x is a tenth of it. */
const largestFile = 256 * 1024 * 1024;

/** How many files are saved at once, at most: more pages than any sketch has. */
const mostFiles = 1000;

/** Largest remembered state, in UTF-16 units. */
export const largestState = 4 * 1024 * 1024;

/** Largest document, in bytes: a text of 20 million signs (core/document/saving.ts) of at most three bytes each. */
export const largestDocument = 64 * 1024 * 1024;

/** How many files are remembered as recent. */
export const mostRecent = 10;

/** How many backups of windows that are gone are read at a start. */
export const mostBackups = 20;

/** A token or the id of a backup. Made of nothing that could lead anywhere in a file system. */
export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);

const isControlSign = (sign: string): boolean => sign < ' ' || sign === '\u007f';

/** A name and not a path, on every system: no separator, no drive, no control sign, no dot or space at the end. */
const isFileName = (name: string): boolean => !/[/\\:*?"<>|]|[. ]$/.test(name) && ![...name].some(isControlSign);

type Validators = {
  readonly [Name in CallName]: {
    readonly arguments: z.ZodType<Parameters<Calls[Name]>>;
    readonly result: z.ZodType<Awaited<ReturnType<Calls[Name]>>>;
  };
};

const makeValidators = (): Validators => {
  const failure = z.strictObject({
    kind: z.enum(['cancelled', 'denied', 'not-found', 'no-space', 'unavailable', 'changed', 'failed']),
    message: z.string(),
    remedy: z.string(),
  });
  const resultOf = <Value extends z.ZodType>(value: Value) =>
    z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), value }),
      z.strictObject({ ok: z.literal(false), error: failure }),
    ]);
  const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= largestFile);
  const picture = z.custom<Uint8Array<ArrayBuffer>>(
    (value) => value instanceof Uint8Array && value.byteLength <= largestFile,
  );
  const fileName = z.string().min(1).max(200).refine(isFileName);
  const fileToSave = z.strictObject({
    name: fileName,
    mediaType: z
      .string()
      .max(100)
      .regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/),
    bytes,
  });
  const savedFile = resultOf(z.strictObject({ where: z.string() }));
  const nothing = z.tuple([]);
  const uuid = z.string().max(36).refine(isUuid);
  const documentBytes = z.custom<Uint8Array>(
    (value) => value instanceof Uint8Array && value.byteLength <= largestDocument,
  );
  const documentFile = { token: uuid, name: z.string(), where: z.string() };
  const opened = resultOf(z.strictObject({ ...documentFile, bytes: documentBytes, elsewhere: z.boolean() }));
  const saved = resultOf(z.strictObject(documentFile));
  const backup = z.strictObject({ id: uuid, text: z.string().max(largestDocument) });
  const done = resultOf(z.undefined());
  return {
    saveAs: { arguments: z.tuple([fileToSave]), result: savedFile },
    saveAllAs: { arguments: z.tuple([z.array(fileToSave).min(1).max(mostFiles)]), result: savedFile },
    open: {
      arguments: z.tuple([z.array(z.string().regex(/^[a-z0-9][a-z0-9.]{0,19}$/)).max(20)]),
      result: resultOf(z.strictObject({ where: z.string(), name: z.string(), bytes })),
    },
    openDocument: { arguments: nothing, result: opened },
    reopenDocument: { arguments: z.tuple([uuid]), result: opened },
    recentDocuments: {
      arguments: nothing,
      result: resultOf(
        z.array(z.strictObject({ ...documentFile, missing: z.literal(true).exactOptional() })).max(mostRecent),
      ),
    },
    saveDocument: {
      arguments: z.tuple([uuid, documentBytes, z.enum(['unless-changed', 'overwrite'])]),
      result: saved,
    },
    saveDocumentAs: { arguments: z.tuple([fileName, documentBytes]), result: saved },
    documentChanged: { arguments: z.tuple([uuid]), result: resultOf(z.boolean()) },
    closeDocument: { arguments: z.tuple([uuid]), result: done },
    forgetDocument: { arguments: z.tuple([uuid]), result: done },
    keepBackup: { arguments: z.tuple([backup]), result: done },
    dropBackup: { arguments: z.tuple([uuid]), result: done },
    leftBackups: { arguments: nothing, result: resultOf(z.array(backup).max(mostBackups)) },
    copyText: { arguments: z.tuple([z.string().max(16 * 1024 * 1024)]), result: done },
    copyPicture: { arguments: z.tuple([picture]), result: done },
    openExternal: { arguments: z.tuple([z.string().max(10_000)]), result: done },
    readState: { arguments: nothing, result: resultOf(z.union([z.string(), z.undefined()])) },
    writeState: { arguments: z.tuple([z.string().max(largestState)]), result: done },
  };
};

/** Checks what came over a channel before anything is done with it. Pure, so that the preload script drops it. */
export const validators: Validators = /* @__PURE__ */ makeValidators();
