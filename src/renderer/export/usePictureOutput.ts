import { useState } from 'react';
import type { Result } from '../../core/base/result.ts';
import type { FileToSave, PlatformFailure } from '../../platform/port.ts';
import { useServices, useWindow } from '../app/services.ts';

/** How it stands with a picture that is to leave the window. */
export type Output =
  | { readonly status: 'idle' }
  | { readonly status: 'saving' | 'copying' }
  | { readonly status: 'failed'; readonly text: string; readonly remedy: string };

/** A picture as it was made; the error is a sentence for the user. */
type Made<Value> = () => Promise<Result<Value, string>>;

interface PictureOutput {
  readonly output: Output;
  /** Asks where, and writes: one file, or several into a folder. */
  readonly save: (make: Made<readonly FileToSave[]>) => Promise<void>;
  /** Puts a PNG, or a text, onto the clipboard. */
  readonly copy: (make: Made<Uint8Array<ArrayBuffer> | string>, told: string) => Promise<void>;
  /** Forgets a failure. */
  readonly forget: () => void;
}

const smaller = 'Choose a smaller scale, or SVG.';

/** Saves and copies what is made; the dialog closes when that is done. */
export function usePictureOutput(): PictureOutput {
  const { platform } = useServices();
  const close = useWindow((state) => state.openDialog);
  const notify = useWindow((state) => state.notify);
  const [output, setOutput] = useState<Output>({ status: 'idle' });

  const finish = <Value>(sent: Result<Value, PlatformFailure>, words: (value: Value) => string): void => {
    if (sent.ok) {
      notify({ tone: 'success', text: words(sent.value) });
      close(undefined);
    } else if (sent.error.kind === 'cancelled') setOutput({ status: 'idle' });
    else setOutput({ status: 'failed', text: sent.error.message, remedy: sent.error.remedy });
  };
  const fail = (text: string): void => setOutput({ status: 'failed', text, remedy: smaller });

  return {
    output,
    save: async (make) => {
      setOutput({ status: 'saving' });
      const made = await make();
      if (!made.ok) return fail(made.error);
      const [only, ...others] = made.value;
      if (!only) return setOutput({ status: 'idle' });
      if (others.length === 0) finish(await platform.saveAs(only), ({ where }) => `Saved ${where}`);
      else finish(await platform.saveAllAs(made.value), ({ where }) => `Saved ${made.value.length} pictures: ${where}`);
    },
    copy: async (make, told) => {
      setOutput({ status: 'copying' });
      const made = await make();
      if (!made.ok) return fail(made.error);
      const { value } = made;
      finish(await (typeof value === 'string' ? platform.copyText(value) : platform.copyPicture(value)), () => told);
    },
    forget: () => setOutput({ status: 'idle' }),
  };
}
