import { type Bridge, channels, menuChannel, menuCommands } from '../platform/ipcContract.ts';

/** The part of Electron's ipcRenderer that the bridge needs. */
export interface Ipc {
  invoke(channel: string, ...values: readonly unknown[]): Promise<unknown>;
  on(channel: string, listener: (event: unknown, ...values: unknown[]) => void): unknown;
  removeListener(channel: string, listener: (event: unknown, ...values: unknown[]) => void): unknown;
}

/**
 * The bridge: one function for each call of the contract. No channel name, event or other object of Electron reaches
 * the window. What a call answers was checked by the main process, which is the one who may be trusted.
 */
export function makeBridge(ipc: Ipc): Bridge {
  const call = <Answer>(channel: string, ...values: readonly unknown[]) =>
    ipc.invoke(channel, ...values) as Promise<Answer>;
  return {
    saveAs: (file) => call(channels.saveAs, file),
    saveAllAs: (files) => call(channels.saveAllAs, files),
    open: (endings) => call(channels.open, endings),
    openDocument: () => call(channels.openDocument),
    reopenDocument: (token) => call(channels.reopenDocument, token),
    recentDocuments: () => call(channels.recentDocuments),
    saveDocument: (token, bytes, mode) => call(channels.saveDocument, token, bytes, mode),
    saveDocumentAs: (name, bytes) => call(channels.saveDocumentAs, name, bytes),
    documentChanged: (token) => call(channels.documentChanged, token),
    closeDocument: (token) => call(channels.closeDocument, token),
    forgetDocument: (token) => call(channels.forgetDocument, token),
    keepBackup: (backup) => call(channels.keepBackup, backup),
    dropBackup: (id) => call(channels.dropBackup, id),
    leftBackups: () => call(channels.leftBackups),
    copyText: (text) => call(channels.copyText, text),
    copyPicture: (png) => call(channels.copyPicture, png),
    openExternal: (url) => call(channels.openExternal, url),
    readState: () => call(channels.readState),
    writeState: (state) => call(channels.writeState, state),
    onMenu: (listener) => {
      const heard = (_event: unknown, value: unknown): void => {
        const command = menuCommands.find((known) => known === value);
        if (command !== undefined) listener(command);
      };
      ipc.on(menuChannel, heard);
      return () => {
        ipc.removeListener(menuChannel, heard);
      };
    },
  };
}
