/** A page of the document as the picture that leaves the window. */
import { type Decision, partsAtWork } from '../../core/decision/decision.ts';
import type { Page } from '../../core/diagram/page.ts';
import { withLifecycleNotes } from '../../core/scene/lifecycleNotes.ts';
import type { Scene, ThemeName } from '../../core/scene/scene.ts';
import { inSlices } from '../app/inSlices.ts';
import type { Services } from '../app/services.ts';
import { betweenNodes } from '../sketch/betweenNodes.ts';
import { type PagePicture, picturing, rememberWays } from '../sketch/pagePicture.ts';

/** Whether anything is drawn on a page. */
export const isDrawn = ({ nodes, groups }: Page): boolean => Object.keys(nodes).length + Object.keys(groups).length > 0;

/** The picture with the lifecycles of what is in it. */
export const sceneWithNotes = (
  { scene }: Pick<PagePicture, 'scene'>,
  { catalog }: Pick<Services, 'catalog'>,
  decision: Decision,
): Scene => withLifecycleNotes(scene, catalog, partsAtWork(decision));

/** Draws a page that need not be on the canvas: in slices, and with ways for all of its lines. */
export async function drawnPage(
  { catalog, findWays }: Pick<Services, 'catalog' | 'findWays'>,
  page: Page,
  theme: ThemeName,
  signal: AbortSignal,
): Promise<PagePicture> {
  const picture = await inSlices(picturing(page, catalog, theme));
  if (!picture.unled || signal.aborted) return picture;
  const led = await findWays(betweenNodes(picture.plan.graph), picture.layout, signal);
  if (!led.ok || signal.aborted) return picture;
  rememberWays(page.id, led.value);
  return inSlices(picturing(page, catalog, theme));
}
