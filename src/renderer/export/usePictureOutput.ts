import { useState } from 'react';
import type { Result } from '../../core/base/result.ts';
import type { Scene } from '../../core/scene/scene.ts';
import type { PlatformFailure } from '../../platform/port.ts';
import { useServices, useWindow } from '../app/services.ts';
import { type ExportOptions, makePicture, makePng } from './makePicture.ts';

/** How it stands with a picture that is to leave the window. */
export type Output =
  | { readonly status: 'idle' }
  | { readonly status: 'saving' | 'copying' }
  | { readonly status: 'failed'; readonly text: string; readonly remedy: string };

interface PictureOutput {
  readonly output: Output;
  /** Asks where, and writes a file. */
  readonly save: () => Promise<void>;
  /** Puts a PNG onto the clipboard. */
  readonly copy: () => Promise<void>;
  /** Forgets a failure. */
  readonly forget: () => void;
}

const smaller = 'Choose a smaller scale, or SVG.';

/** Saves and copies the picture; the dialog closes when that is done. */
export function usePictureOutput(scene: Scene | undefined, options: ExportOptions): PictureOutput {
  const services = useServices();
  const { platform } = services;
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
    save: async () => {
      if (!scene) return;
      setOutput({ status: 'saving' });
      const made = await makePicture(services, scene, options);
      if (!made.ok) return fail(made.error);
      finish(await platform.saveAs(made.value), ({ where }) => `Saved ${where}`);
    },
    copy: async () => {
      if (!scene) return;
      setOutput({ status: 'copying' });
      const made = await makePng(services, scene, options);
      if (!made.ok) return fail(made.error);
      finish(await platform.copyPicture(made.value), () => 'Copied as a PNG: paste it into a slide or a document');
    },
    forget: () => setOutput({ status: 'idle' }),
  };
}
