import { useEffect } from 'react';
import { useFiles, useServices, useSketch } from '../app/services.ts';
import { type ShortcutAt, shortcutOf } from '../app/shortcuts.ts';
import { openFirst, sketchesAmong } from './dropFiles.ts';
import { shortName } from './fileName.ts';
import { isUnsaved } from './unsaved.ts';

/** The name of the document, and whether it holds what no file has. */
export function useDocumentName(): { readonly name: string; readonly unsaved: boolean; readonly where: string } {
  const file = useFiles((state) => state.file);
  const title = useSketch((state) => state.history.document.title);
  const unsaved = useSketch(isUnsaved);
  const following = useSketch((state) => state.following);
  const where = file?.where ?? (following ? 'Drawn from the need; not in a file yet' : 'Not in a file yet');
  return { name: file ? shortName(file.name) : title, unsaved, where };
}

/** Keys, drops and the return to the window, as far as they are about files; and the title of the window. */
export function useFileEvents(): void {
  const { files, store } = useServices();
  const { name, unsaved } = useDocumentName();

  useEffect(() => {
    document.title = `${unsaved ? '• ' : ''}${name === 'Untitled' ? '' : `${name} – `}Lodestack`;
  }, [name, unsaved]);

  useEffect(() => {
    const { save, saveAs, open, openDropped, lookOutside } = files.getState();
    const isBusy = () => store.getState().dialog !== undefined || files.getState().question !== undefined;
    const run: Readonly<Record<ShortcutAt<'file'>, () => unknown>> = {
      open,
      save: () => save(),
      saveAs,
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const meant = shortcutOf(event, 'file');
      if (meant === undefined) return;
      // Never the browser's own: nobody wants the page as HTML.
      event.preventDefault();
      // A native menu does not hear keys that are taken here.
      if (!isBusy()) void run[meant]();
    };
    const onDrop = (event: DragEvent): void => {
      const sketches = sketchesAmong([...(event.dataTransfer?.files ?? [])]);
      if (sketches.length === 0) return;
      event.preventDefault();
      void openFirst(sketches, { isBusy, open: openDropped, notify: store.getState().notify });
    };
    const onFocus = (): void => void lookOutside();
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('drop', onDrop);
    window.addEventListener('focus', onFocus);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('focus', onFocus);
    };
  }, [files, store]);
}
