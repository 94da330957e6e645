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
  const [wanted, setWanted] = useState<{ readonly id: string }>();
  const given = useRef(wanted);

  useEffect(() => {
    const focusPart = (id: string) => setWanted({ id: findEdge(shownPage(sketch.getState()), id)?.from ?? id });
    sketch.setState({ focusPart });
    return () => sketch.setState({ focusPart: () => {} });
  }, [sketch]);

  useEffect(() => {
    if (!wanted || given.current === wanted || !isDrawn(picture, wanted.id)) return;
    given.current = wanted;
    // After what closes has let go of the window, and before any key.
    queueMicrotask(() => canvas.current?.focus(wanted.id));
  }, [wanted, picture, canvas]);
}
