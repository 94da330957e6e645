/** The Electron main process: puts the plain functions beside it together. The only value import of 'electron'. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  ClipboardItem,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  session,
  shell,
} from 'electron';
import { externalUrl } from '../platform/externalUrl.ts';
import { menuChannel } from '../platform/ipcContract.ts';
import { sweepLeftOvers } from '../platform/node/temporaryFile.ts';
import type { PlatformFailure } from '../platform/port.ts';
import { answerCalls } from './answerCalls.ts';
import { scheme, startPage } from './appAddress.ts';
import { answerAppRequest, privilegedSchemes } from './appProtocol.ts';
import { createCalls, type Desktop } from './calls.ts';
import { finishBeforeQuit } from './finishBeforeQuit.ts';
import { guardContents } from './guardContents.ts';
import { guardSession } from './guardSession.ts';
import { leaveSafely } from './leaveSafely.ts';
import { menuTemplate } from './menuTemplate.ts';
import { createStateFile } from './stateFile.ts';
import { type WatchedCalls, watchCalls } from './watchCalls.ts';
import { windowOptions } from './windowOptions.ts';

const out = join(import.meta.dirname, '..');
let mainWindow: BrowserWindow | undefined;
let watched: WatchedCalls | undefined;
let quitting = false;

const openOutside = (url: string): void => {
  const address = externalUrl(url);
  if (address !== undefined) void shell.openExternal(address);
};

const desktop: Desktop = {
  askWhereToSave: async (suggestedName) => {
    const options = { defaultPath: join(app.getPath('documents'), suggestedName) };
    const answer = await (mainWindow ? dialog.showSaveDialog(mainWindow, options) : dialog.showSaveDialog(options));
    return answer.canceled || answer.filePath === '' ? undefined : answer.filePath;
  },
  askWhatToOpen: async (endings) => {
    const filters = endings.length > 0 ? [{ name: 'Files', extensions: [...endings] }] : [];
    const options = { properties: ['openFile' as const], filters };
    const answer = await (mainWindow ? dialog.showOpenDialog(mainWindow, options) : dialog.showOpenDialog(options));
    return answer.canceled ? undefined : answer.filePaths[0];
  },
  askForFolder: async () => {
    const options = { properties: ['openDirectory' as const, 'createDirectory' as const] };
    const answer = await (mainWindow ? dialog.showOpenDialog(mainWindow, options) : dialog.showOpenDialog(options));
    return answer.canceled ? undefined : answer.filePaths[0];
  },
  writeClipboard: (text) => clipboard.writeText(text),
  writePicture: (png) => clipboard.write([new ClipboardItem({ 'image/png': new Blob([png], { type: 'image/png' }) })]),
  openAddress: (url) => shell.openExternal(url),
};

const askToLose = async ({ message, remedy }: PlatformFailure): Promise<boolean> => {
  const options = {
    type: 'warning' as const,
    message,
    detail: remedy,
    buttons: ['Stay', 'Close and lose it'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const { response } = await (mainWindow ? dialog.showMessageBox(mainWindow, options) : dialog.showMessageBox(options));
  return response === 1;
};

const showWindow = async ({ settled }: WatchedCalls): Promise<void> => {
  const window = new BrowserWindow(windowOptions(join(out, 'preload', 'index.cjs'), nativeTheme.shouldUseDarkColors));
  mainWindow = window;
  leaveSafely(window, {
    watched: { settled },
    askToLose,
    leave: () => (quitting ? app.quit() : window.close()),
    stay: () => {
      quitting = false;
    },
  });
  window.once('ready-to-show', () => window.show());
  window.on('closed', () => {
    mainWindow = undefined;
  });
  await window.loadURL(startPage);
};

const start = async (): Promise<void> => {
  const userData = app.getPath('userData');
  await mkdir(userData, { recursive: true });
  await sweepLeftOvers(userData, Date.now());
  await sweepLeftOvers(join(userData, 'backups'), Date.now());
  guardSession(session.defaultSession);
  protocol.handle(scheme, (request) => answerAppRequest(join(out, 'renderer'), request));
  watched = watchCalls(
    createCalls(desktop, createStateFile(join(userData, 'state.json')), {
      recentFile: join(userData, 'recent.json'),
      backupFolder: join(userData, 'backups'),
    }),
  );
  answerCalls(ipcMain, watched.calls);
  finishBeforeQuit(app, watched);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate((command) => mainWindow?.webContents.send(menuChannel, command), process.platform === 'darwin'),
    ),
  );
  await showWindow(watched);
};

if (app.requestSingleInstanceLock()) {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged(privilegedSchemes);
  // Every page that will ever be, not only the one that we make.
  app.on('web-contents-created', (_event, contents) => guardContents(contents, openOutside));
  app.on('second-instance', () => {
    if (mainWindow?.isMinimized()) mainWindow.restore();
    mainWindow?.focus();
  });
  app.on('activate', () => {
    if (mainWindow === undefined && watched) void showWindow(watched);
  });
  app.on('before-quit', () => {
    quitting = true;
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      dialog.showErrorBox('Lodestack could not start', error instanceof Error ? error.message : String(error));
      app.exit(1);
    });
} else {
  app.quit();
}
