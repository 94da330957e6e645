import assert from 'node:assert/strict';
import { deflateRows } from '../../src/core/png/flatDeflate.ts';
import { joinPng } from '../../src/core/png/joinPng.ts';
import type { FileToSave, MenuCommand, OpenedFile, Platform } from '../../src/platform/port.ts';

/** A platform under test, with the world around it in the test's hands. */
export interface PlatformHarness {
  readonly platform: Platform;
  /** What the user will answer when asked where to save. */
  answerSave(answer: 'accept' | 'cancel'): Promise<void>;
  /** What was written by the last save. */
  lastSaved(): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined>;
  /** What was written under this name, by any save. */
  saved(name: string): Promise<Uint8Array | undefined>;
  /** The file that the user will pick; undefined cancels. */
  answerOpen(file: Pick<OpenedFile, 'name' | 'bytes'> | undefined): Promise<void>;
  /** The document that the user will pick, by name, to open or to save as. Undefined cancels. */
  answerDocument(name: string | undefined): Promise<void>;
  /** Writes a document as another program would. */
  putDocument(name: string, bytes: Uint8Array): Promise<void>;
  removeDocument(name: string): Promise<void>;
  /** What stands in a document now. */
  documentBytes(name: string): Promise<Uint8Array | undefined>;
  clipboard(): Promise<string>;
  /** Width of the picture on the clipboard, pixels. */
  copiedPictureWidth(): Promise<number | undefined>;
  /** The addresses that went to the system. */
  opened(): Promise<readonly string[]>;
  /** A new platform in the same world: the app was closed and started again. */
  restart(): Promise<Platform>;
  /** A second platform in the same world, beside the first: another window, or another machine. */
  another(): Promise<Platform>;
  /** Fills the place where the state is kept. */
  fillStateStore(): Promise<void>;
  /** Chooses from the native menu; undefined where there is none. */
  readonly chooseFromMenu: ((command: MenuCommand) => Promise<void>) | undefined;
}

/** A PNG's own word on its width, pixels. */
export const pngWidth = (png: Uint8Array): number => new DataView(png.buffer, png.byteOffset).getUint32(16);

/** One promise of the port. */
export interface PlatformCase {
  readonly name: string;
  run(harness: PlatformHarness): Promise<void>;
}

const everyByte: FileToSave = {
  name: 'map of the stack.png',
  mediaType: 'image/png',
  bytes: Uint8Array.from({ length: 1_024 }, (_, index) => index % 256),
};

const expectValue = <Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value => {
  assert.ok(result.ok, `expected a success, got ${JSON.stringify(result)}`);
  return result.value;
};

const expectKind = (result: { ok: boolean; error?: { kind: string; message: string; remedy: string } }): string => {
  assert.equal(result.ok, false);
  const { kind, message, remedy } = result.error ?? { kind: '', message: '', remedy: '' };
  assert.match(message, /\S.*[.…\w]/);
  assert.match(remedy, /\.$/, 'a failure says what to do now');
  return kind;
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined): string | undefined => bytes && new TextDecoder().decode(bytes);

const backupId = '0f4c1c8e-7a53-4b43-9c3e-1d2f3a4b5c6d';
const otherBackupId = '1f4c1c8e-7a53-4b43-9c3e-1d2f3a4b5c6d';

