import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Page } from '../../core/diagram/page.ts';
import type { History } from '../../core/document/history.ts';
import type { ThemeName } from '../../core/scene/scene.ts';
import { inSlices } from '../app/inSlices.ts';
import { useServices, useSketch } from '../app/services.ts';
import { betweenNodes } from './betweenNodes.ts';
import { emptyPicture, type PagePicture, picturePage, picturing, rememberWays } from './pagePicture.ts';
import { shownPage } from './sketchStore.ts';

/** Pages of up to so many parts and lines are drawn between two frames; larger ones in slices, with the picture before standing meanwhile. */
const mostAtOnce = 600;
/** Of a document that is just opened: all else of the window is drawn in the same task. */
const mostAtOpening = 150;

/** A page as it is drawn now. */
export interface ShownPicture extends PagePicture {
  /** False while the first picture of a large page is being made: it is empty until then. */
  readonly isMade: boolean;
}

/** Whether a page is drawn in slices; `stands`: something of its document is shown already. */
export function isSliced({ nodes, groups, edges }: Page, stands: boolean): boolean {
  const count = [nodes, groups, edges].reduce((sum, table) => sum + Object.keys(table).length, 0);
  return count > (stands ? mostAtOnce : mostAtOpening);
}

/** What a picture was made of. */
interface Sitting {
  readonly page: Page;
  /** The one whose present the page is, as it stood then: the next edit may come before the picture is begun. */
  readonly history: History | undefined;
  readonly theme: ThemeName;
  readonly opening: number;
  readonly found: number;
}

const isSame = (one: Sitting, other: Sitting): boolean =>
  one.page === other.page && one.theme === other.theme && one.found === other.found && one.opening === other.opening;

/**
 * The picture of a page. A large one is made in slices, so that no task is long; until it is done the one before stands. Where very many
 * edges have no way yet, they are straight until a worker has found them.
 */
export function usePagePicture(page: Page, theme: ThemeName): ShownPicture {
  const { catalog, findWays, sketch } = useServices();
  const opening = useSketch((state) => state.opening);
  const [found, setFound] = useState(0);
  const [made, setMade] = useState<Sitting & { readonly picture: PagePicture }>();
  /** The opening of which something was shown already. */
  const shownOf = useRef<number>(undefined);
  const stands = shownOf.current === opening;
  const isLarge = useMemo(() => isSliced(page, stands), [page, stands]);
  const wanted = useMemo((): Sitting => {
    const state = sketch.getState();
    const history = shownPage(state) === page ? state.history : undefined;
    return { page, history, theme, opening, found };
  }, [page, theme, opening, found, sketch]);

  const latest = useRef(wanted);
  useLayoutEffect(() => {
    latest.current = wanted;
  });
  const isWorking = useRef(false);
  const isDone = !isLarge || (made !== undefined && isSame(made, wanted));
  useEffect(() => {
    if (isDone || isWorking.current) return;
    isWorking.current = true;
    // One after the other: a picture goes by the ways of the one before. Of what comes meanwhile the last is made next.
    const work = async (): Promise<void> => {
      for (let sitting: Sitting | undefined; !sitting || !isSame(sitting, latest.current); ) {
        sitting = latest.current;
        const picture = await inSlices(picturing(sitting.page, catalog, sitting.theme, sitting.history));
        setMade({ ...sitting, picture });
      }
    };
    void work().finally(() => {
      isWorking.current = false;
    });
  }, [isDone, catalog]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: ways that were found are a reason to draw again.
  const shown = useMemo((): ShownPicture => {
    if (made && isSame(made, wanted)) return { ...made.picture, isMade: true };
    if (!isLarge) return { ...picturePage(page, catalog, theme, sketch.getState().history), isMade: true };
    if (made?.page.id === page.id && made.opening === opening) return { ...made.picture, isMade: true };
    return { ...emptyPicture(page, catalog, theme), isMade: false };
  }, [isLarge, page, catalog, theme, sketch, opening, made, wanted, found]);
  useLayoutEffect(() => {
    if (shown.isMade) shownOf.current = opening;
  }, [shown.isMade, opening]);

  const { unled, layout, plan } = shown;
  useEffect(() => {
    if (!unled || !isDone) return;
    const asked = new AbortController();
    void findWays(betweenNodes(plan.graph), layout, asked.signal).then((laid) => {
      if (asked.signal.aborted || !laid.ok) return;
      rememberWays(page.id, laid.value);
      setFound((count) => count + 1);
    });
    return () => asked.abort();
  }, [unled, isDone, layout, plan, page.id, findWays]);
  return shown;
}
