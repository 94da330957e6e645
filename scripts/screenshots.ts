/**
 * Takes every picture of the window that the documents show, into docs/pictures/, from the built window as users get it,
 * and the pictures that the command line exports. `npm run build` first, then `npm run pictures [-- name …]`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { startLoopback } from '../src/main/loopback.ts';
import { fileText, installPickers, pick as pickFile, putFile } from '../tests/e2e/filesWorld.ts';
import { agedDecision } from './agedDecision.ts';
import { findBrowser, sandboxFlags } from './findBrowser.mjs';

type Theme = 'light' | 'dark';

interface Shot {
  readonly name: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly themes?: readonly Theme[];
  /** Brings the opened window into the state to show. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** Before the page is loaded. */
  readonly before?: (page: Page) => Promise<unknown>;
}

const full = { width: 1440, height: 900 };
const small = { width: 900, height: 600 };
const supportCalls = 'We record support calls in Spanish and want to know in English what people complain about';
const demand = 'Forecast how much of each product every shop will sell next week';

const describe = async (page: Page, sentence: string): Promise<void> => {
  await page.getByLabel('What should the system do?').fill(sentence);
  await page.locator('.need-chips').waitFor();
};
/** Drops an old decision on the window. */
const reviewAged = async (page: Page, sentence: string): Promise<void> => {
  const transfer = await page.evaluateHandle((text) => {
    const dropped = new DataTransfer();
    dropped.items.add(new File([text], '0003-calls.json'));
    return dropped;
  }, agedDecision(sentence));
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await page.getByRole('region', { name: 'Review of an old decision' }).waitFor();
};
const choose = async (page: Page, id: string): Promise<void> => {
  await page.locator(`[data-target="${id}"]`).click({ position: { x: 6, y: 5 } });
  // Off the map, so that it shows what is selected and not what is pointed at.
  await page.mouse.move(300, 24);
};
const sketch = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+2');
  await page.getByRole('toolbar', { name: 'Edit the sketch' }).waitFor();
  await page.locator('[data-target]').first().waitFor();
};
/** The middle of a part on the screen, and its size there. */
const middleOf = async (page: Page, id: string) => {
  const box = await page.locator(`[data-target="${id}"]`).boundingBox();
  if (!box) throw new Error(`${id} is not on the screen.`);
  return { ...box, x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const pick = async (page: Page, id: string): Promise<void> => {
  const { x, y } = await middleOf(page, id);
  await page.mouse.click(x, y);
};
/** Pastes copied parts, as another window would have put them on the clipboard. */
const paste = async (page: Page, clip: object): Promise<void> => {
  const transfer = await page.evaluateHandle(
    (text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      return data;
    },
    JSON.stringify({ format: 'lodestack-clip', version: 1, ...clip }),
  );
  await page.evaluate(
    (clipboardData) => document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true })),
    transfer,
  );
};
/** A service that takes no new customers, and one that nothing flows to. */
const closedServices = {
  nodes: [
    { id: 'closed', kind: 'service', entry: 'forecast', label: 'Amazon Forecast', position: { x: 480, y: 420 } },
    { id: 'lonely', kind: 'service', entry: 'personalize', label: 'Amazon Personalize', position: { x: 760, y: 420 } },
  ],
  groups: [],
  edges: [],
};
/** Writes a note on the page, as a hand does. */
const note = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
};
/** Pickers of files that answer, over the browser's own private files. */
const withPickers = async (page: Page): Promise<void> => {
  // tsx puts a helper of its own into functions, which the page does not have.
  await page.addInitScript({ content: 'globalThis.__name ??= (value) => value;' });
  await installPickers(page);
};
/** Draws, saves as `calls` and goes on drawing. */
const saved = async (page: Page): Promise<void> => {
  await describe(page, supportCalls);
  await sketch(page);
  await pickFile(page, 'calls.lodestack.json');
  await page.keyboard.press('Control+s');
  await page.getByTestId('document-name').getByText('calls', { exact: true }).waitFor();
};
/** Windows that draw something and are gone before they saved it; then the page starts anew. */
const crashed = async (page: Page, needs: readonly string[]): Promise<void> => {
  // All at once: a window that opens later would take over what an earlier one left.
  const others: (readonly [Page, string])[] = [];
  for (const need of needs) {
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.locator('.scene-node').first().waitFor();
    others.push([other, need]);
  }
  for (const [other, need] of others) {
    await other.bringToFront();
    await describe(other, need);
    await sketch(other);
    await note(other, 'Ask legal');
    // Longer than it takes until it is kept.
    await other.waitForTimeout(1_500);
  }
  for (const [other] of others) await other.close();
  await page.reload();
  await page.getByText('was not saved last time').waitFor();
};
/** Two hundred parts in eight boundaries, with long names among them. */
const largePage = () => {
  const groups = Array.from({ length: 8 }, (_, at) => ({
    id: `account-${at}`,
    kind: 'account',
    label: `Account ${at + 1}`,
    position: { x: (at % 4) * 1240, y: Math.floor(at / 4) * 760 },
    size: { width: 1160, height: 680 },
  }));
  const entries = ['transcribe', 'translate', 'comprehend', 'polly', 'rekognition', 'textract', 'bedrock', 'lex'];
  const nodes = Array.from({ length: 200 }, (_, at) => {
    const [group, place] = [Math.floor(at / 25), at % 25];
    const corner = groups[group]?.position ?? { x: 0, y: 0 };
    const entry = entries[at % entries.length] ?? 'transcribe';
    return {
      id: `part-${at}`,
      kind: 'service',
      entry,
      label: at % 9 === 0 ? `The step numbered ${at + 1} that has a rather long name` : `Step ${at + 1}`,
      group: `account-${group}`,
      position: { x: corner.x + 40 + (place % 5) * 220, y: corner.y + 70 + Math.floor(place / 5) * 120 },
    };
  });
  const edges = nodes.flatMap(({ id }, at) =>
    at % 5 === 4 ? [] : [{ id: `line-${at}`, from: id, to: `part-${at + 1}`, style: 'flow' }],
  );
  return { groups, nodes, edges };
};

