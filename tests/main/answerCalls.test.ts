import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { success } from '../../src/core/base/result.ts';
import { answerCalls, type CallEvent, isTrustedSender } from '../../src/main/answerCalls.ts';
import { type CallName, type Calls, channels, largestState } from '../../src/platform/ipcContract.ts';

const ours: CallEvent = { senderFrame: { url: 'lodestack://app/index.html', parent: null } };

const token = '0f4c1c8e-7a53-4b43-9c3e-1d2f3a4b5c6d';
const held = { token, name: 'a.lodestack.json', where: '/home/me/a.lodestack.json' };
const bytes = new Uint8Array([123, 125]);

type Listener = (event: CallEvent, ...values: unknown[]) => Promise<unknown>;

/** The calls, with a record of every one that got through. */
const makeCalls = () => {
  const reached: CallName[] = [];
  const note = <Answer>(name: CallName, answer: Answer) =>
    vi.fn(async () => {
      reached.push(name);
      return answer;
    });
  const calls: Calls = {
    saveAs: note('saveAs', success({ where: '/home/me/x.svg' })),
    saveAllAs: note('saveAllAs', success({ where: '/home/me' })),
    open: note('open', success({ where: '/home/me/x', name: 'x', bytes: new Uint8Array([1]) })),
    openDocument: note('openDocument', success({ ...held, bytes: new Uint8Array([1]), elsewhere: false })),
    reopenDocument: note('reopenDocument', success({ ...held, bytes: new Uint8Array([1]), elsewhere: true })),
    recentDocuments: note('recentDocuments', success([held])),
    saveDocument: note('saveDocument', success(held)),
    saveDocumentAs: note('saveDocumentAs', success(held)),
    documentChanged: note('documentChanged', success(true)),
    closeDocument: note('closeDocument', success(undefined)),
    forgetDocument: note('forgetDocument', success(undefined)),
    keepBackup: note('keepBackup', success(undefined)),
    dropBackup: note('dropBackup', success(undefined)),
    leftBackups: note('leftBackups', success([{ id: token, text: '{}' }])),
    copyText: note('copyText', success(undefined)),
    copyPicture: note('copyPicture', success(undefined)),
    openExternal: note('openExternal', success(undefined)),
    readState: note('readState', success(undefined)),
    writeState: note('writeState', success(undefined)),
  };
  return { calls, reached };
};

let listeners: Map<string, Listener>;
let fake: ReturnType<typeof makeCalls>;

beforeEach(() => {
  listeners = new Map();
  fake = makeCalls();
  answerCalls({ handle: (channel, listener) => listeners.set(channel, listener) }, fake.calls);
});

const call = (name: CallName, event: CallEvent, ...values: unknown[]): Promise<unknown> => {
  const listener = listeners.get(channels[name]);
  if (!listener) throw new Error(`Nobody answers ${name}.`);
  return listener(event, ...values);
};

const file = { name: 'map.svg', mediaType: 'image/svg+xml', bytes: new Uint8Array([60]) };
const wellFormed: Readonly<Record<CallName, readonly unknown[]>> = {
  saveAs: [file],
  saveAllAs: [[file, { ...file, name: 'draft.svg' }]],
  open: [['json', 'lodestack.json']],
  openDocument: [],
  reopenDocument: [token],
  recentDocuments: [],
  saveDocument: [token, bytes, 'unless-changed'],
  saveDocumentAs: ['a.lodestack.json', bytes],
  documentChanged: [token],
  closeDocument: [token],
  forgetDocument: [token],
  keepBackup: [{ id: token, text: '{}' }],
  dropBackup: [token],
  leftBackups: [],
  copyText: ['text'],
  copyPicture: [new Uint8Array([1])],
  openExternal: ['https://example.com/'],
  readState: [],
  writeState: ['{}'],
};

const names = Object.keys(channels) as CallName[];

