import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, describe, it } from 'vitest';
import { answerCalls, type CallEvent } from '../../src/main/answerCalls.ts';
import { createCalls } from '../../src/main/calls.ts';
import { createStateFile } from '../../src/main/stateFile.ts';
import { createElectronPlatform } from '../../src/platform/electron/electronPlatform.ts';
import { menuChannel } from '../../src/platform/ipcContract.ts';
import type { OpenedFile, Platform } from '../../src/platform/port.ts';
import { type Ipc, makeBridge } from '../../src/preload/bridge.ts';
import { canMount, mountTinyDisk } from '../support/tinyDisk.ts';
import { platformContract } from './platform.contract.ts';
import { type PlatformHarness, pngWidth } from './platformHarness.ts';

const undo: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** Electron's message passing: values are cloned both ways, as over the real process boundary. */
const makeWire = () => {
  const answers = new Map<string, (event: CallEvent, ...values: unknown[]) => Promise<unknown>>();
  const listeners = new Map<string, Set<(event: unknown, ...values: unknown[]) => void>>();
  const sender: CallEvent = { senderFrame: { url: 'lodestack://app/index.html', parent: null } };
  const ipc: Ipc = {
    invoke: async (channel, ...values) => {
      const answer = answers.get(channel);
      if (!answer) throw new Error(`No handler registered for '${channel}'`);
      return structuredClone(await answer(sender, ...structuredClone(values)));
    },
    on: (channel, listener) => listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
    removeListener: (channel, listener) => listeners.get(channel)?.delete(listener),
  };
  return {
    ipc,
    receiver: { handle: (channel: string, answer: Parameters<typeof answers.set>[1]) => answers.set(channel, answer) },
    send: (channel: string, value: unknown) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, value);
    },
  };
};

const makeHarness = async (): Promise<PlatformHarness> => {
  const folder = await mkdtemp(join(tmpdir(), 'lodestack-electron-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  const stateFolder = join(folder, 'state');
  await mkdir(stateFolder);
  const documents = join(folder, 'documents');
  await mkdir(documents);
  const picked = join(folder, 'picked');
  await mkdir(picked);
  let documentPath: string | undefined;
  let saveTo: string | undefined;
  let suggested = '';
  let toOpen: Pick<OpenedFile, 'name' | 'bytes'> | undefined;
  let clipboard = '';
  let picture: Uint8Array | undefined;
  const opened: string[] = [];
  let send: (channel: string, value: unknown) => void = () => undefined;

  // The real handlers, the real bridge and the real adapter; only the wire and the desktop are stand-ins.
  const start = (): Platform => {
    const wire = makeWire();
    send = wire.send;
    answerCalls(
      wire.receiver,
      createCalls(
        {
          askWhereToSave: async (name) => {
            suggested = name;
            if (name.endsWith('.lodestack.json')) return documentPath;
            return saveTo && join(saveTo, name);
          },
          askWhatToOpen: async () => {
            if (documentPath !== undefined) return documentPath;
            if (toOpen === undefined) return undefined;
            await writeFile(join(picked, toOpen.name), toOpen.bytes);
            return join(picked, toOpen.name);
          },
          askForFolder: async () => saveTo,
          writeClipboard: async (text) => {
            clipboard = text;
          },
          writePicture: async (png) => {
            picture = png;
          },
          openAddress: async (url) => {
            opened.push(url);
          },
        },
        createStateFile(join(stateFolder, 'state.json')),
        { recentFile: join(folder, 'recent.json'), backupFolder: join(folder, 'backups') },
      ),
    );
    return createElectronPlatform(makeBridge(wire.ipc));
  };
  return {
    platform: start(),
    answerSave: async (answer) => {
      saveTo = answer === 'accept' ? folder : undefined;
    },
    lastSaved: async () => {
      const path = join(folder, suggested);
      if (suggested === '' || !existsSync(path)) return undefined;
      return { name: basename(path), bytes: new Uint8Array(await readFile(path)) };
    },
    saved: async (name) => readFile(join(folder, name)).catch(() => undefined),
    answerOpen: async (file) => {
      toOpen = file;
    },
    answerDocument: async (name) => {
      documentPath = name && join(documents, name);
    },
    putDocument: (name, bytes) => writeFile(join(documents, name), bytes),
    removeDocument: (name) => rm(join(documents, name)),
    documentBytes: async (name) => readFile(join(documents, name)).catch(() => undefined),
    another: async () => start(),
    clipboard: async () => clipboard,
    copiedPictureWidth: async () => picture && pngWidth(picture),
    opened: async () => opened,
    restart: async () => start(),
    fillStateStore: async () => {
      // The state moves to a disk of 68 KB, which a state of a megabyte fills.
      const before = await readFile(join(stateFolder, 'state.json'));
      undo.push(mountTinyDisk(stateFolder));
      await writeFile(join(stateFolder, 'state.json'), before);
    },
    chooseFromMenu: async (command) => send(menuChannel, command),
  };
};

describe('the platform of Electron, over the real handlers', () => {
  for (const { name, run } of platformContract) {
    const needsDisk = name.includes('no space');
    it.skipIf(needsDisk && !canMount)(needsDisk && !canMount ? `${name} (needs root and tmpfs)` : name, async () =>
      run(await makeHarness()),
    );
  }
});
