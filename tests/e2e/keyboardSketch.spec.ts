/** A sketch by keyboard alone: the focus is always somewhere, can be seen, and every change is said once. */
import type { Page } from '@playwright/test';
import { expect, supportCalls, test } from './lodestackPage.ts';

const command = process.platform === 'darwin' ? 'Meta' : 'Control';

/** What has the focus, where it is not lost and can be seen to have it; else what is wrong. */
const focusNow = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return 'LOST';
    const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(element);
    const typed = element.matches('input, textarea') && borderColor !== '';
    const rung = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    if (!rung && boxShadow === 'none' && !typed) return `UNSEEN ${element.outerHTML.slice(0, 120)}`;
    return element.getAttribute('aria-label') ?? element.textContent ?? '';
  });

/** The focus comes to rest on something of this name. */
const focused = async (page: Page, name: RegExp): Promise<void> => {
  await expect.poll(() => focusNow(page)).toMatch(name);
};
/** The focus is somewhere, whatever it is on. */
const notLost = async (page: Page): Promise<void> => {
  await expect.poll(() => focusNow(page)).not.toMatch(/^(LOST|UNSEEN)/);
};
const said = async (page: Page, words: string | RegExp): Promise<void> => {
  await expect(page.getByTestId('said')).toHaveText(words);
};

