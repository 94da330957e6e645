/** The Electron main process: puts the plain functions beside it together. The only value import of 'electron'. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow, clipboard, dialog, ipcMain, Menu, nativeTheme, protocol, session, shell } from 'electron';
import { externalUrl } from '../platform/externalUrl.ts';
import { menuChannel } from '../platform/ipcContract.ts';
import { sweepLeftOvers } from '../platform/node/temporaryFile.ts';
import { answerCalls } from './answerCalls.ts';
import { scheme, startPage } from './appAddress.ts';
import { answerAppRequest, privilegedSchemes } from './appProtocol.ts';
import { createCalls, type Desktop } from './calls.ts';
import { guardContents } from './guardContents.ts';
import { guardSession } from './guardSession.ts';
import { menuTemplate } from './menuTemplate.ts';
import { createStateFile } from './stateFile.ts';
import { windowOptions } from './windowOptions.ts';

const out = join(import.meta.dirname, '..');
let mainWindow: BrowserWindow | undefined;

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
  writeClipboard: (text) => clipboard.writeText(text),
  openAddress: (url) => shell.openExternal(url),
};

const showWindow = async (): Promise<void> => {
  const window = new BrowserWindow(windowOptions(join(out, 'preload', 'index.cjs'), nativeTheme.shouldUseDarkColors));
  mainWindow = window;
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
  answerCalls(
    ipcMain,
    createCalls(desktop, createStateFile(join(userData, 'state.json')), {
      recentFile: join(userData, 'recent.json'),
      backupFolder: join(userData, 'backups'),
    }),
  );
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate((command) => mainWindow?.webContents.send(menuChannel, command), process.platform === 'darwin'),
    ),
  );
  await showWindow();
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
    if (mainWindow === undefined && app.isReady()) void showWindow();
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
