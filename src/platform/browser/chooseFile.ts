/** Files without the File System Access API: a chooser that gives bytes, and a download. */
import type { FileToSave } from '../port.ts';

/** Lets the user choose one file. Resolves with undefined when they choose none. */
export const chooseFile = (document: Document, endings: readonly string[]): Promise<File | undefined> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = endings.map((ending) => `.${ending}`).join(',');
    input.hidden = true;
    const finish = (): void => {
      input.remove();
      resolve(input.files?.[0]);
    };
    input.addEventListener('change', finish, { once: true });
    input.addEventListener('cancel', finish, { once: true });
    document.body.append(input);
    input.click();
  });

/** Hands the file to the browser's own downloads. */
export function download(document: Document, file: FileToSave): void {
  const address = URL.createObjectURL(new Blob([file.bytes.slice()], { type: file.mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has its own hold on the bytes once it has begun; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
