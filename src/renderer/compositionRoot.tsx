/** Puts the window together. The one file of the renderer that names a concrete platform. */
import { catalog, icons, lexicon, questions, templates } from 'virtual:lodestack-data';
import { oncePer } from '../core/base/oncePer.ts';
import { indexCatalog } from '../core/catalog/lookup.ts';
import { decide } from '../core/decision/decide.ts';
import type { Decision } from '../core/decision/decision.ts';
import { interpret } from '../core/decision/interpret.ts';
import type { Need } from '../core/decision/need.ts';
import { idsByChance } from '../core/diagram/ids.ts';
import { createGuide } from '../core/guide/guide.ts';
import { createBrowserPlatform } from '../platform/browser/browserPlatform.ts';
import { bridgeOf, createElectronPlatform } from '../platform/electron/electronPlatform.ts';
import type { Platform } from '../platform/port.ts';
import { App } from './app/App.tsx';
import { type Services, ServicesContext } from './app/services.ts';
import { muteSingleKeys } from './app/singleKeys.ts';
import { createExportFonts } from './export/exportFonts.ts';
import { createPngPainter } from './export/pngClient.ts';
import { createFilesStore } from './files/filesStore.ts';
import { guardLeaving } from './files/guardLeaving.ts';
import { keepBackups } from './files/keepBackups.ts';
import { recoverBackups } from './files/recoverBackup.ts';
import { recoveryWords } from './files/recoveryWords.ts';
import { isUnsaved } from './files/unsaved.ts';
import { prepareWhenIdle } from './guide/prepareWhenIdle.ts';
import { createLayoutServices } from './layout/layoutEngine.ts';
import { createSketchStore } from './sketch/sketchStore.ts';
import { keepState } from './state/keepState.ts';
import { decodeRemembered, encodeRemembered } from './state/remembered.ts';
import { takeNeed } from './state/takeNeed.ts';
import { createWindowStore, firstState } from './state/windowState.ts';
import { followTheme } from './themes/followTheme.ts';
import { followMotion } from './themes/motion.ts';
import { systemTheme } from './themes/systemTheme.ts';

const platformOf = (): Platform => {
  const bridge = bridgeOf(window);
  return bridge ? createElectronPlatform(bridge) : createBrowserPlatform(window);
};

/** Remembers the reading of the last two sentences: the old one and the new one of every change. */
function rememberReadings(): (text: string) => Need {
  let known: (readonly [string, Need])[] = [];
  return (text) => {
    const found = known.find(([old]) => old === text)?.[1];
    if (found) return found;
    const read = interpret(text, catalog, lexicon);
    known = [[text, read] as const, ...known].slice(0, 2);
    return read;
  };
}

/** Brings back what windows that are gone had not saved, and keeps what this one has not. */
async function keepUnsaved({ platform, sketch, store, files }: Services, id: string): Promise<void> {
  const { first, others } = await recoverBackups(platform, id, () => !isUnsaved(sketch.getState()));
  const { notify, show, openDialog } = store.getState();
  const keeper = keepBackups(
    platform,
    sketch,
    id,
    ({ message, remedy }) => notify({ tone: 'danger', text: message, detail: remedy }),
    first !== undefined,
  );
  guardLeaving(keeper);
  files.getState().offerKept(others);
  const words = recoveryWords(first, others.length);
  if (words)
    notify({
      tone: 'neutral',
      ...words,
      action:
        others.length > 0
          ? { label: 'Show them', run: () => openDialog('recovered') }
          : { label: 'Show it', run: () => show('draft') },
    });
  // What tells of its need, and how to have the other back, stands above and goes; this offer then comes back.
  if (first) files.getState().openRecovered(first.document);
}

/** Everything the window needs, from the platform that it runs on. */
async function createServices(backupId: string): Promise<Services> {
  const platform = platformOf();
  const remembered = await platform.readState();
  const fonts = createExportFonts();
  const store = createWindowStore(
    decodeRemembered(remembered.ok ? remembered.value : undefined, catalog),
    systemTheme(),
  );
  const sketch = createSketchStore(idsByChance(Math.random), (text) =>
    // Nothing was lost, and what to do instead is said: it need not stay.
    store.getState().notify({ tone: 'neutral', text }),
  );
  return {
    platform,
    catalog,
    index: indexCatalog(catalog),
    icons,
    ...createLayoutServices(),
    fonts,
    paintPng: createPngPainter(fonts),
    store,
    sketch,
    files: createFilesStore({
      platform,
      backupId,
      sketch,
      notify: store.getState().notify,
      show: () => store.getState().show('draft'),
      takeNeed: (document, quietly) => takeNeed(store, catalog, document, quietly),
    }),
    // The same question, as the same object, is answered once.
    decide: oncePer((need: Need): Decision => decide(catalog, need)),
    interpret: rememberReadings(),
    templates,
    guide: createGuide(catalog, questions),
  };
}

/** Forgets the need, the view and everything else that is remembered, and loads the window again. */
async function startAnew({ store, platform }: Services): Promise<void> {
  // The store too: it is written once more when the page goes.
  store.setState(firstState);
  await platform.writeState(encodeRemembered(firstState));
  location.reload();
}

/** The window's content, ready to be shown, and the way out where showing it fails. */
export async function composeWindow() {
  const backupId = crypto.randomUUID();
  const services = await createServices(backupId);
  followTheme(services.store);
  followMotion(services.store);
  muteSingleKeys(services.store);
  keepState(services.store, services.platform);
  // Not waited for: the window stands at once.
  void keepUnsaved(services, backupId);
  prepareWhenIdle(services.guide);
  return {
    content: (
      <ServicesContext value={services}>
        <App />
      </ServicesContext>
    ),
    startAnew: () => void startAnew(services),
  };
}
