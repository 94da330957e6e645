import { useEffect, useRef } from 'react';
import { useFiles, useServices, useSketch } from '../app/services.ts';
import { shortName } from '../files/fileName.ts';
import { saidOfSketch } from './saidChange.ts';
import { shownPage } from './sketchStore.ts';

/** Says what was changed, selected, opened and saved, to those who cannot see it. */
export function SketchAnnouncer() {
  const { store } = useServices();
  const history = useSketch((state) => state.history);
  const opening = useSketch((state) => state.opening);
  const selection = useSketch((state) => state.selection);
  const following = useSketch((state) => state.following);
  const page = useSketch(shownPage);
  const file = useFiles((state) => state.file);
  const now = { history, opening, selection, following, page, name: file && shortName(file.name) };
  const before = useRef(now);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page and the names follow from these.
  useEffect(() => {
    const last = before.current;
    before.current = now;
    const text = saidOfSketch(last, now);
    if (text !== undefined) store.getState().say(text);
  }, [store, history, opening, selection]);
  return null;
}
