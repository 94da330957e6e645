/**
 * The one owner of the place of the document: which file it is in, what is asked about it, and every opening and saving. The
 * document itself belongs to the sketch store. Saves and openings go one after the other; each save writes the document as it is when
 * its turn comes, so the latest wins.
 */
import { createStore } from 'zustand/vanilla';
import type { FilesActions, FilesContext, FilesState, FilesStore } from './filesState.ts';
import { createFilesWork } from './filesWork.ts';
import { keptSketchActions } from './keptSketches.ts';
import { openActions } from './openActions.ts';
import { saveActions } from './saveActions.ts';

/** A window whose document is in no file yet. */
export function createFilesStore(context: FilesContext): FilesStore {
  return createStore<FilesState & FilesActions>()((setState, getState) => {
    const work = createFilesWork(context, { setState, getState });
    return {
      file: undefined,
      question: undefined,
      recent: [],
      kept: [],
      busy: false,
      closeQuestion: () => setState({ question: undefined }),
      ...openActions(work),
      ...saveActions(work),
      ...keptSketchActions(work),
    };
  });
}
