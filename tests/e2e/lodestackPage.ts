/** The window as a user handles it: gestures with names, used by every end-to-end test. */
import { test as base, expect, type Locator, type Page } from '@playwright/test';

export const supportCalls = 'We record support calls in Spanish and want to know in English what people complain about';

export class LodestackPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the window and waits until the map stands. */
  async open(): Promise<void> {
    await this.page.goto('/');
    await expect(this.node('transcribe')).toBeAttached();
    await this.drawn();
  }

  /** The button over a node of the map or draft, or over a capability's row, by id. */
  node(id: string): Locator {
    return this.page.locator(`[data-target="${id}"]`);
  }

  /** The node of the canvas that holds that button. */
  state(id: string): Locator {
    return this.page.locator('.scene-node', { has: this.page.locator(`[data-target="${id}"]`) });
  }

  async describe(sentence: string): Promise<void> {
    await this.page.getByLabel('What should the system do?').fill(sentence);
  }

  /** Clicks a node at its corner: in its middle there may be a capability. */
  async choose(id: string): Promise<void> {
    await this.node(id).click({ position: { x: 6, y: 5 } });
  }

  async show(view: 'Stack map' | 'Sketch' | 'Compare'): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'View' }).getByRole('radio', { name: view }).click();
  }

  /** Waits for the frame that draws what was done last: a place that is read before it may be the one before. */
  async drawn(): Promise<void> {
    await this.page.evaluate(() => new Promise(requestAnimationFrame));
  }

  get result(): Locator {
    return this.page.locator('#inspector');
  }

  /** Drops a file on the window, as from a folder of the desktop. */
  async drop(name: string, text: string): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ([fileName, content]) => {
        const files = new DataTransfer();
        files.items.add(new File([content], fileName, { type: 'application/json' }));
        return files;
      },
      [name, text] as const,
    );
    await this.page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  }

  /** Saving goes to a download: what a browser without a save dialog does. */
  async saveByDownload(): Promise<void> {
    await this.page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  }
}

/**
 * How late each frame and each word to a worker comes, ms. `npm run test:late` sets it: what a machine under load does to a test that takes
 * what it sees right after a key or a click for what there will be, and to whoever types on while something opens.
 */
const late = Number(process.env.LODESTACK_LATE ?? 0);

/** Runs in the page before all else. */
function beLate(by: number): void {
  const request = window.requestAnimationFrame.bind(window);
  const cancel = window.cancelAnimationFrame.bind(window);
  const frames = new Map<number, number>();
  window.requestAnimationFrame = (callback) => {
    const timer = window.setTimeout(() => {
      const frame = request((time) => {
        frames.delete(timer);
        callback(time);
      });
      frames.set(timer, frame);
    }, by);
    return timer;
  };
  window.cancelAnimationFrame = (timer) => {
    clearTimeout(timer);
    cancel(frames.get(timer) ?? -1);
    frames.delete(timer);
  };
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (...said: unknown[]) {
    setTimeout(() => Reflect.apply(post, this, said), by);
  };
}

interface Fixtures {
  readonly lodestack: LodestackPage;
}

/** A test with a window; it fails if the page logs an error, throws, or breaks its own policy. */
export const test = base.extend<Fixtures>({
  lodestack: async ({ page }, use) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(`thrown: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`logged: ${message.text()}`);
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`policy: ${violatedDirective} ${blockedURI}`),
      );
    });
    if (late > 0) await page.addInitScript(beLate, late);
    await use(new LodestackPage(page));
    expect(problems).toEqual([]);
  },
});

export { expect } from '@playwright/test';
