import assert from 'node:assert/strict';
import { deflateRows } from '../../src/core/png/flatDeflate.ts';
import { joinPng } from '../../src/core/png/joinPng.ts';
import type { FileToSave, MenuCommand } from '../../src/platform/port.ts';
import { documentContract } from './documents.contract.ts';
import { bytesOf, everyByte, expectKind, expectValue, type PlatformCase, textOf } from './platformHarness.ts';

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