describe('answering calls', () => {
  it('listens on the channels of the contract and on no other', () => {
    expect([...listeners.keys()].sort()).toEqual(Object.values(channels).sort());
  });

  it.each(names)('lets %s through when it is well formed and comes from our page', async (name) => {
    expect(await call(name, ours, ...wellFormed[name])).toMatchObject({ ok: true });
    expect(fake.reached).toEqual([name]);
  });

  it.each([
    ['a page elsewhere', { url: 'https://example.com/', parent: null }],
    ['a host that begins like ours', { url: 'lodestack://app.evil/index.html', parent: null }],
    ['a host that ends like ours', { url: 'lodestack://evil.app/index.html', parent: null }],
    ['a name before our host', { url: 'lodestack://app@evil/index.html', parent: null }],
    ['another host behind ours as a name', { url: 'lodestack://evil@app/index.html', parent: null }],
    ['a port on our host', { url: 'lodestack://app:1/index.html', parent: null }],
    ['a scheme that begins like ours', { url: 'lodestack-x://app/index.html', parent: null }],
    ['our address in a parameter', { url: 'https://example.com/?lodestack://app/', parent: null }],
    ['the loopback page', { url: 'http://127.0.0.1:1234/', parent: null }],
    ['a file', { url: 'file:///index.html', parent: null }],
    ['an empty frame', { url: 'about:blank', parent: null }],
    ['no address', { url: '', parent: null }],
    ['a frame inside our page', { url: 'lodestack://app/index.html', parent: {} }],
    ['a frame that is gone', null],
  ])('refuses every call from %s', async (_who, senderFrame) => {
    expect(isTrustedSender({ senderFrame })).toBe(false);
    for (const name of names) {
      expect(await call(name, { senderFrame }, ...wellFormed[name])).toMatchObject({
        ok: false,
        error: { kind: 'denied' },
      });
    }
    expect(fake.reached).toEqual([]);
  });

  it.each([
    '../up.svg',
    '/etc/passwd',
    'a/b',
    'a\\b',
    'C:x',
    '..',
    '.',
    '',
    'x\0.svg',
    'x\n.svg',
    'x.svg ',
    'x.svg.',
    'a|b',
    'x'.repeat(201),
  ])('refuses to suggest the name %j for a file', async (name) => {
    expect(await call('saveAs', ours, { ...file, name })).toMatchObject({ ok: false, error: { kind: 'denied' } });
    expect(fake.reached).toEqual([]);
  });

  it.each([
    ['saveAs', [{ ...file, path: '/etc/passwd' }]],
    ['saveAs', [file, '/etc/passwd']],
    ['saveAs', [{ ...file, bytes: 'text' }]],
    ['saveAs', [{ ...file, bytes: { length: 1 } }]],
    ['saveAs', [{ ...file, mediaType: 'text/html\r\nx: y' }]],
    ['saveAllAs', [[]]],
    ['saveAllAs', [[file, { ...file, name: '../map.svg' }]]],
    ['saveAllAs', [[file], '/etc']],
    ['open', [['../json']]],
    ['open', [['*']]],
    ['open', [Array(21).fill('json')]],
    ['open', ['json']],
    ['openDocument', ['/etc/passwd']],
    ['reopenDocument', ['/etc/passwd']],
    ['reopenDocument', [`${token}/../x`]],
    ['reopenDocument', [token.toUpperCase()]],
    ['saveDocument', ['/etc/passwd', bytes, 'overwrite']],
    ['saveDocument', [token, bytes, 'always']],
    ['saveDocument', [token, bytes]],
    ['saveDocument', [token, 'text', 'overwrite']],
    ['saveDocumentAs', ['../../a.lodestack.json', bytes]],
    ['documentChanged', ['/etc/passwd']],
    ['closeDocument', [{ path: '/etc/passwd' }]],
    ['keepBackup', [{ id: '../../x', text: '{}' }]],
    ['keepBackup', [{ id: `${token}\n`, text: '{}' }]],
    ['keepBackup', [{ id: token, text: '{}', path: '/etc/passwd' }]],
    ['dropBackup', ['..']],
    ['leftBackups', ['/etc']],
    ['readState', ['/etc/passwd']],
    ['writeState', ['x'.repeat(largestState + 1)]],
    ['writeState', [{ toString: (): string => 'x' }]],
    ['copyText', []],
    ['copyPicture', ['iVBORw0KGgo=']],
    ['openExternal', [new URL('https://example.com/')]],
  ] as const)('refuses %s with what the contract does not say (%#)', async (name, values) => {
    expect(await call(name, ours, ...values)).toMatchObject({ ok: false, error: { kind: 'denied' } });
    expect(fake.reached).toEqual([]);
  });

  it('lets none of 5,000 random calls through', async () => {
    // Any value that can be cloned over the bridge, with the words of the contract mixed in.
    const word = fc.constantFrom('name', 'bytes', 'mediaType', '__proto__', 'constructor', '/etc/passwd', 'map.svg');
    const value = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, key: word }),
      fc.record({ name: fc.anything(), mediaType: fc.anything(), bytes: fc.anything() }),
      fc.array(fc.anything(), { minLength: 21 }),
    );
    const wrong: Readonly<Record<CallName, (values: readonly unknown[]) => boolean>> = {
      saveAs: () => true,
      saveAllAs: () => true,
      open: (values) => !(values.length === 1 && Array.isArray(values[0])),
      openDocument: (values) => values.length > 0,
      reopenDocument: () => true,
      recentDocuments: (values) => values.length > 0,
      saveDocument: () => true,
      saveDocumentAs: () => true,
      documentChanged: () => true,
      closeDocument: () => true,
      forgetDocument: () => true,
      keepBackup: () => true,
      dropBackup: () => true,
      leftBackups: (values) => values.length > 0,
      copyText: (values) => !(values.length === 1 && typeof values[0] === 'string'),
      copyPicture: (values) => !(values.length === 1 && values[0] instanceof Uint8Array),
      openExternal: (values) => !(values.length === 1 && typeof values[0] === 'string'),
      readState: (values) => values.length > 0,
      writeState: (values) => !(values.length === 1 && typeof values[0] === 'string'),
    };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.array(value, { maxLength: 3 }), async (name, values) => {
        fc.pre(wrong[name](values));
        expect(await call(name, ours, ...values)).toMatchObject({ ok: false, error: { kind: 'denied' } });
      }),
      { numRuns: 5_000, seed: 27 },
    );
    expect(fake.reached).toEqual([]);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
  }, 60_000);

  it('makes a failure of a handler that throws, and of a result that the contract does not know', async () => {
    const bad = {
      ...fake.calls,
      readState: () => Promise.reject(new Error('the disk is gone')),
      copyText: async () => ({ ok: true, value: { secret: '/etc/passwd' } }),
    } as unknown as Calls;
    answerCalls({ handle: (channel, listener) => listeners.set(channel, listener) }, bad);
    expect(await call('readState', ours)).toMatchObject({
      ok: false,
      error: { kind: 'failed', message: expect.stringContaining('the disk is gone') },
    });
    expect(JSON.stringify(await call('copyText', ours, 'x'))).not.toContain('passwd');
  });
});
