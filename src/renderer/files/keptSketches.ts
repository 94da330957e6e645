import { writeDocument } from '../../core/document/writeDocument.ts';
import { asShown } from '../sketch/pagePicture.ts';
import { appName } from './appName.ts';
import type { FilesActions } from './filesState.ts';
import type { FilesWork } from './filesWork.ts';
import { isUnsaved } from './unsaved.ts';

/** Keeps the present sketch, where it is in no file; whether nothing is lost now if another takes its place. */
async function setAside({ platform, sketch, files }: FilesWork): Promise<boolean> {
  if (!isUnsaved(sketch.getState())) return true;
  const document = asShown(sketch.getState().history.document);
  const id = crypto.randomUUID();
  const done = await platform.keepBackup({ id, text: writeDocument(document, appName) });
  if (!done.ok) return false;
  files.setState(({ kept }) => ({ kept: [{ id, document, lostCount: 0 }, ...kept] }));
  return true;
}

/** Goes on once what is shown is kept; where it can't be, the user is asked. */
export async function settingAside(work: FilesWork, proceed: () => Promise<void>): Promise<void> {
  if (await setAside(work)) await proceed();
  else await work.unlessUnsaved(proceed);
}

/** What can be done with sketches that are in no file and not shown. */
export function keptSketchActions(
  work: FilesWork,
): Pick<FilesActions, 'replace' | 'openKept' | 'throwAwayKept' | 'offerKept' | 'openRecovered'> {
  const { platform, backupId, sketch, notify, files, shown } = work;
  const forget = async (id: string): Promise<void> => {
    files.setState(({ kept }) => ({ kept: kept.filter((each) => each.id !== id) }));
    await platform.dropBackup(id);
  };
  const wayBack = (): (() => Promise<void>) => {
    const back = shown.wayBack();
    // It was kept just now, if it was not saved.
    const [again] = isUnsaved(sketch.getState()) ? files.getState().kept : [];
    return async () => {
      back();
      if (again) await forget(again.id);
    };
  };
  return {
    replace: (document, replaced) =>
      settingAside(work, async () => {
        const back = wayBack();
        // There is nothing to lose in it until a hand changes something. Whoever replaces it tells how to take it back, the need with it.
        shown.put(document, undefined, { saved: true, need: 'taken-quietly' });
        replaced?.(() => void settingAside(work, back));
      }),
    openKept: async (id) => {
      const chosen = files.getState().kept.find((each) => each.id === id);
      if (!chosen) return;
      await settingAside(work, async () => {
        shown.put(chosen.document, undefined, { saved: false });
        // First the new one, then away with the old one: there is no moment without.
        const done = await platform.keepBackup({ id: backupId, text: writeDocument(chosen.document, appName) });
        if (done.ok) await forget(id);
      });
    },
    throwAwayKept: async (id) => {
      const thrown = files.getState().kept.find((each) => each.id === id);
      if (!thrown) return;
      await forget(id);
      const bringBack = async () => {
        await platform.keepBackup({ id, text: writeDocument(thrown.document, appName) });
        files.setState(({ kept }) => ({ kept: [thrown, ...kept] }));
      };
      notify({
        tone: 'neutral',
        text: `“${thrown.document.title}” was thrown away.`,
        action: { label: 'Undo', run: () => void bringBack() },
      });
    },
    openRecovered: (document) => shown.put(document, undefined, { saved: false, unseen: true }),
    offerKept: (left) => files.setState(({ kept }) => ({ kept: [...kept, ...left] })),
  };
}