const shots: readonly Shot[] = [
  { name: 'empty' },
  { name: 'lit-map', prepare: (page) => describe(page, supportCalls) },
  {
    name: 'what-fits',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await page.getByRole('button', { name: 'Show what fits' }).first().click();
    },
  },
  {
    name: 'relations',
    prepare: async (page) => {
      await describe(page, 'Train our own PyTorch model on many GPUs and serve it with low latency');
      await page.locator('[data-target="sagemaker-training-jobs"]').hover();
    },
  },
  {
    name: 'another-way',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await page.locator('.way').nth(1).click();
      await page.getByRole('button', { name: 'Undo' }).waitFor();
    },
  },
  {
    name: 'recommended',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await choose(page, 'comprehend');
    },
  },
  {
    name: 'ruled-out',
    prepare: async (page) => {
      await describe(page, demand);
      await choose(page, 'forecast');
    },
  },
  {
    name: 'nothing-fits',
    prepare: async (page) => {
      await describe(page, 'Turn recordings into text');
      await page.getByRole('radiogroup', { name: 'It runs' }).getByRole('radio', { name: 'Edge' }).click();
    },
  },
  {
    name: 'sketch',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await sketch(page);
    },
  },
  {
    name: 'sketch-down',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await sketch(page);
      await page.getByRole('radio', { name: 'Down' }).click();
    },
  },
  {
    name: 'sketch-dragged',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await sketch(page);
      const { x, y } = await middleOf(page, 'translate');
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 30, y + 160, { steps: 10 });
      await page.mouse.up();
    },
  },
  {
    name: 'sketch-selected',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await sketch(page);
      await pick(page, 'comprehend');
    },
  },
  {
    name: 'sketch-several',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await sketch(page);
      await page.locator('#canvas').focus();
      await page.keyboard.press('Control+a');
    },
  },
  {
    name: 'sketch-problems',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await sketch(page);
      await paste(page, closedServices);
      await page.locator('#canvas').focus();
      await page.keyboard.press('t');
      await page.waitForTimeout(1000);
      // On the ground beside everything: nothing is selected then.
      await page.mouse.click(420, 780);
      await page.getByRole('list', { name: 'Checks of the picture' }).waitFor();
      await page.keyboard.press('0');
    },
  },
  {
    name: 'sketch-drift',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await sketch(page);
      const { x, y } = await middleOf(page, 'translate');
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 20, y + 120, { steps: 6 });
      await page.mouse.up();
      await page.keyboard.press('Escape');
      await page
        .getByLabel('What should the system do?')
        .fill('We record support calls in Spanish and want to hear a summary in English');
      await page.getByRole('button', { name: 'Update the draft' }).waitFor();
    },
  },
  {
    name: 'sketch-parts',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await sketch(page);
      await page.getByRole('radio', { name: 'Parts' }).click();
      await page.getByRole('button', { name: 'Add Amazon Comprehend' }).first().hover();
    },
  },
  {
    name: 'sketch-add',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await sketch(page);
      const { x, y, height } = await middleOf(page, 'transcribe');
      await page.mouse.move(x, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x, y + height / 2 + 120, { steps: 6 });
      await page.mouse.up();
      await page
        .getByRole('dialog', { name: /Add what follows/ })
        .getByRole('option')
        .first()
        .waitFor();
    },
  },
  {
    name: 'sketch-menu',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await sketch(page);
      const { x, y } = await middleOf(page, 'translate');
      await page.mouse.click(x, y, { button: 'right' });
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'sketch-large',
    prepare: async (page) => {
      await page.keyboard.press('Control+2');
      await page.getByRole('button', { name: 'Start with an empty page' }).click();
      await paste(page, largePage());
      await page.locator('#canvas').focus();
      await page.keyboard.press('Escape');
      await page.keyboard.press('0');
    },
  },
  { name: 'sketch-empty', prepare: (page) => page.keyboard.press('Control+2') },
  {
    name: 'sketch-blank',
    prepare: async (page) => {
      await page.keyboard.press('Control+2');
      await page.getByRole('button', { name: 'Start with an empty page' }).click();
    },
  },
  {
    name: 'why-not',
    prepare: async (page) => {
      await describe(page, demand);
      await page
        .locator('#inspector')
        .getByRole('button', { name: /DeepAR Forecasting.*Suitable/ })
        .click();
      await page.getByRole('heading', { name: 'Why not' }).waitFor();
    },
  },
  {
    name: 'what-if',
    prepare: async (page) => {
      await describe(page, 'Find similar products by vector search over our embeddings');
      await page.getByRole('button', { name: 'What would change it' }).click();
      await page.locator('.what-if__share').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'compare',
    prepare: async (page) => {
      await describe(page, demand);
      await page.keyboard.press('Control+3');
      await page.locator('.compare__suggest').click();
      await page.locator('.compare__table').waitFor();
    },
  },
  {
    name: 'templates',
    prepare: async (page) => {
      await page.keyboard.press('Control+2');
      await page.getByRole('button', { name: 'Start from a template' }).click();
      await page.locator('.template-card__picture img').nth(5).waitFor();
    },
  },
  {
    name: 'file-menu',
    before: withPickers,
    prepare: async (page) => {
      await saved(page);
      await note(page, 'Ask legal');
      await page.getByRole('button', { name: /^File:/ }).click();
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'file-changed',
    before: withPickers,
    prepare: async (page) => {
      await saved(page);
      await note(page, 'Ask legal');
      await putFile(page, 'calls.lodestack.json', '{}');
      await page.keyboard.press('Control+s');
      await page.getByRole('dialog', { name: /changed elsewhere/ }).waitFor();
    },
  },
  {
    name: 'file-unsaved',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await sketch(page);
      await note(page, 'Ask legal');
      await page.getByRole('button', { name: /^File:/ }).click();
      await page.getByRole('menuitem', { name: 'New empty sketch' }).click();
      await page.getByRole('dialog', { name: 'Save the changes first?' }).waitFor();
    },
  },
  {
    name: 'file-damaged',
    before: withPickers,
    prepare: async (page) => {
      await saved(page);
      const text = (await fileText(page, 'calls.lodestack.json')) ?? '';
      await putFile(page, 'calls.lodestack.json', text.slice(0, text.length * 0.8));
      await page.keyboard.press('Control+o');
      await page.getByRole('dialog', { name: /could not be opened/ }).waitFor();
    },
  },
  {
    name: 'file-elsewhere',
    before: withPickers,
    prepare: async (page) => {
      const other = await page.context().newPage();
      await withPickers(other);
      await other.goto(page.url());
      await other.locator('.scene-node').first().waitFor();
      await saved(other);
      await page.bringToFront();
      await pickFile(page, 'calls.lodestack.json');
      await page.keyboard.press('Control+o');
      await page.getByText('is open in another window, too').waitFor();
    },
  },
  {
    name: 'file-save-failed',
    before: (page) =>
      page.addInitScript({
        content: `window.showSaveFilePicker = () => Promise.reject(new DOMException('No space', 'QuotaExceededError'))`,
      }),
    prepare: async (page) => {
      await describe(page, supportCalls);
      await sketch(page);
      await note(page, 'Ask legal');
      await page.keyboard.press('Control+s');
      await page.locator('.notice--danger').waitFor();
    },
  },
  { name: 'file-recovered', prepare: (page) => crashed(page, [supportCalls]) },
  {
    name: 'file-recovered-list',
    prepare: async (page) => {
      await crashed(page, [demand, 'Moderate photos that users upload', supportCalls]);
      await page.getByRole('button', { name: 'Show them' }).click();
      await page.getByRole('dialog', { name: 'Sketches that are not saved' }).waitFor();
    },
  },
  {
    name: 'export',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await page.keyboard.press('Control+e');
      await page.getByRole('dialog').getByRole('img').waitFor();
    },
  },
  {
    name: 'export-decision',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await page.getByRole('button', { name: 'Write down' }).click();
      await page.getByLabel('Preview of the file').waitFor();
    },
  },
  {
    name: 'review',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await reviewAged(page, supportCalls);
    },
  },
  {
    name: 'export-failed',
    before: (page) =>
      // As text: tsx would put a helper of its own into a function, which the page does not have.
      page.addInitScript({
        content: `window.showSaveFilePicker = () => Promise.reject(new DOMException('No space', 'QuotaExceededError'))`,
      }),
    prepare: async (page) => {
      await describe(page, supportCalls);
      await page.keyboard.press('Control+e');
      await page.getByRole('dialog').getByRole('img').waitFor();
      await page.getByRole('button', { name: /^Save/ }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'search',
    prepare: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('speech');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'tasks',
    prepare: async (page) => {
      const search = page.getByRole('searchbox', { name: 'Search tasks' });
      await search.fill('video');
      await search.scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'guide',
    prepare: async (page) => {
      await page.getByRole('radio', { name: 'Guide' }).click();
      await page.getByRole('button', { name: /^Predict or recommend/ }).click();
      await page.getByRole('heading', { name: 'Which of these comes closest?' }).waitFor();
    },
  },
  {
    name: 'guide-end',
    prepare: async (page) => {
      await page.getByRole('radio', { name: 'Guide' }).click();
      await page.getByRole('button', { name: /^Hear or speak/ }).click();
      await page.getByRole('button', { name: /^Analyse calls/ }).click();
      await page.getByText('No other answer would change what comes first.').waitFor();
    },
  },
  { name: 'shortcuts', prepare: (page) => page.keyboard.press('?') },
  {
    name: 'sheet-only',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await page.getByText('The sheet’s stack alone').click();
      await page.locator('[data-target="bedrock"]').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'cleared',
    prepare: async (page) => {
      await describe(page, supportCalls);
      await page.getByRole('button', { name: 'Clear the need' }).click();
    },
  },
  { name: 'small', size: small, prepare: (page) => describe(page, supportCalls) },
  {
    name: 'small-result',
    size: small,
    prepare: async (page) => {
      await describe(page, supportCalls);
      await choose(page, 'comprehend');
    },
  },
  {
    name: 'start-failed',
    before: (page) => page.route('**/compositionRoot-*.js', (route) => route.abort()),
  },
];

const root = resolve(import.meta.dirname, '..');
const built = process.env.LODESTACK_BUILT ?? resolve(root, 'out/renderer');
/** LODESTACK_PICTURES and LODESTACK_SIZE (1000x640): elsewhere, and in another size of window, to look at only. */
const target = resolve(root, process.env.LODESTACK_PICTURES ?? 'docs/pictures');
const asked = process.env.LODESTACK_SIZE?.split('x').map(Number);
const otherSize = asked && { width: asked[0] ?? full.width, height: asked[1] ?? full.height };

async function take(page: Page, address: string, shot: Shot, theme: Theme): Promise<void> {
  await shot.before?.(page);
  await page.goto(address);
  await page.locator('.scene-node, .start-failure').first().waitFor();
  await shot.prepare?.(page);
  // Opacity and the view come to rest.
  await page.waitForTimeout(900);
  await page.screenshot({ path: resolve(target, `window-${shot.name}-${theme}.png`) });
}

/** The same need as files of the command line. */
function exportPictures(): void {
  for (const view of ['draft', 'map']) {
    for (const theme of ['light', 'dark']) {
      const file = `docs/pictures/export-${view}-${theme}.png`;
      const words = [
        'src/cli/index.ts',
        'export',
        '--text',
        supportCalls,
        '--view',
        view,
        '--theme',
        theme,
        '-o',
        file,
      ];
      const run = spawnSync(process.execPath, ['--import', 'tsx', ...words, '--scale', '1'], { cwd: root });
      if (run.status !== 0) throw new Error(String(run.stderr));
      console.log(file);
    }
  }
}

async function main(names: readonly string[]): Promise<void> {
  mkdirSync(target, { recursive: true });
  const executablePath = findBrowser();
  const server = await startLoopback(built);
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...sandboxFlags(), '--disable-gpu', '--disable-background-networking'],
  });
  for (const shot of shots.filter(({ name }) => names.length === 0 || names.includes(name))) {
    for (const theme of shot.themes ?? (['light', 'dark'] as const)) {
      const context = await browser.newContext({
        viewport: otherSize ?? shot.size ?? full,
        colorScheme: theme,
        reducedMotion: 'reduce',
      });
      const path = resolve(target, `window-${shot.name}-${theme}.png`);
      try {
        await take(await context.newPage(), server.address, shot, theme);
        console.log(path);
      } catch (error) {
        // The others are taken all the same.
        process.exitCode = 1;
        console.error(`Not taken: ${path}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
      }
      await context.close();
    }
  }
  await browser.close();
  await server.close();
  if (names.length === 0 && target === resolve(root, 'docs/pictures')) exportPictures();
}

await main(process.argv.slice(2));
