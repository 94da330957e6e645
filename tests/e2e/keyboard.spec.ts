import { expect, supportCalls, test } from './lodestackPage.ts';

const focused = '*:focus';

test('the whole way without a mouse', async ({ lodestack, page }) => {
  await lodestack.saveByDownload();
  await lodestack.open();

  await test.step('skip links come first', async () => {
    await page.keyboard.press('Tab');
    await expect(page.locator(focused)).toHaveText('Skip to the need');
    await expect(page.locator(focused)).toBeInViewport();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('radio', { name: 'Describe' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('What should the system do?')).toBeFocused();
  });

  await test.step('a sentence, then F6 to the picture', async () => {
    await page.keyboard.type(supportCalls);
    await page.keyboard.press('Enter');
    await expect(lodestack.state('transcribe')).toHaveAttribute('data-state', 'recommended');
    await page.keyboard.press('F6');
    await expect(lodestack.node('rekognition')).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(page.locator(focused)).toContainText('Show what fits');
    await page.keyboard.press('Tab');
    await expect(lodestack.node('rekognition')).toBeFocused();
  });

  await test.step('arrow keys go by direction, Enter selects, Escape clears', async () => {
    await page.keyboard.press('ArrowRight');
    const next = page.locator(focused);
    await expect(next).not.toHaveAttribute('data-target', 'rekognition');
    const there = await next.boundingBox();
    const here = await lodestack.node('rekognition').boundingBox();
    expect(there?.x ?? 0).toBeGreaterThan(here?.x ?? 0);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(lodestack.result.getByRole('heading', { level: 2 })).toContainText('Rekognition');
    await page.keyboard.press('Escape');
    await expect(lodestack.result).toContainText(/services fit/);
  });

  await test.step('the palette finds a service and shows it', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('elastic inf');
    await expect(page.getByRole('option').first()).toContainText('Elastic Inference');
    await page.keyboard.press('Enter');
    await expect(lodestack.result.getByRole('heading', { level: 2 })).toContainText('Elastic Inference');
  });

  await test.step('a node of the draft is moved by Alt and an arrow', async () => {
    await page.keyboard.press('Control+2');
    await expect(lodestack.node('transcribe')).toBeAttached();
    await page.getByRole('button', { name: 'Export' }).focus();
    await page.keyboard.press('F6');
    await page.keyboard.press('F6');
    await expect(page.locator(focused)).toHaveAttribute('data-target', /./);
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByRole('toolbar', { name: 'Edit the sketch' }).locator(focused)).toHaveCount(1);
    await page.keyboard.press('Tab');
    await expect(page.locator(focused)).toHaveAttribute('data-target', /./);
    const before = await page.locator(focused).boundingBox();
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await expect.poll(async () => (await page.locator(focused).boundingBox())?.y).toBeGreaterThan((before?.y ?? 0) + 2);
  });

  await test.step('and exported', async () => {
    await page.keyboard.press('Control+e');
    await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
    const download = page.waitForEvent('download');
    for (let step = 0; step < 24; step += 1) {
      await page.keyboard.press('Tab');
      if (/Save SVG/.test((await page.locator(focused).textContent()) ?? '')) break;
    }
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toBe(
      'we-record-support-calls-in-spanish-and-want-to-know-in-english-what.svg',
    );
  });
});

