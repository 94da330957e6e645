import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { channels, menuChannel } from '../../src/platform/ipcContract.ts';

/** What Electron was asked for, in order. The real index.ts runs over this stand-in; no binary is needed. */
const world = vi.hoisted(() => {
  const log: string[] = [];
  const contentsListeners = new Map<string, (...values: unknown[]) => unknown>();
  const windowListeners = new Map<string, (...values: unknown[]) => unknown>();
  const handlers = new Map<string, (...values: unknown[]) => Promise<unknown>>();
  const appListeners = new Map<string, (...values: unknown[]) => unknown>();
  return {
    log,
    contentsListeners,
    windowListeners,
    lossAnswer: 0,
    questions: [] as { message: string; detail: string; buttons: readonly string[]; defaultId: number }[],
    handlers,
    appListeners,
    userData: '',
    saveAnswer: { canceled: true, filePath: '' },
    windows: [] as { options: unknown; sent: unknown[][]; loaded: string[] }[],
    menu: [] as { label?: string; submenu?: { label?: string; accelerator?: string; click?: () => void }[] }[],
    openHandler: undefined as undefined | ((details: { url: string }) => unknown),
    outside: [] as string[],
    protocolHandler: undefined as undefined | ((request: Request) => Promise<Response>),
    permission: {} as Record<string, (...values: unknown[]) => unknown>,
  };
});

vi.mock('electron', () => {
  class BrowserWindow {
    readonly record: (typeof world.windows)[number];
    readonly webContents: object;
    constructor(options: unknown) {
      world.log.push('window');
      this.record = { options, sent: [], loaded: [] };
      world.windows.push(this.record);
      const contents = {
        on: (name: string, listener: (...values: unknown[]) => unknown) => world.contentsListeners.set(name, listener),
        reload: () => world.log.push('reload'),
        send: (...values: unknown[]) => this.record.sent.push(values),
        setWindowOpenHandler: (handler: typeof world.openHandler) => {
          world.openHandler = handler;
        },
      };
      this.webContents = contents;
      world.appListeners.get('web-contents-created')?.({}, contents);
    }
    once() {}
    on(name: string, listener: (...values: unknown[]) => unknown) {
      world.windowListeners.set(name, listener);
    }
    close() {
      world.log.push('close');
    }
    isDestroyed() {
      return false;
    }
    show() {}
    async loadURL(url: string) {
      world.log.push('load');
      this.record.loaded.push(url);
    }
  }
  const grant = (name: string) => (handler: (...values: unknown[]) => unknown) => {
    world.log.push(name);
    world.permission[name] = handler;
  };
  return {
    app: {
      requestSingleInstanceLock: () => true,
      enableSandbox: () => world.log.push('sandbox'),
      on: (name: string, listener: (...values: unknown[]) => unknown) => world.appListeners.set(name, listener),
      whenReady: async () => {
        world.log.push('ready');
      },
      isReady: () => true,
      getPath: () => world.userData,
      quit: () => world.log.push('quit'),
      exit: (code: number) => world.log.push(`exit ${code}`),
    },
    BrowserWindow,
    clipboard: { writeText: async () => undefined, write: async () => undefined },
    ClipboardItem: class {},
    dialog: {
      showSaveDialog: async () => world.saveAnswer,
      showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
      showMessageBox: async (_window: unknown, options: (typeof world.questions)[number]) => {
        world.questions.push(options);
        return { response: world.lossAnswer };
      },
      showErrorBox: (title: string, text: string) => world.log.push(`error: ${title} ${text}`),
    },
    ipcMain: {
      handle: (channel: string, handler: (...values: unknown[]) => Promise<unknown>) =>
        world.handlers.set(channel, handler),
    },
    Menu: {
      buildFromTemplate: (template: typeof world.menu) => template,
      setApplicationMenu: (menu: typeof world.menu) => {
        world.menu = menu;
      },
    },
    nativeTheme: { shouldUseDarkColors: true },
    protocol: {
      registerSchemesAsPrivileged: () => world.log.push('schemes'),
      handle: (_scheme: string, handler: typeof world.protocolHandler) => {
        world.log.push('protocol');
        world.protocolHandler = handler;
      },
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: grant('permission request'),
        setPermissionCheckHandler: grant('permission check'),
        setDevicePermissionHandler: grant('device permission'),
        on: (name: string, listener: (...values: unknown[]) => unknown) => {
          world.permission[name] = listener;
        },
      },
    },
    shell: {
      openExternal: async (url: string) => {
        world.outside.push(url);
      },
    },
  };
});

