/** However a document comes into the window, all that is shown with it is its own: nothing of the one before is left. */
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/core/decision/decide.ts';
import { type Need, needSchema } from '../../../src/core/decision/need.ts';
import { emptyPage } from '../../../src/core/diagram/page.ts';
import { documentOf, pagesInOrder, type SketchDocument } from '../../../src/core/document/document.ts';
import { writeDocument } from '../../../src/core/document/writeDocument.ts';
import { recoverBackups } from '../../../src/renderer/files/recoverBackup.ts';
import { draftPage, freshPage, snapshotOf } from '../../../src/renderer/sketch/draftDocument.ts';
import { driftOf } from '../../../src/renderer/sketch/updateDraft.ts';
import { emptyNeed } from '../../../src/renderer/state/emptyNeed.ts';
import { smallCatalog } from '../../fixtures/smallCatalog.ts';
import { memoryWindow } from '../../support/memoryWindow.ts';
import { app } from '../../support/openingRuns.ts';

const catalog = smallCatalog();
const needOf = (text: string, ...tasks: readonly string[]): Need =>
  needSchema.parse({ text, tasks: tasks.map((task) => ({ task })) });

/** A draft of a need, on the first of two pages. */
const drafted = (title: string, need: Need): SketchDocument => {
  const decision = decide(catalog, need);
  return documentOf('sketch', title, [freshPage(catalog, decision), emptyPage('page-2', 'Later')], {
    need,
    decision: snapshotOf(decision),
  });
};

const other = drafted('Other', needOf('Put it in English', 'put-in-english'));
const wanted = drafted('Wanted', needOf('Write down and feel', 'write-down', 'feel-mood'));
const sound = writeDocument(wanted, app);
const path = '/home/me/wanted.lodestack.json';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

type Window = ReturnType<typeof memoryWindow>;

/** A window in which another document is drawn on, and its second page is shown. */
const otherWindow = (text = sound, saved = true): Window => {
  const window = memoryWindow();
  window.world.documents.set(path, bytesOf(text));
  window.world.documentPath = path;
  window.store.setState({ need: other.need ?? emptyNeed, view: 'map' });
  window.sketch.getState().open(other, { saved });
  return window;
};

/** As in `otherWindow`, and a hand has drawn on it; what is asked about that is answered with "Don't save". */
const insist = async ({ files }: Window, opening: Promise<unknown>): Promise<void> => {
  await opening;
  const { question } = files.getState();
  if (question?.kind === 'unsaved') await question.proceed();
};

const salvage = async (window: Window): Promise<void> => {
  await insist(window, window.files.getState().open());
  const { question } = window.files.getState();
  if (question?.kind !== 'not-opened' || question.failure.kind !== 'damaged' || !question.failure.salvaged)
    throw new Error('It was not damaged');
  window.files.getState().openSalvaged(question.failure.salvaged.document);
};

const cut = sound.slice(0, sound.lastIndexOf('"id": "page-2"'));
const kept = { id: '0f4c1c8e-7a53-4b43-9c3e-1d2f3a4b5c6d', document: wanted, lostCount: 0 };

const ways: Readonly<Record<string, { readonly text?: string; readonly open: (window: Window) => Promise<unknown> }>> =
  {
    opened: { open: (window) => insist(window, window.files.getState().open()) },
    'opened lately': {
      open: async (window) => {
        const [recent] = window.files.getState().recent;
        if (!recent) throw new Error('There is no recent file');
        await insist(window, window.files.getState().openRecent(recent));
      },
    },
    'opened in another window, too': {
      open: async (window) => {
        const second = memoryWindow(window.world);
        await second.files.getState().open();
        await insist(window, window.files.getState().open());
      },
    },
    dropped: { open: (window) => insist(window, window.files.getState().openDropped('wanted', bytesOf(sound))) },
    'read again': {
      open: async (window) => {
        await insist(window, window.files.getState().open());
        window.store.setState({ need: other.need ?? emptyNeed });
        window.draw('n2');
        await insist(window, window.files.getState().reload());
      },
    },
    kept: {
      open: async (window) => {
        window.files.getState().offerKept([kept]);
        await window.files.getState().openKept(kept.id);
      },
    },
    salvaged: { text: cut, open: salvage },
    recovered: {
      open: async (window) => {
        window.world.backups.set(kept.id, sound);
        const { first } = await recoverBackups(window.platform, '1f4c1c8e-7a53-4b43-9c3e-1d2f3a4b5c6d');
        if (!first) throw new Error('Nothing was recovered');
        window.files.getState().openRecovered(first.document);
      },
    },
    'a template': { open: (window) => window.files.getState().replace(wanted) },
  };

