import type { SketchDocument } from '../../core/document/document.ts';
import type { DocumentFile } from '../../platform/port.ts';
import { asShown, forgetWays } from '../sketch/pagePicture.ts';
import type { FilesContext, FilesStore } from './filesState.ts';

/** The document that is shown and the file that it belongs to, which change together. */
export interface ShownFile {
  /** Whether the user was told that another program wrote the present file. */
  toldOfChange: boolean;
  setFile(file: DocumentFile | undefined): void;
  /** Shows a document, in the place of the present one. */
  put(
    document: SketchDocument,
    file: DocumentFile | undefined,
    options: { readonly saved?: boolean; readonly following?: boolean },
  ): void;
  /** How to put back what is shown now: its past, its page and its file. */
  wayBack(): () => void;
}

/** Keeps document and file together; whoever opens a document past this leaves it without a file. */
export function createShownFile(
  { platform, sketch, show }: FilesContext,
  { getState, setState }: Pick<FilesStore, 'getState' | 'setState'>,
): ShownFile {
  /** Which opening of the sketch the file belongs to. */
  let ours = sketch.getState().opening;
  const shown: ShownFile = {
    toldOfChange: false,
    setFile: (file) => {
      const { file: before } = getState();
      if (before && before.token !== file?.token) void platform.closeDocument(before.token);
      shown.toldOfChange = false;
      setState({ file });
    },
    put: (document, file, options) => {
      ours = sketch.getState().opening + 1;
      sketch.getState().open(document, options);
      shown.setFile(file);
      setState({ question: undefined });
      show();
    },
    wayBack: () => {
      const { history: left, page, following } = sketch.getState();
      const history = { ...left, document: asShown(left.document) };
      const { file } = getState();
      return () => {
        forgetWays();
        ours = sketch.getState().opening + 1;
        sketch.setState({
          opening: ours,
          history,
          page,
          following,
          selection: new Set(),
          renaming: undefined,
          adding: undefined,
        });
        shown.setFile(file);
      };
    },
  };
  sketch.subscribe(({ opening }) => {
    if (opening === ours) return;
    ours = opening;
    if (getState().file) shown.setFile(undefined);
  });
  return shown;
}
