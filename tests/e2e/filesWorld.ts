/** Files for end-to-end tests: pickers that answer, over the browser's own private files, which have real handles. */
import type { Page } from '@playwright/test';

/** Chromium's pickers are windows of the system that no test can press, so the page gets ones that answer. */
export const installPickers = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const handle = async (create: boolean): Promise<FileSystemFileHandle> => {
      const name = sessionStorage.getItem('picked');
      if (name === null) throw new DOMException('The user aborted a request.', 'AbortError');
      return (await navigator.storage.getDirectory()).getFileHandle(name, { create });
    };
    Object.assign(window, {
      showSaveFilePicker: () => handle(true),
      showOpenFilePicker: async () => [await handle(false)],
    });
  });
};

/** What the user will pick; undefined cancels. */
export const pick = (page: Page, name: string | undefined): Promise<void> =>
  page.evaluate((picked) => {
    if (picked === undefined) sessionStorage.removeItem('picked');
    else sessionStorage.setItem('picked', picked);
  }, name);

/** Writes a file as another program would. */
export const putFile = (page: Page, name: string, content: string | readonly number[]): Promise<void> =>
  page.evaluate(
    async ({ name, content }) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
      const stream = await handle.createWritable();
      await stream.write(typeof content === 'string' ? content : new Uint8Array(content));
      await stream.close();
    },
    { name, content },
  );

/** What stands in a file; undefined where there is none. */
export const fileBytes = (page: Page, name: string): Promise<readonly number[] | undefined> =>
  page.evaluate(async (name) => {
    try {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle(name);
      return [...new Uint8Array(await (await handle.getFile()).arrayBuffer())];
    } catch {
      return undefined;
    }
  }, name);

export const fileText = async (page: Page, name: string): Promise<string | undefined> => {
  const bytes = await fileBytes(page, name);
  return bytes && new TextDecoder().decode(new Uint8Array(bytes));
};
