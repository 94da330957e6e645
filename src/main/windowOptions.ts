import type { BrowserWindowConstructorOptions } from 'electron';

/** What a window of ours is made with. Electron's defaults for safety are written out, so that a test can hold them. */
export function windowOptions(preload: string, dark: boolean): BrowserWindowConstructorOptions {
  return {
    title: 'Lodestack',
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    // Shown when the first picture is ready: no white flash.
    show: false,
    backgroundColor: dark ? '#14171c' : '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  };
}
