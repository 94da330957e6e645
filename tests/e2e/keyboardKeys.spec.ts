/** Every key that is listed does something, and no other key does. */
import type { Page } from '@playwright/test';
import { type ShortcutPlace, shortcutIds, shortcuts } from '../../src/renderer/app/shortcuts.ts';
import { expect, supportCalls, test } from './lodestackPage.ts';

const command = process.platform === 'darwin' ? 'Meta' : 'Control';

/** Presses keys where the focus is, in the page's own code; those that somebody took. */
const taken = (page: Page, keys: readonly string[]): Promise<readonly string[]> =>
  page.evaluate(
    ([all, mod]) =>
      all.filter((written) => {
        const [key = '', ...modifiers] = written.split(/\+(?=.)/).reverse();
        const event = new KeyboardEvent('keydown', {
          key: key === 'Space' ? ' ' : key,
          [mod]: modifiers.includes('Mod'),
          altKey: modifiers.includes('Alt'),
          shiftKey: modifiers.includes('Shift'),
          bubbles: true,
          cancelable: true,
        });
        (document.activeElement ?? document.body).dispatchEvent(event);
        return event.defaultPrevented;
      }),
    [keys, command === 'Meta' ? 'metaKey' : 'ctrlKey'] as const,
  );

const listed = (places: readonly ShortcutPlace[]): readonly string[] =>
  shortcutIds.filter((id) => places.includes(shortcuts[id].at)).flatMap((id) => shortcuts[id].keys);

/** A key that nobody takes because it is the browser's own: Space presses the button that has the focus. */
const native = new Set(['Space']);

test('each key of the sheet is taken, and no other', async ({ lodestack, page }) => {
  test.setTimeout(120_000);
  // The choosers of files answer at once.
  await page.addInitScript(() => {
    const cancelled = () => Promise.reject(new DOMException('', 'AbortError'));
    Object.assign(window, { showSaveFilePicker: cancelled, showOpenFilePicker: cancelled });
  });
  await lodestack.open();
  await lodestack.describe(supportCalls);
  await page.keyboard.press(`${command}+2`);
  await expect(lodestack.node('comprehend')).toBeAttached();
  const part = lodestack.node('comprehend');

  await test.step('no other', async () => {
    await part.focus();
    const known = new Set(listed(['anywhere', 'file', 'view', 'picture', 'sketch', 'clipboard', 'copying']));
    const keys = [
      ...'abcdefghijklmnopqrstuvwxyz0123456789/.,;-=+?[]\'`!"#$%&()*:<>@\\^_{|}~',
      ...['Enter', 'Escape', 'Delete', 'Backspace', 'Insert', 'Home', 'End', 'PageUp', 'PageDown', 'ContextMenu'],
      ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Space', 'Pause', 'ScrollLock'],
      ...Array.from({ length: 12 }, (_, place) => `F${place + 1}`),
    ];
    const named = (key: string): boolean => key.length > 1 || key.toLowerCase() !== key.toUpperCase();
    const all = keys.flatMap((key) =>
      ['', 'Mod+', 'Alt+', 'Mod+Alt+', ...(named(key) ? ['Shift+', 'Mod+Shift+', 'Alt+Shift+'] : [])].map(
        (before) => `${before}${key}`,
      ),
    );
    expect(
      await taken(
        page,
        all.filter((key) => !known.has(key)),
      ),
    ).toEqual([]);
  });

  await test.step('each of them', async () => {
    // Dialogs are loaded when they are first wanted: one that comes late would take the keys after its own.
    for (const opens of [`${command}+e`, '?']) {
      await part.focus();
      await page.keyboard.press(opens);
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    const ignored: string[] = [];
    for (const each of listed(['anywhere', 'file', 'view', 'picture', 'sketch'])) {
      await part.focus();
      // Something to undo, to redo and to remove.
      await page.keyboard.press('Alt+ArrowDown');
      if (each === 'Mod+Shift+z' || each === 'Mod+y') await page.keyboard.press(`${command}+z`);
      if ((await taken(page, [each])).length === 0 && !native.has(each)) ignored.push(each);
      const back = page.locator('.dialog-overlay, .popover, .rename-field');
      // What is loaded when it is first wanted hears Escape only when it is there.
      await expect(async () => {
        if ((await back.count()) > 0) await page.keyboard.press('Escape');
        expect(await back.count()).toBe(0);
      }).toPass();
      if (!(await part.isVisible())) {
        if (each === 'Delete' || each === 'Backspace') await page.keyboard.press(`${command}+z`);
        await page.keyboard.press(`${command}+2`);
        await expect(part).toBeAttached();
      }
    }
    expect(ignored).toEqual([]);
  });

  await test.step('the clipboard', async () => {
    await part.focus();
    const events = await page.evaluate(() =>
      ['copy', 'cut', 'paste'].map((type) => {
        const clipboardData = new DataTransfer();
        if (type === 'paste') clipboardData.setData('text/plain', 'Ask legal');
        const event = new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true });
        (document.activeElement ?? document.body).dispatchEvent(event);
        return event.defaultPrevented;
      }),
    );
    expect(events).toEqual([true, true, true]);
  });

  await test.step('the sheet lists them all', async () => {
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard and mouse' });
    const shown = shortcutIds.filter((id) => shortcuts[id].at !== 'desktop').map((id) => shortcuts[id].says);
    const rows = await sheet.locator('dd').allTextContents();
    expect(rows).toEqual(expect.arrayContaining(shown));
  });
});