/** What the need of the window would change in the sketch. */
const drifts = ({ sketch, store }: Window): readonly unknown[] => {
  const page = sketch.getState().history.document.pages[draftPage];
  return page ? driftOf(catalog, page, decide(catalog, store.getState().need)) : ['no page'];
};

describe.each(Object.entries(ways))('a document that is %s', (way, { text, open }) => {
  const shown = async (): Promise<Window> => {
    const window = otherWindow(text);
    window.sketch.getState().showPage('page-2');
    window.draw('n1');
    window.sketch.getState().select(['node-1']);
    window.world.recent.push(path);
    await window.files.getState().refreshRecent();
    await open(window);
    return window;
  };

  it('brings its need, and drifts from nothing', async () => {
    const window = await shown();
    const { document } = window.sketch.getState().history;
    expect(document.title).toBe('Wanted');
    expect(pagesInOrder(document)[0]?.nodes).toEqual(wanted.pages[draftPage]?.nodes);
    expect(window.store.getState().need).toEqual(wanted.need);
    expect(drifts(window)).toEqual([]);
  });

  it('is shown from its first page, with a past of its own and nothing selected', async () => {
    const { sketch, store, files } = await shown();
    const { page, selection, history, following, renaming, adding } = sketch.getState();
    expect({ page, selection, following, renaming, adding, past: history.past, future: history.future }).toEqual({
      page: draftPage,
      selection: new Set(),
      following: false,
      renaming: undefined,
      adding: undefined,
      past: undefined,
      future: undefined,
    });
    expect(files.getState().question).toBeUndefined();
    // What a crash left is offered, and not put in front of what is looked at.
    expect(store.getState().view).toBe(way === 'recovered' ? 'map' : 'draft');
  });
});

describe('the need of the sketch before', () => {
  it('comes back by the notice that tells of the new one', async () => {
    const window = otherWindow(cut);
    await salvage(window);
    const notice = window.store.getState().notices.at(-1);
    expect(notice?.text).toContain('need');
    notice?.action?.run();
    expect(window.store.getState().need).toEqual(other.need);
  });

  const { need: _, ...needless } = wanted;
  it.each([
    [
      'whose need could not be read',
      sound.replace('"tasks": [', '"tasks": [7,').replace(/"text": ".*"/, '"text": 7'),
      salvage,
    ],
    ['that has no need any more', writeDocument(needless, app), ways.opened?.open ?? salvage],
    [
      'whose need names what the catalogue does not know',
      sound.replaceAll('"write-down"', '"sing"'),
      ways.opened?.open ?? salvage,
    ],
  ])('does not come upon a draft %s', async (_what, text, open) => {
    const window = otherWindow(text);
    await open(window);
    expect(window.sketch.getState().history.document.title).toBe('Wanted');
    expect(window.store.getState().need).toEqual(emptyNeed);
    expect(drifts(window)).toEqual([]);
    expect(window.store.getState().notices.at(-1)?.text).toContain('need');
  });

  it('stays beside what was drawn by hand and came from no need', async () => {
    const window = otherWindow(writeDocument(documentOf('sketch', 'By hand', [emptyPage('page-1', 'One')]), app));
    await window.files.getState().open();
    expect(window.sketch.getState().history.document.title).toBe('By hand');
    expect(window.store.getState().need).toEqual(other.need);
  });
});
