import { Trash2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import { counted } from '../../core/base/words.ts';
import { pagesInOrder, type SketchDocument } from '../../core/document/document.ts';
import { useFiles, useWindow } from '../app/services.ts';
import { DialogFrame } from '../widgets/DialogFrame.tsx';
import { IconButton } from '../widgets/IconButton.tsx';
import type { KeptSketch } from './filesState.ts';
import './RecoveredSketches.css';

/** How large a sketch is, in words. */
function sizeInWords(document: SketchDocument): string {
  const pages = pagesInOrder(document);
  const parts = pages.reduce((sum, { nodes }) => sum + Object.keys(nodes).length, 0);
  return `${counted(parts, 'part')}${pages.length > 1 ? ` on ${pages.length} pages` : ''}`;
}

function Sketch({ sketch: { id, document, lostCount } }: { readonly sketch: KeptSketch }) {
  const openKept = useFiles((state) => state.openKept);
  const throwAway = useFiles((state) => state.throwAwayKept);
  const close = useWindow((state) => state.openDialog);
  return (
    <li className="recovered__sketch">
      <div className="recovered__words">
        <h3>{document.title}</h3>
        <p className="muted">
          {sizeInWords(document)}
          {lostCount > 0 ? `; ${counted(lostCount, 'thing')} in it could not be read` : ''}
        </p>
        {document.need?.text && document.need.text.trim() !== document.title ? (
          <p className="recovered__need">“{document.need.text}”</p>
        ) : null}
      </div>
      <Button
        className="button button--small"
        aria-label={`Open ${document.title}`}
        onPress={() => {
          close(undefined);
          void openKept(id);
        }}
      >
        Open
      </Button>
      <IconButton
        className="icon-button--small"
        label={`Throw ${document.title} away`}
        onPress={() => {
          void throwAway(id);
        }}
      >
        <Trash2 size={14} aria-hidden />
      </IconButton>
    </li>
  );
}

/** Sketches that are in no file: left behind by a crash, or by another that took their place. */
export default function RecoveredSketches() {
  const kept = useFiles((state) => state.kept);
  const close = useWindow((state) => state.openDialog);
  return (
    <DialogFrame title="Sketches that are not saved" className="recovered" onClose={() => close(undefined)}>
      {kept.length === 0 ? (
        <p className="recovered__none">None is left.</p>
      ) : (
        <ul className="recovered__list">
          {kept.map((sketch) => (
            <Sketch key={sketch.id} sketch={sketch} />
          ))}
        </ul>
      )}
      <p className="recovered__foot">
        Each is kept until you save it or throw it away. Opening one keeps what is shown now.
      </p>
    </DialogFrame>
  );
}