test('a sketch by keyboard alone, and the focus is never lost', async ({ lodestack, page }) => {
  test.setTimeout(120_000);
  await lodestack.open();
  await lodestack.describe(supportCalls);
  await page.keyboard.press(`${command}+2`);
  const part = lodestack.node('comprehend');
  await expect(part).toBeAttached();
  await part.focus();

  await test.step('moved by 1 and by 10 px', async () => {
    await page.keyboard.press('Alt+ArrowDown');
    await said(page, 'Move “Amazon Comprehend”, 1 px down');
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await said(page, 'Move “Amazon Comprehend”, 10 px right');
    await focused(page, /Comprehend/);
  });

  await test.step('along the edges and by direction', async () => {
    await page.keyboard.press(`${command}+ArrowLeft`);
    await focused(page, /Translate/);
    await page.keyboard.press('ArrowUp');
    await focused(page, /Transcribe/);
  });

  await test.step('placed, and renamed', async () => {
    await page.keyboard.press('/');
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.type('Note');
    await expect(page.getByRole('option', { name: /^Note/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await said(page, 'Add “Note”');
    await focused(page, /^Note/);
    await page.keyboard.press('F2');
    await page.keyboard.type('Ask legal');
    await page.keyboard.press('Enter');
    await said(page, 'Rename “Note”, now “Ask legal”');
    await focused(page, /Ask legal/);
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    await focused(page, /Ask legal/);
  });

  await test.step('connected', async () => {
    await page.keyboard.press('c');
    // Wherever the part was put, another one lies in some direction.
    for (const way of ['Down', 'Up', 'Left', 'Right']) {
      if (!/Ask legal/.test(await focusNow(page))) break;
      await page.keyboard.press(`Arrow${way}`);
    }
    await page.keyboard.press('Enter');
    await said(page, /^Connect “Ask legal” to/);
    await notLost(page);
  });

  await test.step('deleted, and brought back', async () => {
    await part.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Delete');
    await said(page, 'Delete “Amazon Comprehend”');
    await notLost(page);
    await page.keyboard.press(`${command}+z`);
    await said(page, 'Undone: Delete “Amazon Comprehend”');
    await page.keyboard.press(`${command}+Shift+z`);
    await said(page, 'Redone: Delete “Amazon Comprehend”');
    await page.keyboard.press(`${command}+z`);
    await notLost(page);
  });

  await test.step('tidied up', async () => {
    await page.keyboard.press('t');
    await said(page, /^Tidy up/);
    await notLost(page);
  });

  await test.step('a remark, there and gone', async () => {
    await part.focus();
    await page.keyboard.press('Space');
    await page.getByRole('textbox', { name: 'Comment' }).focus();
    await page.keyboard.type('Which region?');
    await page.keyboard.press(`${command}+Enter`);
    await said(page, 'Comment on “Amazon Comprehend”');
    await page.getByRole('button', { name: 'Remove this comment' }).focus();
    await page.keyboard.press('Enter');
    await said(page, 'Remove a comment on “Amazon Comprehend”');
    await notLost(page);
    await lodestack.result.getByRole('button', { name: 'Delete' }).focus();
    await page.keyboard.press('Enter');
    await notLost(page);
  });

  await test.step('pages', async () => {
    const pages = page.getByRole('navigation', { name: 'Pages' });
    await pages.getByRole('button', { name: 'Add a page' }).focus();
    await page.keyboard.press('Enter');
    await pages.getByRole('button', { name: /^What can be done with the page Page 2/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Rename' }).press('Enter');
    await page.keyboard.type('Later');
    await page.keyboard.press('Enter');
    await expect(pages.getByRole('button', { name: 'Later', exact: true })).toBeVisible();
    await notLost(page);
    await pages.getByRole('button', { name: /^What can be done with the page Later/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Delete' }).press('Enter');
    await said(page, 'Delete page “Later”');
    await notLost(page);
  });

  await test.step('nothing is left to undo', async () => {
    const undo = page.getByRole('toolbar', { name: 'Edit the sketch' }).getByRole('button', { name: /^Undo/ });
    await undo.focus();
    for (let step = 0; step < 20 && (await undo.isEnabled()); step += 1) await page.keyboard.press('Enter');
    await expect(undo).toBeDisabled();
    await notLost(page);
  });

  await test.step('what opens gives the focus back when it closes', async () => {
    await part.focus();
    for (const [keys, role] of [
      ['?', 'dialog'],
      [`${command}+k`, 'dialog'],
      [`${command}+e`, 'dialog'],
      ['Shift+F10', 'menu'],
      ['/', 'dialog'],
    ] as const) {
      await page.keyboard.press(keys);
      await expect(page.getByRole(role).first()).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole(role)).toHaveCount(0);
      await focused(page, /Comprehend/);
    }
  });
});

test('the key after the one that closes a menu, a list or a dialog goes to what is under it', async ({
  lodestack,
  page,
}) => {
  await lodestack.open();
  await lodestack.show('Sketch');
  await lodestack.describe(supportCalls);
  await expect(lodestack.node('comprehend')).toBeAttached();
  const words = lodestack.result.getByLabel('Words on the line');
  /** What opens over the part that has the focus, and what tells that it is open. */
  const overlays = { 'Shift+F10': 'menu', '/': 'listbox', '?': 'dialog' } as const;
  for (const [key, role] of Object.entries(overlays)) {
    await test.step(key, async () => {
      await lodestack.node('comprehend').focus();
      await page.keyboard.press(key);
      await expect(page.getByRole(role)).toBeVisible();
      // One after the other with no frame between, as on a machine that is busy.
      await Promise.all([page.keyboard.press('Escape'), page.keyboard.press('e')]);
      await expect(words).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(words).toHaveCount(0);
    });
  }
});

test('what is typed while something opens goes to what opens', async ({ lodestack, page }) => {
  await lodestack.open();
  await lodestack.describe(supportCalls);
  await lodestack.show('Sketch');
  await expect(lodestack.node('comprehend')).toBeAttached();
  await lodestack.drawn();
  await lodestack.node('comprehend').focus();
  const said = page.getByTestId('said');
  /** Keys one after the other with no frame between, as on a machine that is busy. */
  const type = (...keys: readonly string[]) => Promise.all(keys.map((key) => page.keyboard.press(key)));

  await test.step('a part that was just placed is renamed, and not the one before', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('Note');
    await expect(page.getByRole('option', { name: /^Note/ })).toBeVisible();
    await type('Enter', 'F2', 'A', 's', 'k', 'Enter');
    await expect(said).toHaveText('Rename “Note”, now “Ask”');
  });

  await test.step('a search after a part was selected by Space', async () => {
    await lodestack.node('comprehend').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ControlOrMeta+k');
    await type('k', 'e', 'n', 'd', 'r', 'a');
    await expect(page.getByRole('combobox', { name: 'Search services and tasks' })).toHaveValue('kendra');
    await page.keyboard.press('Escape');
    await expect(lodestack.node('comprehend')).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('Enter takes what is marked on screen by then', async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('lex');
    await expect(page.getByRole('combobox')).toHaveAttribute('aria-activedescendant', /lex$/);
    await type(' ', 'v', '2', 'Enter');
    await expect(lodestack.result.getByRole('heading', { name: 'Amazon Lex V2' })).toBeVisible();
  });

  await test.step('the new name of a page', async () => {
    const pages = page.getByRole('navigation', { name: 'Pages' });
    await pages.getByRole('button', { name: 'Add a page' }).click();
    await pages.getByRole('button', { name: /^What can be done with the page Page 2/ }).click();
    await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeVisible();
    await page.getByRole('menuitem', { name: 'Rename' }).focus();
    await type('Enter', 'L', 'a', 't', 'e', 'r', 'Enter');
    await expect(pages.getByRole('button', { name: 'Later', exact: true })).toBeVisible();
  });
});
