/** A small sketch whose parts stand at known places, and a hand that works in the coordinates of the page. */
import { expect, type Page } from '@playwright/test';
import type { DiagramEdge, DiagramGroup, DiagramNode } from '../../src/core/diagram/diagram.ts';
import { tableOf } from '../../src/core/diagram/page.ts';
import { documentOf } from '../../src/core/document/document.ts';
import { writeDocument } from '../../src/core/document/writeDocument.ts';

const note = (id: string, x: number, y: number, group?: string): DiagramNode => ({
  id,
  kind: 'note',
  label: id,
  position: { x, y },
  size: { width: 120, height: 60 },
  ...(group === undefined ? {} : { group }),
});
const boundary = (id: string, y: number, height: number): DiagramGroup => ({
  id,
  kind: 'custom',
  label: id,
  position: { x: 400, y },
  size: { width: 320, height },
});
const arrow = (id: string, from: string, to: string): DiagramEdge => ({ id, from, to, style: 'flow' });

/**
 * A column of three at x 40 with gaps of 60 between them, another one below it on the right, and two boundaries with x from 400
 * to 720: `full` holds two, `empty` none.
 */
const world = documentOf('gestures', 'Gestures', [
  {
    id: 'page-1',
    title: 'Page 1',
    nodes: tableOf([
      note('one', 40, 100),
      note('two', 40, 220),
      note('three', 40, 340),
      note('four', 200, 520),
      note('left', 424, 180, 'full'),
      note('right', 576, 180, 'full'),
    ]),
    groups: tableOf([boundary('full', 100, 300), boundary('empty', 460, 200)]),
    edges: tableOf([arrow('down', 'one', 'two')]),
  },
]);

type Place = readonly [number, number];

const placeIn = (view: { x: number; y: number; zoom: number }, [x, y]: Place) => ({
  x: view.x + x * view.zoom,
  y: view.y + y * view.zoom,
});

export interface DragOptions {
  /** Pressed once the drag has begun, and let go after it has ended. */
  readonly keys?: readonly string[];
  readonly button?: 'left' | 'middle';
  /** What is done before it is let go. */
  readonly before?: () => Promise<unknown>;
}

export class GestureWorld {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the sketch, a little smaller than the canvas is. */
  async open(): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      (text) => {
        const files = new DataTransfer();
        files.items.add(new File([text], 'gestures.lodestack.json', { type: 'application/json' }));
        return files;
      },
      writeDocument(world, 'test'),
    );
    await this.page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    await this.page.keyboard.press('Control+2');
    await expect(this.page.locator('[data-target="right"]')).toBeAttached();
    await this.page.keyboard.press('0');
    await this.page.keyboard.press('-');
    await expect.poll(async () => (await this.view()).zoom).toBeLessThan(1);
  }

  /** Where the page's origin lies in the window, and the zoom, once the frame has come that draws what was done last. */
  view(): Promise<{ x: number; y: number; zoom: number }> {
    return this.page.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      const layer = document.querySelector('.scene-canvas__layer');
      const area = document.querySelector('.scene-canvas')?.getBoundingClientRect();
      const { e, f, a } = new DOMMatrix(layer ? getComputedStyle(layer).transform : '');
      return { x: (area?.left ?? 0) + e, y: (area?.top ?? 0) + f, zoom: a };
    });
  }

  /** A place of the page in the window. */
  async inWindow(place: Place): Promise<{ x: number; y: number }> {
    return placeIn(await this.view(), place);
  }

  /** `x, y, width, height` of a part on the page. */
  async placeOf(id: string): Promise<string> {
    const node = this.page.locator('.scene-node', { has: this.page.locator(`[data-target="${id}"]`) });
    return node.evaluate(({ style }) =>
      [style.left, style.top, style.width, style.height]
        .map((length) => Math.round(Number.parseFloat(length)))
        .join(', '),
    );
  }

  async expectPlaces(places: Readonly<Record<string, string>>): Promise<void> {
    for (const [id, place] of Object.entries(places)) await expect.poll(() => this.placeOf(id), id).toBe(place);
  }

  async click(place: Place): Promise<void> {
    const { x, y } = await this.inWindow(place);
    await this.page.mouse.click(x, y);
  }

  async hover(place: Place): Promise<void> {
    const { x, y } = await this.inWindow(place);
    await this.page.mouse.move(x, y);
  }

  async drag(from: Place, to: Place, { keys = [], button = 'left', before }: DragOptions = {}): Promise<void> {
    // Both in one view: it may be on its way from the last pan.
    const view = await this.view();
    const [start, end] = [placeIn(view, from), placeIn(view, to)];
    const { mouse, keyboard } = this.page;
    await mouse.move(start.x, start.y);
    await mouse.down({ button });
    await mouse.move(start.x + (end.x - start.x) / 2, start.y + (end.y - start.y) / 2, { steps: 2 });
    for (const key of keys) await keyboard.down(key);
    await mouse.move(end.x, end.y, { steps: 2 });
    await before?.();
    await mouse.up({ button });
    for (const key of keys) await keyboard.up(key);
  }

  /** What undo would take back. */
  get undo() {
    return this.page.getByRole('toolbar', { name: 'Edit the sketch' }).getByRole('button', { name: /^Undo/ });
  }

  /** Takes one step back, after which nothing is to be left to take back. */
  async undoOnlyStep(): Promise<void> {
    await this.undo.click();
    await expect(this.undo).toBeDisabled();
  }

  get selected() {
    return this.page.locator('.scene-canvas [aria-pressed="true"]');
  }

  get panelTitle() {
    return this.page.locator('#inspector').getByRole('heading', { level: 2 });
  }
}
