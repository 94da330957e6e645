import { isOurs } from './appAddress.ts';

/** The part of Electron's WebContents that the guard needs. */
export interface GuardedContents {
  on(
    event: string,
    listener: (event: { preventDefault(): void; readonly url?: string }, url?: unknown) => void,
  ): unknown;
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void;
}

/**
 * Keeps a page where it is: it may not navigate away (nor be redirected, nor any frame in it), open windows or attach
 * a webview. A link meant for a new window goes to `openOutside`, which decides by the policy for addresses.
 */
export function guardContents(contents: GuardedContents, openOutside: (url: string) => void): void {
  for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
    contents.on(name, (event, url) => {
      const address = event.url ?? (typeof url === 'string' ? url : '');
      if (!isOurs(address)) event.preventDefault();
    });
  }
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}
