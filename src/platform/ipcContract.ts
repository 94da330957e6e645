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
  open: 'lodestack:open',
  copyText: 'lodestack:copy-text',
  openExternal: 'lodestack:open-external',
  readState: 'lodestack:read-state',
  writeState: 'lodestack:write-state',
} as const;

/** The channel on which the main process tells the window what was chosen from the menu. */
export const menuChannel = 'lodestack:menu';

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
] as const satisfies readonly MenuCommand[];

/** Largest file, in bytes, that goes over the bridge: a PNG of the whole map at 4x is a tenth of it. */
export const largestFile = 256 * 1024 * 1024;

/** Largest remembered state, in UTF-16 units. */
export const largestState = 4 * 1024 * 1024;

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
    kind: z.enum(['cancelled', 'denied', 'not-found', 'no-space', 'unavailable', 'failed']),
    message: z.string(),
    remedy: z.string(),
  });
  const resultOf = <Value extends z.ZodType>(value: Value) =>
    z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), value }),
      z.strictObject({ ok: z.literal(false), error: failure }),
    ]);
  const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= largestFile);
  const fileName = z.string().min(1).max(200).refine(isFileName);
  const nothing = z.tuple([]);
  const done = resultOf(z.undefined());
  return {
    saveAs: {
      arguments: z.tuple([
        z.strictObject({
          name: fileName,
          mediaType: z
            .string()
            .max(100)
            .regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/),
          bytes,
        }),
      ]),
      result: resultOf(z.strictObject({ where: z.string() })),
    },
    open: {
      arguments: z.tuple([z.array(z.string().regex(/^[a-z0-9][a-z0-9.]{0,19}$/)).max(20)]),
      result: resultOf(z.strictObject({ where: z.string(), name: z.string(), bytes })),
    },
    copyText: { arguments: z.tuple([z.string().max(16 * 1024 * 1024)]), result: done },
    openExternal: { arguments: z.tuple([z.string().max(10_000)]), result: done },
    readState: { arguments: nothing, result: resultOf(z.union([z.string(), z.undefined()])) },
    writeState: { arguments: z.tuple([z.string().max(largestState)]), result: done },
  };
};

/** Checks what came over a channel before anything is done with it. Pure, so that the preload script drops it. */
export const validators: Validators = /* @__PURE__ */ makeValidators();