/** Opening and saving documents: the promises about files that are held. */
const documentContract: readonly PlatformCase[] = [
  {
    name: 'documents: saves where the user says, and again without asking',
    run: async ({ platform, answerDocument, documentBytes }) => {
      await answerDocument('calls.lodestack.json');
      const saved = expectValue(await platform.saveDocumentAs('calls.lodestack.json', bytesOf('one')));
      assert.equal(saved.name, 'calls.lodestack.json');
      await answerDocument(undefined);
      const again = expectValue(await platform.saveDocument(saved.token, bytesOf('two'), 'unless-changed'));
      assert.equal(again.token, saved.token);
      assert.equal(textOf(await documentBytes('calls.lodestack.json')), 'two');
    },
  },
  {
    name: 'documents: writes nothing when the user cancels, and knows no token that it did not give',
    run: async ({ platform, answerDocument, documentBytes, answerSave }) => {
      await answerDocument(undefined);
      await answerSave('cancel');
      assert.equal(expectKind(await platform.openDocument()), 'cancelled');
      assert.equal(expectKind(await platform.saveDocumentAs('a.lodestack.json', bytesOf('x'))), 'cancelled');
      assert.equal(await documentBytes('a.lodestack.json'), undefined);
      for (const mode of ['unless-changed', 'overwrite'] as const)
        assert.equal(expectKind(await platform.saveDocument(backupId, bytesOf('x'), mode)), 'not-found');
      assert.equal(expectKind(await platform.reopenDocument(backupId)), 'not-found');
      assert.equal(expectKind(await platform.documentChanged(backupId)), 'not-found');
    },
  },
  {
    name: 'documents: opens every byte, and saves to the same file',
    run: async ({ platform, answerDocument, putDocument, documentBytes }) => {
      await putDocument('a.lodestack.json', everyByte.bytes);
      await answerDocument('a.lodestack.json');
      const opened = expectValue(await platform.openDocument());
      assert.deepEqual([...opened.bytes], [...everyByte.bytes]);
      assert.equal(opened.elsewhere, false);
      expectValue(await platform.saveDocument(opened.token, bytesOf('new'), 'unless-changed'));
      assert.equal(textOf(await documentBytes('a.lodestack.json')), 'new');
      assert.equal(textOf(expectValue(await platform.reopenDocument(opened.token)).bytes), 'new');
    },
  },
  {
    name: 'documents: overwrites nothing that another program changed, unless told to',
    run: async ({ platform, answerDocument, putDocument, documentBytes }) => {
      await putDocument('a.lodestack.json', bytesOf('old'));
      await answerDocument('a.lodestack.json');
      const { token } = expectValue(await platform.openDocument());
      assert.equal(expectValue(await platform.documentChanged(token)), false);
      await putDocument('a.lodestack.json', bytesOf('her'));
      assert.equal(expectValue(await platform.documentChanged(token)), true);
      assert.equal(expectKind(await platform.saveDocument(token, bytesOf('his'), 'unless-changed')), 'changed');
      assert.equal(textOf(await documentBytes('a.lodestack.json')), 'her');
      expectValue(await platform.saveDocument(token, bytesOf('his'), 'overwrite'));
      assert.equal(textOf(await documentBytes('a.lodestack.json')), 'his');
      assert.equal(expectValue(await platform.documentChanged(token)), false);
      await putDocument('a.lodestack.json', bytesOf('hers'));
      assert.equal(textOf(expectValue(await platform.reopenDocument(token)).bytes), 'hers');
      expectValue(await platform.saveDocument(token, bytesOf('both'), 'unless-changed'));
    },
  },
  {
    name: 'documents: writes a file anew that is gone',
    run: async ({ platform, answerDocument, removeDocument, documentBytes }) => {
      await answerDocument('a.lodestack.json');
      const { token } = expectValue(await platform.saveDocumentAs('a.lodestack.json', bytesOf('old')));
      await removeDocument('a.lodestack.json');
      assert.equal(expectKind(await platform.reopenDocument(token)), 'not-found');
      expectValue(await platform.saveDocument(token, bytesOf('new'), 'unless-changed'));
      assert.equal(textOf(await documentBytes('a.lodestack.json')), 'new');
    },
  },
  {
    name: 'documents: the last of many saves at once is the one that stays',
    run: async ({ platform, answerDocument, documentBytes }) => {
      await answerDocument('a.lodestack.json');
      const { token } = expectValue(await platform.saveDocumentAs('a.lodestack.json', bytesOf('0')));
      const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(1_000 - index * 40));
      const saves = texts.map((text) => platform.saveDocument(token, bytesOf(text), 'unless-changed'));
      for (const saved of await Promise.all(saves)) expectValue(saved);
      assert.equal(textOf(await documentBytes('a.lodestack.json')), texts.at(-1));
    },
  },
  {
    name: 'documents: remembers over a restart what was opened and saved last, and opens it again',
    run: async ({ platform, answerDocument, putDocument, restart }) => {
      assert.deepEqual(expectValue(await platform.recentDocuments()), []);
      await putDocument('a.lodestack.json', bytesOf('a'));
      await answerDocument('a.lodestack.json');
      expectValue(await platform.openDocument());
      await answerDocument('b.lodestack.json');
      expectValue(await platform.saveDocumentAs('b.lodestack.json', bytesOf('b')));
      const after = await restart();
      const recent = expectValue(await after.recentDocuments());
      assert.deepEqual(
        recent.map(({ name }) => name),
        ['b.lodestack.json', 'a.lodestack.json'],
      );
      assert.equal(textOf(expectValue(await after.reopenDocument(recent[1]?.token ?? '')).bytes), 'a');
      assert.equal(expectValue(await after.recentDocuments())[0]?.name, 'a.lodestack.json');
    },
  },
  {
    name: 'documents: a file that can not be opened is no recent one, and one that is gone says so',
    run: async ({ platform, answerDocument, putDocument, removeDocument, restart }) => {
      await putDocument('a.lodestack.json', bytesOf('a'));
      await answerDocument('a.lodestack.json');
      expectValue(await platform.openDocument());
      await putDocument('b.lodestack.json', bytesOf('b'));
      await answerDocument('b.lodestack.json');
      const { token } = expectValue(await platform.openDocument());
      expectValue(await platform.forgetDocument(token));
      await removeDocument('a.lodestack.json');
      const after = await restart();
      assert.deepEqual(
        expectValue(await after.recentDocuments()).map(({ name, missing }) => [name, missing]),
        [['a.lodestack.json', true]],
      );
      // It can be opened again all the same, and is one again then.
      await answerDocument('b.lodestack.json');
      expectValue(await after.openDocument());
      assert.deepEqual(
        expectValue(await after.recentDocuments()).map(({ name, missing }) => [name, missing]),
        [
          ['b.lodestack.json', undefined],
          ['a.lodestack.json', true],
        ],
      );
    },
  },
  {
    name: 'documents: tells the second who opens a file, until the first has closed it',
    run: async ({ platform, another, answerDocument, putDocument }) => {
      await putDocument('a.lodestack.json', bytesOf('a'));
      await answerDocument('a.lodestack.json');
      const first = expectValue(await platform.openDocument());
      assert.equal(first.elsewhere, false);
      assert.equal(expectValue(await platform.reopenDocument(first.token)).elsewhere, false);
      const second = await another();
      await answerDocument('a.lodestack.json');
      const told = expectValue(await second.openDocument());
      assert.equal(told.elsewhere, true);
      expectValue(await platform.closeDocument(first.token));
      assert.equal(expectValue(await second.reopenDocument(told.token)).elsewhere, false);
    },
  },
  {
    name: 'documents: keeps what is not saved over a crash, the newest first, until it is dropped',
    run: async ({ platform, restart }) => {
      expectValue(await platform.keepBackup({ id: backupId, text: 'first' }));
      expectValue(await platform.keepBackup({ id: otherBackupId, text: 'another' }));
      await new Promise((done) => setTimeout(done, 20));
      expectValue(await platform.keepBackup({ id: backupId, text: 'Zürich → 東京 \u{1f680}' }));
      const after = await restart();
      assert.deepEqual(expectValue(await after.leftBackups()), [
        { id: backupId, text: 'Zürich → 東京 \u{1f680}' },
        { id: otherBackupId, text: 'another' },
      ]);
      expectValue(await after.dropBackup(backupId));
      expectValue(await after.dropBackup(backupId));
      assert.deepEqual(expectValue(await after.leftBackups()), [{ id: otherBackupId, text: 'another' }]);
    },
  },
];

