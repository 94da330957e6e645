import { GestureWorld } from './gestureWorld.ts';
import { expect, test } from './lodestackPage.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('parts are moved, copied, nested and resized, each as one step', async ({ lodestack, page }) => {
  test.setTimeout(120_000);
  await lodestack.open();
  const world = new GestureWorld(page);
  await world.open();

  await test.step('equal gaps and lines snap; Ctrl turns that off', async () => {
    await world.drag([260, 550], [104, 487]);
    await world.expectPlaces({ four: '40, 460, 120, 60' });
    // Each field of what is selected stands there once.
    await expect(page.locator('#inspector').getByRole('textbox', { name: 'Words' })).toHaveCount(1);
    await world.undoOnlyStep();
    await world.drag([260, 550], [104, 487], { keys: ['Control'] });
    await world.expectPlaces({ four: '44, 457, 120, 60' });
    await world.undoOnlyStep();
  });

  await test.step('Shift holds a move to one axis', async () => {
    await world.drag([100, 250], [290, 259], { keys: ['Shift'] });
    await expect.poll(() => world.placeOf('two')).toMatch(/^2\d\d, 220, /);
    await world.undoOnlyStep();
  });

  await test.step('Alt leaves the part where it is, and its copy lands in the boundary below', async () => {
    await world.drag([100, 250], [560, 570], { keys: ['Alt'] });
    await expect(page.locator('.scene-node[data-kind="node"]')).toHaveCount(7);
    await expect(world.selected).toHaveCount(1);
    const copy = (await world.selected.getAttribute('data-target')) ?? '';
    await world.expectPlaces({ two: '40, 220, 120, 60', [copy]: '500, 540, 120, 60' });
    await world.drag([450, 470], [450, 500], { keys: ['Control'] });
    await world.expectPlaces({ [copy]: '500, 570, 120, 60' });
    await world.undo.click();
    await world.undoOnlyStep();
  });

  await test.step('of two that move a little each stays in its boundary; dragged out it leaves', async () => {
    await world.click([480, 210]);
    await page.keyboard.down('Shift');
    await world.click([100, 130]);
    await page.keyboard.up('Shift');
    await world.drag([100, 130], [110, 140], { keys: ['Control'] });
    await world.drag([450, 110], [450, 130], { keys: ['Control'] });
    await world.expectPlaces({ left: '434, 210, 120, 60', one: '50, 110, 120, 60' });
    await world.drag([480, 240], [300, 240], { keys: ['Control'] });
    await world.drag([450, 130], [450, 150], { keys: ['Control'] });
    await world.expectPlaces({ left: '254, 210, 120, 60', full: '400, 140, 320, 300' });
    for (let step = 0; step < 3; step += 1) await world.undo.click();
    await world.undoOnlyStep();
  });

  await test.step('a boundary goes no smaller than what it holds', async () => {
    await world.click([450, 110]);
    await world.drag([720, 400], [450, 150], { keys: ['Control'] });
    await world.expectPlaces({ full: '400, 100, 312, 156' });
    await world.undoOnlyStep();
    await world.drag([400, 250], [300, 250], { keys: ['Control'] });
    await world.expectPlaces({ full: '300, 100, 420, 300' });
    await world.undoOnlyStep();
  });

  await test.step('a boundary that is selected goes with its ground, and lines begin outside of its sides', async () => {
    await world.click([450, 110]);
    await world.drag([560, 340], [560, 380], { keys: ['Control'] });
    await world.expectPlaces({ full: '400, 140, 320, 300', left: '424, 220, 120, 60' });
    await world.undoOnlyStep();
    const { zoom } = await world.view();
    const handle = [400 - 16 / zoom, 250] as const;
    await world.hover([400, 250]);
    await world.hover(handle);
    await world.drag(handle, [100, 370]);
    await expect(world.panelTitle).toContainText('Flow from full to three');
    await world.undoOnlyStep();
  });

  await test.step('the dots on the page are switched off and on', async () => {
    const dots = page.getByRole('button', { name: 'Dots on the page' });
    await expect(dots).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('g');
    await expect(dots).toHaveAttribute('aria-pressed', 'false');
    await dots.click();
    await expect(dots).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('Escape, the right button and another window give it up, and nothing is left', async () => {
    await world.click([250, 300]);
    const givenUp: readonly (() => Promise<unknown>)[] = [
      () => page.keyboard.press('Escape'),
      () => page.mouse.down({ button: 'right' }).then(() => page.mouse.up({ button: 'right' })),
      () => page.evaluate(() => window.dispatchEvent(new Event('blur'))),
    ];
    for (const before of givenUp) {
      await world.drag([100, 250], [300, 300], { before });
      await world.drag([100, 402], [260, 440], { before });
    }
    await world.click([450, 110]);
    for (const before of givenUp) await world.drag([720, 400], [760, 440], { before });
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(world.undo).toBeDisabled();
    await world.expectPlaces({ two: '40, 220, 120, 60', full: '400, 100, 320, 300' });
    await world.drag([20, 80], [200, 420], { before: () => page.keyboard.press('Escape') });
    await expect(page.locator('[data-target="full"]')).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('what a box selects is moved by arrow keys, a held key in one step', async () => {
    await world.click([250, 300]);
    await world.drag([20, 80], [200, 420]);
    await expect(world.selected).toHaveCount(3);
    await page.keyboard.down('Alt');
    for (let held = 0; held < 3; held += 1) await page.keyboard.down('ArrowRight');
    await page.keyboard.up('ArrowRight');
    await page.keyboard.up('Alt');
    await world.expectPlaces({ one: '43, 100, 120, 60', three: '43, 340, 120, 60' });
    await world.undoOnlyStep();
  });

  await test.step('the view: Space, the middle button, the wheel, the border', async () => {
    // What is selected anywhere in the window is what the middle button pastes on Linux; here it only pans.
    await world.click([100, 250]);
    await page.locator('#inspector').getByRole('textbox', { name: 'Words' }).click();
    await page.keyboard.press('Control+a');
    await world.click([280, 300]);
    const before = await world.view();
    const ground = await world.inWindow([280, 300]);
    await page.mouse.move(ground.x, ground.y);
    await page.keyboard.down(' ');
    await world.drag([100, 250], [150, 250]);
    await page.keyboard.up(' ');
    await world.drag([300, 300], [300, 340], { button: 'middle' });
    await expect.poll(async () => (await world.view()).y - before.y).toBeCloseTo(40 * before.zoom, 0);
    const after = await world.view();
    expect(after.x - before.x).toBeCloseTo(50 * before.zoom, 0);
    await page.keyboard.down('Shift');
    await page.mouse.wheel(0, 60);
    await page.keyboard.up('Shift');
    await expect.poll(async () => (await world.view()).x).toBeCloseTo(after.x - 60, 0);
    await world.drag([100, 250], [-400, 250], {
      before: () => expect.poll(async () => (await world.view()).x).toBeGreaterThan(after.x + 40),
    });
    await world.undoOnlyStep();
  });
});

test('an arrow is led elsewhere, and a page that is tidied can be worked on at once', async ({ lodestack, page }) => {
  await lodestack.open();
  const world = new GestureWorld(page);
  await world.open();

  await test.step('by pointer to another part', async () => {
    await world.click([100, 190]);
    await world.drag([100, 219], [260, 550]);
    await expect(world.panelTitle).toContainText('Flow from one to four');
    await world.undoOnlyStep();
  });

  await test.step('dropped on the ground it is offered something new, or stays as it was', async () => {
    await world.drag([100, 219], [260, 300]);
    const list = page.getByRole('dialog', { name: /Add what follows one/ });
    await expect(list).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(list).toHaveCount(0);
    await expect(world.undo).toBeDisabled();
    await world.drag([100, 219], [260, 300]);
    await page.keyboard.type('queue');
    await expect(list.getByRole('option').first()).toContainText('Queue');
    await page.keyboard.press('Enter');
    await expect(page.locator('.scene-node[data-kind="node"]')).toHaveCount(7);
    await expect(page.locator('.scene-canvas')).toHaveAttribute('data-edges', '1');
    await world.undoOnlyStep();
  });

  await test.step('by keyboard; and by keyboard a boundary is resized', async () => {
    await page.locator('[data-target="one"]').focus();
    await page.keyboard.press('e');
    await page.keyboard.press('r');
    await expect(page.getByText(/^Leading the line from one elsewhere/)).toBeVisible();
    for (let down = 0; down < 2; down += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(world.panelTitle).toContainText('Flow from one to three');
    await page.locator('[data-target="empty"]').focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await world.expectPlaces({ empty: '400, 460, 330, 199' });
    await world.undo.click();
    await world.undoOnlyStep();
  });

  await test.step('connecting by keyboard says why it finds no end, and goes on', async () => {
    await page.locator('[data-target="one"]').focus();
    await page.keyboard.press('c');
    const hint = page.locator('.scene-canvas__hint');
    await page.keyboard.press('ArrowUp');
    await expect(hint).toHaveText(/^Nothing above/);
    await page.keyboard.press('Enter');
    await expect(hint).toHaveText(/^one can’t lead to itself/);
    await page.keyboard.press('ArrowDown');
    await expect(hint).toHaveText(/^Connecting from one/);
    await page.keyboard.press('Enter');
    await expect(hint).toHaveCount(0);
    await expect(world.panelTitle).toContainText('Flow from one to two');
    await world.undoOnlyStep();
  });

  await test.step('the focus stays on the picture: on the copy, and beside what was removed', async () => {
    await page.locator('[data-target="two"]').focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('[data-target="three"]')).toBeFocused();
    await page.keyboard.press('Control+d');
    const copy = page.locator('.scene-canvas *:focus');
    await expect(copy).toHaveAttribute('aria-label', /three/);
    await expect(copy).not.toHaveAttribute('data-target', 'three');
    await page.keyboard.press('Delete');
    await expect(page.locator('[data-target="three"]')).toBeFocused();
    await world.undo.click();
    await world.undoOnlyStep();
  });

  await test.step('what is double-clicked into a boundary stands in it', async () => {
    const { x, y } = await world.inWindow([560, 570]);
    await page.mouse.dblclick(x, y);
    await page.keyboard.type('queue');
    await expect(page.getByRole('option').first()).toContainText('Queue');
    await page.keyboard.press('Enter');
    const added = page.locator('.scene-node', { has: page.getByRole('button', { name: /^Queue/ }) });
    await expect(added).toBeAttached();
    const before = await added.evaluate(({ style }) => Number.parseFloat(style.top));
    await world.drag([430, 470], [430, 490], { keys: ['Control'] });
    await expect(added).toHaveCSS('top', `${before + 20}px`);
    await world.undo.click();
    await world.undoOnlyStep();
  });

  await test.step('tidying up is one step, and a drag that comes before it is done is kept', async () => {
    await world.click([250, 300]);
    await page.keyboard.press('t');
    await world.drag([260, 550], [260, 620], { keys: ['Control'] });
    await expect(world.undo).toHaveAccessibleName(/Move|Tidy/);
    const steps = ['Move', 'Tidy'];
    await expect.poll(() => world.placeOf('four')).not.toBe('200, 520, 120, 60');
    for (const _ of steps) if (await world.undo.isEnabled()) await world.undo.click();
    await expect(world.undo).toBeDisabled();
    await world.expectPlaces({ one: '40, 100, 120, 60', four: '200, 520, 120, 60' });
  });
});