test('what keys do is where the keys are, in view and said', async ({ lodestack, page }) => {
  const said = page.getByTestId('said');
  const result = lodestack.result;
  await lodestack.open();

  await test.step('arrow keys choose where they go', async () => {
    await page.getByRole('radio', { name: 'Stack map' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'Sketch' })).toBeFocused();
    await expect(page.getByRole('radio', { name: 'Sketch' })).toBeChecked();
    await expect(page.getByRole('button', { name: 'Start with an empty page' })).toBeVisible();
  });

  await test.step('a part begins a page; with the last part the focus does not go to another tool', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('Note');
    await expect(page.getByRole('option', { name: /^Note/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.locator(focused)).toHaveAccessibleName(/^Note/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Delete');
    await expect(said).toHaveText('Delete “Note”');
    await expect(page.locator('#canvas')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.locator(focused)).toHaveAccessibleName(/^Note/);
    await page.keyboard.press('ControlOrMeta+z');
  });

  await test.step('the line that is selected is told, and opened', async () => {
    await page.getByRole('button', { name: /^File:/ }).press('Enter');
    await page.getByRole('menuitem', { name: 'New sketch from the need' }).press('Enter');
    await lodestack.describe(supportCalls);
    const translate = lodestack.node('translate');
    await expect(translate).toBeAttached();
    await translate.focus();
    await page.keyboard.press('e');
    await expect(said).toHaveText('Line from Amazon Transcribe, 1 of 2: transcript');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: /^Words on the line “/ })).toBeFocused();
    await page.keyboard.type('Spanish text');
    await page.keyboard.press('Enter');
    await expect(said).toHaveText(/^Rename the line “transcript” .*, now “Spanish text”$/);
    await expect(translate).toBeFocused();
  });

  await test.step('the view follows what is moved', async () => {
    const [part, canvas] = [page.locator(focused), page.locator('.scene-canvas')];
    // At full size, so that fewer presses lead out of sight.
    await page.keyboard.press('1');
    for (let step = 0; step < 45; step += 1) await page.keyboard.press('Alt+Shift+ArrowRight');
    await expect(said).toHaveText(/10 px right$/);
    await expect
      .poll(async () => {
        const [box, around] = [await part.boundingBox(), await canvas.boundingBox()];
        return (around?.x ?? 0) + (around?.width ?? 0) - (box?.x ?? 0) - (box?.width ?? 0);
      })
      .toBeGreaterThan(0);
  });

  await test.step('how much is selected is said', async () => {
    await page.keyboard.press('ControlOrMeta+a');
    await expect(said).toHaveText(/^\d+ selected: /);
  });

  await test.step('a fix leads to what it made', async () => {
    await lodestack.node('translate').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Delete');
    await expect(lodestack.node('translate')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await result.getByRole('button', { name: 'Add Amazon Translate' }).press('Enter');
    await expect(page.locator(focused)).toHaveAccessibleName(/^Amazon Translate/);
    await expect(page.locator(focused)).toHaveAttribute('data-target', /./);
  });
});

test('the shortcut sheet opens by ? and closes by Escape', async ({ lodestack, page }) => {
  await lodestack.open();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard and mouse' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('keys of one character can be switched off, but on the part that has the focus', async ({ lodestack, page }) => {
  await lodestack.open();
  await lodestack.describe(supportCalls);
  await lodestack.show('Sketch');
  await expect(lodestack.node('comprehend')).toBeAttached();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await page.getByRole('switch', { name: /^Keys of one character/ }).press('Space');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Add a part' }).locator('kbd')).toHaveCount(0);

  await lodestack.node('comprehend').focus();
  const zoom = page.locator('.zoom-controls__level');
  const before = await zoom.textContent();
  for (const key of ['/', '?', '+', '1', 'g']) await page.keyboard.press(key);
  await page.keyboard.press('e');
  await expect(lodestack.result.getByLabel('Words on the line')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('listbox')).toHaveCount(0);
  expect(await zoom.textContent()).toBe(before);
  await expect(page.getByRole('button', { name: 'Dots on the page' })).toHaveAttribute('aria-pressed', 'true');
  // What is typed stays typed, and what needs a key of command works.
  await lodestack.describe('1/2 + g');
  await page.getByLabel('What should the system do?').press('t');
  await expect(page.getByLabel('What should the system do?')).toHaveValue('1/2 + gt');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.reload();
  await page.locator('#canvas').focus();
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(page.getByRole('switch', { name: /^Keys of one character/ })).not.toBeChecked();

  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Guide' }).click();
  const question = page.locator('.guide__question h2');
  const asked = await question.textContent();
  await expect(page.locator('.guide__key')).toHaveCount(0);
  await question.focus();
  await page.keyboard.press('1');
  await expect(question).toHaveText(asked ?? '');
});

test('the width of a panel is set by arrow key', async ({ lodestack, page }) => {
  await lodestack.open();
  const border = page.getByRole('separator', { name: 'Width of the panel Need' });
  await border.focus();
  const before = Number(await border.getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowRight');
  await expect(border).toHaveAttribute('aria-valuenow', String(before + 16));
});