/** What every adapter of the port promises. The same list runs over memory, over Electron's handlers and in Chromium. */
export const platformContract: readonly PlatformCase[] = [
  ...documentContract,
  {
    name: 'saves every byte, and says where',
    run: async ({ platform, answerSave, lastSaved }) => {
      await answerSave('accept');
      const { where } = expectValue(await platform.saveAs(everyByte));
      assert.ok(where.endsWith('map of the stack.png'), where);
      const saved = await lastSaved();
      assert.equal(saved?.name, everyByte.name);
      assert.deepEqual([...(saved?.bytes ?? [])], [...everyByte.bytes]);
    },
  },
  {
    name: 'saves an empty file',
    run: async ({ platform, answerSave, lastSaved }) => {
      await answerSave('accept');
      expectValue(await platform.saveAs({ ...everyByte, bytes: new Uint8Array() }));
      assert.equal((await lastSaved())?.bytes.byteLength, 0);
    },
  },
  {
    name: 'saves a part of a larger buffer, and only that part',
    run: async ({ platform, answerSave, lastSaved }) => {
      await answerSave('accept');
      expectValue(await platform.saveAs({ ...everyByte, bytes: everyByte.bytes.subarray(10, 13) }));
      assert.deepEqual([...((await lastSaved())?.bytes ?? [])], [10, 11, 12]);
    },
  },
  {
    name: 'writes nothing when the user cancels a save',
    run: async ({ platform, answerSave, lastSaved }) => {
      await answerSave('cancel');
      assert.equal(expectKind(await platform.saveAs(everyByte)), 'cancelled');
      assert.equal(await lastSaved(), undefined);
    },
  },
  {
    name: 'saves several files, every byte of each',
    run: async ({ platform, answerSave, saved }) => {
      await answerSave('accept');
      const files = ['one.svg', 'two.svg', 'three.svg'].map((name, at) => ({
        name,
        mediaType: 'image/svg+xml',
        bytes: everyByte.bytes.subarray(at),
      }));
      expectValue(await platform.saveAllAs(files));
      for (const { name, bytes } of files) assert.deepEqual([...((await saved(name)) ?? [])], [...bytes], name);
    },
  },
  {
    name: 'several files: puts none over another that is there',
    run: async ({ platform, answerSave, saved }) => {
      await answerSave('accept');
      const page = (text: string): FileToSave => ({
        name: 'page.svg',
        mediaType: 'image/svg+xml',
        bytes: bytesOf(text),
      });
      expectValue(await platform.saveAllAs([page('old'), page('new')]));
      expectValue(await platform.saveAllAs([page('newer')]));
      const names = ['page.svg', 'page-2.svg', 'page-3.svg'];
      assert.deepEqual(await Promise.all(names.map(async (name) => textOf(await saved(name)))), [
        'old',
        'new',
        'newer',
      ]);
    },
  },
  {
    name: 'several files: writes none when the user cancels',
    run: async ({ platform, answerSave, saved }) => {
      await answerSave('cancel');
      assert.equal(expectKind(await platform.saveAllAs([everyByte])), 'cancelled');
      assert.equal(await saved(everyByte.name), undefined);
    },
  },
  {
    name: 'opens the file that the user picks, every byte of it',
    run: async ({ platform, answerOpen }) => {
      await answerOpen({ name: 'need.json', bytes: everyByte.bytes });
      const file = expectValue(await platform.open(['json']));
      assert.equal(file.name, 'need.json');
      assert.ok(file.where.endsWith('need.json'), file.where);
      assert.deepEqual([...file.bytes], [...everyByte.bytes]);
    },
  },
  {
    name: 'says so when the user picks none',
    run: async ({ platform, answerOpen }) => {
      await answerOpen(undefined);
      assert.equal(expectKind(await platform.open(['json'])), 'cancelled');
    },
  },
  {
    name: 'copies text as it is',
    run: async ({ platform, clipboard }) => {
      const text = 'Zürich → 東京 "<b>" \u{1f680}';
      expectValue(await platform.copyText(text));
      assert.equal(await clipboard(), text);
    },
  },
  {
    name: 'copies a picture',
    run: async ({ platform, copiedPictureWidth }) => {
      const rows = deflateRows(7, 2, new Uint32Array(14).fill(0xff336699));
      expectValue(await platform.copyPicture(joinPng({ width: 7, height: 2 }, 1, [rows])));
      assert.equal(await copiedPictureWidth(), 7);
    },
  },
  {
    name: 'lets web pages and mail out',
    run: async ({ platform, opened }) => {
      expectValue(await platform.openExternal('https://docs.aws.amazon.com/polly/'));
      expectValue(await platform.openExternal('mailto:a@example.com'));
      assert.deepEqual(await opened(), ['https://docs.aws.amazon.com/polly/', 'mailto:a@example.com']);
    },
  },
  {
    name: 'keeps every other address in',
    run: async ({ platform, opened }) => {
      for (const url of ['file:///etc/passwd', 'smb://server/x', 'javascript:alert(1)', 'data:,x', 'x', '']) {
        assert.equal(expectKind(await platform.openExternal(url)), 'denied');
      }
      assert.deepEqual(await opened(), []);
    },
  },
  {
    name: 'remembers nothing at first',
    run: async ({ platform }) => {
      assert.equal(expectValue(await platform.readState()), undefined);
    },
  },
  {
    name: 'remembers the last state over a restart, whatever is in it',
    run: async ({ platform, restart }) => {
      expectValue(await platform.writeState('{"theme":"light"}'));
      const state = JSON.stringify({ theme: 'dark', text: 'Zürich → 東京\n\u{1f680}\u0000' });
      expectValue(await platform.writeState(state));
      assert.equal(expectValue(await (await restart()).readState()), state);
    },
  },
  {
    name: 'remembers the last of many states written at once',
    run: async ({ platform, restart }) => {
      const states = Array.from({ length: 20 }, (_, index) => String(index).repeat(1_000 - index * 40));
      for (const result of await Promise.all(states.map((state) => platform.writeState(state)))) expectValue(result);
      assert.equal(expectValue(await (await restart()).readState()), states.at(-1));
    },
  },
  {
    name: 'says that there is no space for the state, and keeps the one before',
    run: async ({ platform, fillStateStore, restart }) => {
      expectValue(await platform.writeState('before'));
      await fillStateStore();
      assert.equal(expectKind(await platform.writeState('x'.repeat(1024 * 1024))), 'no-space');
      assert.equal(expectValue(await (await restart()).readState()), 'before');
    },
  },
  {
    name: 'tells what was chosen from the menu, until told to stop',
    run: async ({ platform, chooseFromMenu }) => {
      const heard: MenuCommand[] = [];
      const stop = platform.onMenu((command) => heard.push(command));
      await chooseFromMenu?.('export');
      await chooseFromMenu?.('find');
      stop();
      await chooseFromMenu?.('map');
      assert.deepEqual(heard, chooseFromMenu === undefined ? [] : ['export', 'find']);
    },
  },
];
