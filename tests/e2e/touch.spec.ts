import type { CDPSession } from '@playwright/test';
import { GestureWorld } from './gestureWorld.ts';
import { expect, test } from './lodestackPage.ts';

test.use({ hasTouch: true, contextOptions: { reducedMotion: 'reduce' } });

type Place = { readonly x: number; readonly y: number };

/** Fingers on the screen, px of the window, as the browser's own touch input. */
class Hand {
  readonly session: CDPSession;

  constructor(session: CDPSession) {
    this.session = session;
  }

  async down(...fingers: readonly Place[]): Promise<void> {
    await this.tell('touchStart', fingers);
  }

  async move(...fingers: readonly Place[]): Promise<void> {
    await this.tell('touchMove', fingers);
  }

  async up(): Promise<void> {
    await this.tell('touchEnd', []);
  }

  /** One finger goes from a place to another, in a few steps. */
  async drag(from: Place, to: Place): Promise<void> {
    await this.down(from);
    for (const share of [0.25, 0.5, 0.75, 1])
      await this.move({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
    await this.up();
  }

  async tap(at: Place): Promise<void> {
    await this.down(at);
    await this.up();
  }

  /** As quickly as a hand does it, however busy the machine is. */
  async doubleTap(at: Place): Promise<void> {
    await Promise.all([this.down(at), this.up(), this.down(at), this.up()]);
  }

  private async tell(type: 'touchStart' | 'touchMove' | 'touchEnd', fingers: readonly Place[]): Promise<void> {
    await this.session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: fingers.map(({ x, y }, id) => ({ x, y, id })),
    });
  }
}

test('a sketch is edited by finger', async ({ lodestack, page, context }) => {
  await lodestack.open();
  const world = new GestureWorld(page);
  await world.open();
  const hand = new Hand(await context.newCDPSession(page));
  const ground = await world.inWindow([280, 300]);

  await test.step('one finger pans on the ground, and moves what it is on', async () => {
    const before = await world.view();
    await hand.drag(ground, { x: ground.x + 40, y: ground.y + 20 });
    await expect.poll(async () => (await world.view()).x).toBeCloseTo(before.x + 40, 0);
    const from = await world.inWindow([100, 250]);
    const to = await world.inWindow([260, 250]);
    await hand.drag(from, to);
    await world.expectPlaces({ two: '200, 220, 120, 60' });
    await expect(page.locator('[data-target="two"]')).toHaveAttribute('aria-pressed', 'true');
    await world.undoOnlyStep();
  });

  await test.step('two fingers zoom about their middle; nothing jumps when one lands or is lifted', async () => {
    const start = { x: ground.x, y: ground.y };
    await hand.down(start);
    const landed = await world.view();
    await hand.down(start, { x: start.x + 100, y: start.y });
    expect(await world.view()).toEqual(landed);
    await hand.move({ x: start.x - 50, y: start.y }, { x: start.x + 150, y: start.y });
    await expect.poll(async () => (await world.view()).zoom).toBeCloseTo(landed.zoom * 2, 2);
    const pinched = await world.view();
    // What was in the middle of both is there still.
    const middle = start.x + 50;
    expect((middle - pinched.x) / pinched.zoom).toBeCloseTo((middle - landed.x) / landed.zoom, 0);
    await hand.up();
    expect(await world.view()).toEqual(pinched);
    await page.keyboard.press('0');
    await page.keyboard.press('-');
  });

  await test.step('a finger that rests asks for the menu, and does nothing else when it is lifted', async () => {
    await hand.down(await world.inWindow([100, 370]));
    await expect(page.getByRole('menu')).toBeVisible();
    await hand.up();
    await expect(page.getByRole('menu')).toBeVisible();
    await page.getByRole('menuitem', { name: 'Duplicate' }).tap();
    await expect(page.locator('.scene-node[data-kind="node"]')).toHaveCount(7);
    await world.undoOnlyStep();
  });

  await test.step('a tap selects, two rename; a border is drawn from; the palette places by a tap', async () => {
    await hand.tap(await world.inWindow([480, 210]));
    await expect(page.locator('[data-target="left"]')).toHaveAttribute('aria-pressed', 'true');
    await hand.drag(await world.inWindow([100, 402]), await world.inWindow([260, 550]));
    await expect(page.locator('.scene-canvas')).toHaveAttribute('data-edges', '2');
    await world.undoOnlyStep();
    await hand.doubleTap(await world.inWindow([640, 210]));
    await expect(page.getByRole('textbox', { name: 'Name of right' })).toBeFocused();
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: 'Parts' }).tap();
    await page.getByRole('button', { name: 'Add Queue or stream' }).tap();
    await expect(page.locator('.scene-node[data-kind="node"]')).toHaveCount(7);
  });
});
