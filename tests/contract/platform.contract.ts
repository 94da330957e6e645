import assert from 'node:assert/strict';
import type { FileToSave, MenuCommand, OpenedFile, Platform } from '../../src/platform/port.ts';

/** A platform under test, with the world around it in the test's hands. */
export interface PlatformHarness {
  readonly platform: Platform;
  /** What the user will answer when asked where to save. */
  answerSave(answer: 'accept' | 'cancel'): Promise<void>;
  /** What was written by the last save. */
  lastSaved(): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined>;
  /** The file that the user will pick; undefined cancels. */
  answerOpen(file: Pick<OpenedFile, 'name' | 'bytes'> | undefined): Promise<void>;
  clipboard(): Promise<string>;
  /** The addresses that went to the system. */
  opened(): Promise<readonly string[]>;
  /** A new platform in the same world: the app was closed and started again. */
  restart(): Promise<Platform>;
  /** Fills the place where the state is kept. */
  fillStateStore(): Promise<void>;
  /** Chooses from the native menu; undefined where there is none. */
  readonly chooseFromMenu: ((command: MenuCommand) => Promise<void>) | undefined;
}

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

/** What every adapter of the port promises. The same list runs over memory, over Electron's handlers and in Chromium. */
export const platformContract: readonly PlatformCase[] = [
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
