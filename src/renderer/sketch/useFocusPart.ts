import { type RefObject, useEffect, useRef, useState } from 'react';
import { findEdge } from '../../core/diagram/page.ts';
import { useServices } from '../app/services.ts';
import type { CanvasHandle } from '../canvas/gestures.ts';
import type { PagePicture } from './pagePicture.ts';
import { shownPage } from './sketchStore.ts';

const isDrawn = ({ scene }: PagePicture, id: string): boolean =>
  scene.nodes.some((node) => node.id === id) || scene.groups.some((group) => group.id === id);

/**
 * Gives a part the focus as soon as it is drawn: of a small page in the very task that made it, so that the next key is the part's however
 * fast it follows.
 */
export function useFocusPart(picture: PagePicture, canvas: RefObject<CanvasHandle | null>): void {
  const { sketch } = useServices();
  const [wanted, setWanted] = useState<{ readonly id: string; readonly page: string }>();
  /** What was wanted last and needs no more: it has the focus, or its page was left. */
  const done = useRef(wanted);

  useEffect(() => {
    const focusPart = (id: string) => {
      const page = shownPage(sketch.getState());
      setWanted({ id: findEdge(page, id)?.from ?? id, page: page.id });
    };
    sketch.setState({ focusPart });
    return () => sketch.setState({ focusPart: () => {} });
  }, [sketch]);

  useEffect(() => {
    if (!wanted || done.current === wanted) return;
    const isShown = sketch.getState().page === wanted.page;
    if (isShown && !isDrawn(picture, wanted.id)) return;
    done.current = wanted;
    // After what closes has let go of the window, and before any key.
    if (isShown) queueMicrotask(() => canvas.current?.focus(wanted.id));
  }, [wanted, picture, canvas, sketch]);
}
