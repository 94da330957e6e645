import { failure, type Result } from '../../core/base/result.ts';
import { type Bridge, bridgeName } from '../ipcContract.ts';
import type { Platform, PlatformFailure } from '../port.ts';

/** The bridge that the preload script put on the window, or undefined where the window is no window of Electron. */
export const bridgeOf = (window: object): Bridge | undefined =>
  bridgeName in window ? (window[bridgeName] as Bridge) : undefined;

/** A call that is lost (the main process is going down) is a failure like any other. */
const guarded = <Value>(call: () => Promise<Result<Value, PlatformFailure>>): Promise<Result<Value, PlatformFailure>> =>
  call().catch((error: unknown) =>
    failure({
      kind: 'failed',
      message: `The app did not answer: ${error instanceof Error ? error.message : String(error)}.`,
      remedy: 'Try again; if it stays so, close the window and start anew.',
    }),
  );

/** The platform of the Electron window: every call goes over the typed bridge to the main process. */
export function createElectronPlatform(bridge: Bridge): Platform {
  return {
    name: 'electron',
    saveAs: (file) => guarded(() => bridge.saveAs(file)),
    saveAllAs: (files) => guarded(() => bridge.saveAllAs(files)),
    open: (endings) => guarded(() => bridge.open(endings)),
    openDocument: () => guarded(() => bridge.openDocument()),
    reopenDocument: (token) => guarded(() => bridge.reopenDocument(token)),
    recentDocuments: () => guarded(() => bridge.recentDocuments()),
    saveDocument: (token, bytes, mode) => guarded(() => bridge.saveDocument(token, bytes, mode)),
    saveDocumentAs: (name, bytes) => guarded(() => bridge.saveDocumentAs(name, bytes)),
    documentChanged: (token) => guarded(() => bridge.documentChanged(token)),
    closeDocument: (token) => guarded(() => bridge.closeDocument(token)),
    forgetDocument: (token) => guarded(() => bridge.forgetDocument(token)),
    keepBackup: (backup) => guarded(() => bridge.keepBackup(backup)),
    dropBackup: (id) => guarded(() => bridge.dropBackup(id)),
    leftBackups: () => guarded(() => bridge.leftBackups()),
    copyText: (text) => guarded(() => bridge.copyText(text)),
    copyPicture: (png) => guarded(() => bridge.copyPicture(png)),
    openExternal: (url) => guarded(() => bridge.openExternal(url)),
    readState: () => guarded(() => bridge.readState()),
    writeState: (state) => guarded(() => bridge.writeState(state)),
    onMenu: (listener) => bridge.onMenu(listener),
  };
}
