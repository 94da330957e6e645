import { failure } from '../core/base/result.ts';
import { type CallName, type Calls, channels, validators } from '../platform/ipcContract.ts';
import type { PlatformFailure } from '../platform/port.ts';
import { isOurs } from './appAddress.ts';

/** The frame that a message came from: Electron's WebFrameMain, as far as it matters here. */
export interface SenderFrame {
  readonly url: string;
  /** Null for the main frame of a window. */
  readonly parent: unknown;
}

/** A message that came in: Electron's IpcMainInvokeEvent, as far as it matters here. */
export interface CallEvent {
  /** Null when the frame is gone or has navigated since. */
  readonly senderFrame: SenderFrame | null;
}

/** The part of Electron's ipcMain that is needed. */
export interface CallReceiver {
  handle(channel: string, listener: (event: CallEvent, ...values: unknown[]) => Promise<unknown>): void;
}

/** Whether a message comes from the main frame of a page of ours. Frames inside it and strangers have no say. */
export function isTrustedSender(event: CallEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOurs(frame.url);
}

const denied = (message: string): PlatformFailure => ({
  kind: 'denied',
  message,
  remedy: 'This is a fault of the app; please report it.',
});

/** Answers one call: sender, arguments and result are checked, and a handler that throws becomes a failure. */
async function answer(name: CallName, calls: Calls, event: CallEvent, values: readonly unknown[]): Promise<unknown> {
  if (!isTrustedSender(event)) return failure(denied(`A page that is not ours asked for ${name}.`));
  const given = validators[name].arguments.safeParse(values);
  if (!given.success) return failure(denied(`The window asked for ${name} in a form that is not allowed.`));
  try {
    const call = calls[name] as (...checked: readonly unknown[]) => Promise<unknown>;
    return validators[name].result.parse(await call(...given.data));
  } catch (error) {
    return failure({
      kind: 'failed',
      message: `${name} failed: ${error instanceof Error ? error.message : String(error)}`,
      remedy: 'Try again; please report it if it stays so.',
    } satisfies PlatformFailure);
  }
}

/** Answers every call of the contract, and no other. */
export function answerCalls(receiver: CallReceiver, calls: Calls): void {
  for (const name of Object.keys(channels) as CallName[]) {
    receiver.handle(channels[name], (event, ...values) => answer(name, calls, event, values));
  }
}
