import type { SketchDocument } from '../../core/document/document.ts';
import type { DocumentFile } from '../../platform/port.ts';
import { asShown, forgetWays } from '../sketch/pagePicture.ts';
import type { FilesContext, FilesStore } from './filesState.ts';

/** How a document takes the place of another. */
export interface PutOptions {
  readonly saved?: boolean;
  readonly following?: boolean;
  /** What becomes of the need that is shown. By default that of the document takes its place, and the user is told. */
  readonly need?: 'taken-quietly' | 'stays';
  /** The user goes on looking at what is shown, be it the map. */
  readonly unseen?: boolean;
}

/** The document that is shown and the file that it belongs to, which change together. */
export interface ShownFile {
  /** Whether the user was told that another program wrote the present file. */
  toldOfChange: boolean;
  setFile(file: DocumentFile | undefined): void;
  /** Puts a document in the place of the present one: the only way in for one that was made before. */
  put(document: SketchDocument, file: DocumentFile | undefined, options: PutOptions): void;
  /** How to put back what is shown now: its past, its page and its file. */
  wayBack(): () => void;
}

/** Keeps document and file together; whoever opens a document past this leaves it without a file. */
export function createShownFile(
  { platform, sketch, show, takeNeed }: FilesContext,
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
    put: (document, file, { need, unseen = false, ...options }) => {
      ours = sketch.getState().opening + 1;
      sketch.getState().open(document, options);
      shown.setFile(file);
      setState({ question: undefined });
      if (need !== 'stays') takeNeed(document, need === 'taken-quietly');
      if (!unseen) show();
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
