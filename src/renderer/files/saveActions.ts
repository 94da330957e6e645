import { markSaved } from '../../core/document/history.ts';
import { tooLargeToSave } from '../../core/document/saving.ts';
import { writeDocument } from '../../core/document/writeDocument.ts';
import type { SaveMode } from '../../platform/port.ts';
import { asShown } from '../sketch/pagePicture.ts';
import { appName } from './appName.ts';
import { fileNameOf, shortName } from './fileName.ts';
import type { FilesActions } from './filesState.ts';
import type { FilesWork } from './filesWork.ts';
import { isUnsaved } from './unsaved.ts';

const encoder = new TextEncoder();

/** Saving, and looking whether somebody else has. */
export function saveActions(work: FilesWork): Pick<FilesActions, 'save' | 'saveAs' | 'lookOutside'> {
  const { platform, sketch, notify, files, shown, turn, tell } = work;

  /** Writes the document as it is when its turn comes. `asks`: where, although there is a file. */
  const write = (asks: boolean, mode: SaveMode): Promise<boolean> =>
    turn(async () => {
      const { history, opening } = sketch.getState();
      const { file } = files.getState();
      const text = writeDocument(asShown(history.document), appName);
      const tooLarge = tooLargeToSave(text);
      if (tooLarge !== undefined) {
        notify({ tone: 'danger', text: tooLarge });
        return false;
      }
      const bytes = encoder.encode(text);
      const saved =
        file === undefined || asks
          ? await platform.saveDocumentAs(fileNameOf(file ? shortName(file.name) : history.document.title), bytes)
          : await platform.saveDocument(file.token, bytes, mode);
      if (!saved.ok) {
        if (saved.error.kind === 'changed' && file) files.setState({ question: { kind: 'changed', file } });
        else tell(saved.error, { label: 'Save as…', run: () => void files.getState().saveAs() });
        return false;
      }
      if (sketch.getState().opening !== opening) {
        // Another document has come meanwhile; this one is on disk all the same.
        if (saved.value.token !== files.getState().file?.token) void platform.closeDocument(saved.value.token);
        return true;
      }
      shown.setFile(saved.value);
      // What has a place of its own is not drawn anew by the need any more.
      sketch.setState(({ history: now }) => ({ history: markSaved(now, history), following: false }));
      await files.getState().refreshRecent();
      return true;
    });

  return {
    save: (mode = 'unless-changed') => write(false, mode),
    saveAs: () => write(true, 'overwrite'),
    lookOutside: async () => {
      const { file, question } = files.getState();
      if (!file || question || shown.toldOfChange) return;
      const changed = await turn(() => platform.documentChanged(file.token));
      if (!changed.ok || !changed.value || files.getState().file?.token !== file.token || shown.toldOfChange) return;
      shown.toldOfChange = true;
      notify({
        tone: 'neutral',
        text: `${file.name} was changed by another program.`,
        action: isUnsaved(sketch.getState())
          ? { label: 'Decide…', run: () => files.setState({ question: { kind: 'changed', file } }) }
          : { label: 'Reload', run: () => void files.getState().reload() },
      });
    },
  };
}
