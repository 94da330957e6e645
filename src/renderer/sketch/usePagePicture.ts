import { useEffect, useMemo, useState } from 'react';
import type { Page } from '../../core/diagram/page.ts';
import type { ThemeName } from '../../core/scene/scene.ts';
import { useServices } from '../app/services.ts';
import { betweenNodes } from './betweenNodes.ts';
import { type PagePicture, picturePage, planOfPage, rememberWays } from './pagePicture.ts';

/** The picture of a page. Where very many edges have no way yet, they are straight until a worker has found them. */
export function usePagePicture(page: Page, theme: ThemeName): PagePicture {
  const { catalog, relayout, sketch } = useServices();
  const [found, setFound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: ways that were found are a reason to draw again.
  const picture = useMemo(
    () => picturePage(page, catalog, theme, sketch.getState().history),
    [page, catalog, theme, sketch, found],
  );
  const { unled, layout } = picture;
  useEffect(() => {
    if (!unled) return;
    let current = true;
    const { graph } = planOfPage(page, catalog);
    void relayout(betweenNodes(graph), { ...layout, edges: {} }, 'changes').then((laid) => {
      if (!current || !laid.ok) return;
      rememberWays(page.id, laid.value);
      setFound((count) => count + 1);
    });
    return () => {
      current = false;
    };
  }, [unled, layout, page, catalog, relayout]);
  return picture;
}