const event = { senderFrame: { url: 'lodestack://app/index.html', parent: null } };
const leftOver = '.lodestack-999999999-0123456789abcdef.tmp';

beforeAll(async () => {
  world.userData = mkdtempSync(join(tmpdir(), 'lodestack-main-'));
  await import('../../src/main/index.ts');
  await vi.waitFor(() => expect(world.log).toContain('load'));
});
afterAll(() => {
  rmSync(world.userData, { recursive: true, force: true });
});

describe('the main process', () => {
  it('is closed before it opens: sandbox and scheme before ready, permissions and protocol before the window', () => {
    expect(world.log).toEqual([
      'sandbox',
      'schemes',
      'ready',
      'permission request',
      'permission check',
      'device permission',
      'protocol',
      'window',
      'load',
    ]);
    expect(world.windows[0]?.loaded).toEqual(['lodestack://app/index.html']);
  });

  it('grants no permission, no device and no download', () => {
    const answers: unknown[] = [];
    world.permission['permission request']?.({}, 'media', (granted: boolean) => answers.push(granted));
    answers.push(world.permission['permission check']?.(), world.permission['device permission']?.());
    expect(answers).toEqual([false, false, false]);
    const preventDefault = vi.fn();
    world.permission['will-download']?.({ preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('lets no page leave by %s', (name) => {
    const tried = (url: string, old: boolean): boolean => {
      const preventDefault = vi.fn();
      // Electron gives the address on the event; older handlers got it beside the event.
      world.contentsListeners.get(name)?.(old ? { preventDefault } : { preventDefault, url }, old ? url : undefined);
      return preventDefault.mock.calls.length > 0;
    };
    for (const url of ['https://example.com/', 'file:///etc/passwd', 'lodestack://app.evil/', 'javascript:1', '']) {
      expect(tried(url, false), url).toBe(true);
      expect(tried(url, true), url).toBe(true);
    }
    expect(tried('lodestack://app/index.html#map', false)).toBe(false);
  });

  it('attaches no webview', () => {
    const preventDefault = vi.fn();
    world.contentsListeners.get('will-attach-webview')?.({ preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('opens no window; a link outwards goes to the system, if it may', () => {
    const before = world.windows.length;
    for (const url of ['https://docs.aws.amazon.com/', 'file:///etc/passwd', 'smb://server/x', 'javascript:1']) {
      expect(world.openHandler?.({ url })).toEqual({ action: 'deny' });
    }
    expect(world.outside).toEqual(['https://docs.aws.amazon.com/']);
    expect(world.windows).toHaveLength(before);
  });

  it('sends each command of the menu to the window, on the one channel', () => {
    for (const entry of world.menu.flatMap((part) => part.submenu ?? [])) entry.click?.();
    expect(world.windows[0]?.sent).toEqual(
      [
        'new-sketch',
        'open-sketch',
        'save',
        'save-as',
        'new-need',
        'open-decision',
        'export',
        'find',
        'map',
        'draft',
        'toggle-theme',
      ].map((command) => [menuChannel, command]),
    );
    const keys = world.menu.flatMap((part) => part.submenu ?? []).map((entry) => entry.accelerator);
    expect(keys).toEqual(expect.arrayContaining(['CmdOrCtrl+E', 'CmdOrCtrl+K']));
    expect(new Set(keys.filter(Boolean)).size).toBe(keys.filter(Boolean).length);
  });

  it('serves by its own scheme with the policy, and nothing else by it', async () => {
    const ask = (url: string, method = 'GET') => world.protocolHandler?.(new Request(url, { method }));
    const answer = await ask('lodestack://app/nothing.html');
    expect(answer?.status).toBe(404);
    expect(answer?.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect((await ask('lodestack://other/index.html'))?.status).toBe(400);
    expect((await ask('lodestack://app/index.html', 'POST'))?.status).toBe(405);
  });

  it('saves where the user said, carefully, and nowhere when they cancelled', async () => {
    const save = world.handlers.get(channels.saveAs);
    const file = { name: 'map.svg', mediaType: 'image/svg+xml', bytes: new TextEncoder().encode('<svg/>') };
    expect(await save?.(event, file)).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    const path = join(world.userData, 'chosen.svg');
    world.saveAnswer = { canceled: false, filePath: path };
    expect(await save?.(event, file)).toEqual({ ok: true, value: { where: path } });
    expect(readFileSync(path, 'utf8')).toBe('<svg/>');
  });

  it('leaves a temporary file alone that may still be in use', async () => {
    writeFileSync(join(world.userData, leftOver), 'fresh');
    await world.handlers.get(channels.writeState)?.(event, '{}');
    expect(readFileSync(join(world.userData, leftOver), 'utf8')).toBe('fresh');
    expect(await world.handlers.get(channels.readState)?.(event)).toEqual({ ok: true, value: '{}' });
  });

  describe('closing the window', () => {
    const preventDefault = vi.fn();
    const refuse = () => world.contentsListeners.get('will-prevent-unload')?.({ preventDefault });
    const backup = { id: '0f4c1c8e-7a53-4b43-9c3e-1d2f3a4b5c6d', text: 'x' };
    beforeEach(() => {
      world.log.length = 0;
      preventDefault.mockClear();
    });

    it('is done again once the page has kept its last change, and quits where that was asked for', async () => {
      world.windowListeners.get('close')?.();
      refuse();
      await world.handlers.get(channels.keepBackup)?.(event, backup);
      await vi.waitFor(() => expect(world.log).toEqual(['close']));
      world.appListeners.get('before-quit')?.();
      world.windowListeners.get('close')?.();
      refuse();
      await vi.waitFor(() => expect(world.log).toEqual(['close', 'quit']));
      expect(preventDefault).not.toHaveBeenCalled();
      expect(world.questions).toEqual([]);
    });

    it('asks by a dialog of the system where the change cannot be kept; staying is what Enter and Escape do', async () => {
      // A file where the folder of the backups should be.
      rmSync(join(world.userData, 'backups'), { recursive: true, force: true });
      writeFileSync(join(world.userData, 'backups'), '');
      world.windowListeners.get('close')?.();
      refuse();
      expect(await world.handlers.get(channels.keepBackup)?.(event, backup)).toMatchObject({ ok: false });
      await vi.waitFor(() => expect(world.questions).toHaveLength(1));
      expect(world.questions[0]).toMatchObject({ buttons: ['Stay', 'Close and lose it'], defaultId: 0, cancelId: 0 });
      expect(world.log).toEqual([]);

      world.lossAnswer = 1;
      world.windowListeners.get('close')?.();
      refuse();
      await world.handlers.get(channels.keepBackup)?.(event, backup);
      await vi.waitFor(() => expect(world.log).toEqual(['close']));
      refuse();
      expect(preventDefault).toHaveBeenCalledOnce();
    });

    it('and quitting let what the window asked for last be finished first', async () => {
      const quit = vi.fn();
      const state = world.handlers.get(channels.writeState)?.(event, '{"last":true}');
      world.appListeners.get('will-quit')?.({ preventDefault: quit });
      expect(quit).toHaveBeenCalledOnce();
      await vi.waitFor(() => expect(world.log).toEqual(['quit']));
      await state;
      expect(readFileSync(join(world.userData, 'state.json'), 'utf8')).toBe('{"last":true}');
      world.appListeners.get('will-quit')?.({ preventDefault: quit });
      expect(quit).toHaveBeenCalledOnce();
    });
  });
});
