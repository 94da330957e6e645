import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { privilegedSchemes } from '../../src/main/appProtocol.ts';
import { windowOptions } from '../../src/main/windowOptions.ts';

const main = resolve(import.meta.dirname, '../../src/main');
const sources = readdirSync(main)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(main, name), 'utf8'))
  .join('\n');

/** The points of https://www.electronjs.org/docs/latest/tutorial/security that are decided when a window is made. */
describe("Electron's checklist", () => {
  const { webPreferences } = windowOptions('/app/out/preload/index.cjs', false);

  it.each([
    ['2. no Node for the page', 'nodeIntegration', false],
    ['2. no Node for its workers', 'nodeIntegrationInWorker', false],
    ['2. no Node for its frames', 'nodeIntegrationInSubFrames', false],
    ['3. context isolation', 'contextIsolation', true],
    ['4. process sandboxing', 'sandbox', true],
    ['6. web security stays on', 'webSecurity', true],
    ['8. no insecure content', 'allowRunningInsecureContent', false],
    ['9. no experimental features', 'experimentalFeatures', false],
    ['11. no webview', 'webviewTag', false],
    ['13. no navigation by dropping a file', 'navigateOnDragDrop', false],
  ] as const)('%s', (_point, key, value) => {
    expect(webPreferences?.[key]).toBe(value);
  });

  it('10. enables no feature of Blink by name', () => {
    expect(webPreferences).not.toHaveProperty('enableBlinkFeatures');
  });

  it('sets nothing that is not known here', () => {
    expect(Object.keys(webPreferences ?? {}).sort()).toEqual([
      'allowRunningInsecureContent',
      'contextIsolation',
      'experimentalFeatures',
      'navigateOnDragDrop',
      'nodeIntegration',
      'nodeIntegrationInSubFrames',
      'nodeIntegrationInWorker',
      'preload',
      'sandbox',
      'spellcheck',
      'webSecurity',
      'webviewTag',
    ]);
  });

  it('18. serves pages by a protocol of its own, which may not pass a policy by', () => {
    expect(privilegedSchemes).toHaveLength(1);
    expect(privilegedSchemes[0]?.scheme).toBe('lodestack');
    expect(privilegedSchemes[0]?.privileges).toMatchObject({ standard: true, secure: true });
    expect(privilegedSchemes[0]?.privileges).not.toHaveProperty('bypassCSP');
    expect(sources).not.toMatch(/loadFile\(|loadURL\((?!startPage\))|file:\/\//);
  });

  it('makes windows in one place, from these options', () => {
    expect(sources.match(/new BrowserWindow\(/g)).toHaveLength(1);
    expect(sources).toMatch(/new BrowserWindow\(windowOptions\(/);
    expect(sources).not.toMatch(/new (BrowserView|WebContentsView|BaseWindow)\(/);
  });
});
