import { describe, expect, it, vi } from 'vitest';
import { bridgeOf, createElectronPlatform } from '../../src/platform/electron/electronPlatform.ts';
import { channels, menuChannel } from '../../src/platform/ipcContract.ts';
import { makeBridge } from '../../src/preload/bridge.ts';

const makeIpc = () => ({
  invoke: vi.fn(async (..._values: unknown[]): Promise<unknown> => ({ ok: true, value: undefined })),
  on: vi.fn(),
  removeListener: vi.fn(),
});

describe('the bridge', () => {
  it('has one function for each call and one for the menu, and nothing else', () => {
    expect(Object.keys(makeBridge(makeIpc())).sort()).toEqual([...Object.keys(channels), 'onMenu'].sort());
  });

  it('uses the channel of the contract, whatever the window passes', async () => {
    const ipc = makeIpc();
    const bridge = makeBridge(ipc);
    const more = bridge.copyText as (...values: unknown[]) => Promise<unknown>;
    await more('text', 'lodestack:write-state', '/etc/passwd');
    expect(ipc.invoke.mock.calls).toEqual([[channels.copyText, 'text']]);
  });

  it('hands on commands of the menu without the event, and nothing that is no command', () => {
    const ipc = makeIpc();
    const heard = vi.fn();
    const stop = makeBridge(ipc).onMenu(heard);
    const [channel, listener] = ipc.on.mock.calls[0] as [string, (...values: unknown[]) => void];
    expect(channel).toBe(menuChannel);
    listener({ sender: 'an object of Electron' }, 'export', 'more');
    for (const value of ['delete-everything', '', undefined, {}, ['export']]) listener({}, value);
    expect(heard.mock.calls).toEqual([['export']]);
    stop();
    expect(ipc.removeListener).toHaveBeenCalledWith(menuChannel, listener);
  });
});

describe('the platform over a bridge', () => {
  it('is found only where a preload script put it', () => {
    const bridge = makeBridge(makeIpc());
    expect(bridgeOf({ lodestack: bridge })).toBe(bridge);
    expect(bridgeOf({})).toBeUndefined();
  });

  it('makes a failure of a call that is lost', async () => {
    const ipc = makeIpc();
    ipc.invoke.mockRejectedValue(new Error('reply was never sent'));
    const platform = createElectronPlatform(makeBridge(ipc));
    const lost = { ok: false, error: { kind: 'failed', message: expect.stringContaining('reply was never sent') } };
    expect(await platform.readState()).toMatchObject(lost);
    expect(await platform.saveAs({ name: 'x', mediaType: 'a/b', bytes: new Uint8Array() })).toMatchObject(lost);
    expect(await platform.open([])).toMatchObject(lost);
  });
});
