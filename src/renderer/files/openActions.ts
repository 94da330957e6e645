import type { Result } from '../../core/base/result.ts';
import { emptyDocument } from '../../core/document/document.ts';
import type { OpenedDocument, PlatformFailure } from '../../platform/port.ts';
import { inSlices } from '../app/inSlices.ts';
import { nextTask } from '../app/nextTask.ts';
import type { FilesActions } from './filesState.ts';
import type { FilesWork } from './filesWork.ts';
import { settingAside } from './keptSketches.ts';
import { openBytes, openingBytes } from './openBytes.ts';

/** Bytes of a file from which on it is read in slices, so that frames and input come in between. */
const largeFile = 50_000;

const openInSlices = async (bytes: Uint8Array): Promise<ReturnType<typeof openBytes>> =>
  bytes.length < largeFile ? openBytes(bytes) : inSlices(openingBytes(bytes));

type OpenActions = Pick<
  FilesActions,
  'newFromNeed' | 'newEmpty' | 'open' | 'openRecent' | 'openDropped' | 'reload' | 'openSalvaged' | 'refreshRecent'
>;

/** Everything that puts another document in the place of the present one. */
export function openActions(work: FilesWork): OpenActions {
  const { platform, sketch, notify, files, shown, turn, tell, unlessUnsaved } = work;

  /** Replaces the sketch as it is now; what is drawn on it meanwhile is kept first: frames and input come in between while a file is chosen, read and understood. */
  const unlessDrawn = (): ((proceed: () => Promise<void>) => Promise<void>) => {
    const { document } = sketch.getState().history;
    return (proceed) => (sketch.getState().history.document === document ? proceed() : settingAside(work, proceed));
  };

  /** What is shown is on no disk any more. */
  const markUnsaved = (): void =>
    sketch.setState(({ history }) => ({ history: { ...history, saved: undefined }, following: false }));

  /**
   * What stands in the file of the shown sketch now can't be read, such as what a newer Lodestack wrote. It was looked at, so that the
   * next save would not take it for a change from outside: the sketch must have the file no more.
   */
  const loseFile = (name: string): void => {
    shown.setFile(undefined);
    markUnsaved();
    notify({
      tone: 'neutral',
      text: `What you see is not in ${name} any more.`,
      detail: 'It counts as not saved; saving asks for another place, and the file stays as it is.',
    });
  };

  const takeOpened = async (
    opened: Result<OpenedDocument, PlatformFailure>,
    replacing: ReturnType<typeof unlessDrawn>,
  ): Promise<void> => {
    if (!opened.ok) return tell(opened.error);
    const { bytes, elsewhere, token, name, where } = opened.value;
    const read = await openInSlices(bytes);
    if (!read.ok) {
      if (token === files.getState().file?.token) loseFile(name);
      await platform.forgetDocument(token);
      await files.getState().refreshRecent();
      return files.setState({ question: { kind: 'not-opened', name, failure: read.error } });
    }
    const { document, from } = read.value;
    await nextTask();
    await replacing(async () => {
      shown.put(document, { token, name, where }, { saved: true });
      if (elsewhere)
        notify({
          tone: 'neutral',
          text: `${name} is open in another window, too.`,
          detail: 'Whoever saves second is told, and nothing is overwritten in silence.',
        });
      if (from !== undefined)
        notify({ tone: 'neutral', text: `${name} was written by an older Lodestack. Saving brings it up to date.` });
      await files.getState().refreshRecent();
    });
  };
  const putNew = (options: { readonly following?: boolean }): Promise<void> =>
    unlessUnsaved(async () => shown.put(emptyDocument('sketch', 'Untitled'), undefined, { ...options, need: 'stays' }));

  return {
    newFromNeed: () => putNew({ following: true }),
    newEmpty: () => putNew({}),
    open: () =>
      unlessUnsaved(async () => {
        const replacing = unlessDrawn();
        // The chooser is no work of ours: saves go on while it is open.
        const opened = await platform.openDocument();
        await turn(() => takeOpened(opened, replacing));
      }),
    openRecent: ({ token }) =>
      unlessUnsaved(() => {
        const replacing = unlessDrawn();
        return turn(async () => takeOpened(await platform.reopenDocument(token), replacing));
      }),
    openDropped: (name, bytes) =>
      unlessUnsaved(async () => {
        const replacing = unlessDrawn();
        const read = await openInSlices(bytes);
        if (!read.ok) return files.setState({ question: { kind: 'not-opened', name, failure: read.error } });
        const { document } = read.value;
        await replacing(async () => shown.put(document, undefined, { saved: true }));
      }),
    reload: (mode) => {
      const readAgain = (): Promise<void> => {
        const replacing = unlessDrawn();
        return turn(async () => {
          const { file } = files.getState();
          if (!file) return;
          const opened = await platform.reopenDocument(file.token);
          // The only copy is the one that is shown.
          if (!opened.ok && opened.error.kind === 'not-found') markUnsaved();
          await takeOpened(opened, replacing);
        });
      };
      return mode === 'losing-mine' ? readAgain() : unlessUnsaved(readAgain);
    },
    openSalvaged: (document) => shown.put(document, undefined, { saved: false }),
    refreshRecent: async () => {
      const recent = await platform.recentDocuments();
      if (recent.ok) files.setState({ recent: recent.value });
    },
  };
}
