/** Puts what is shown onto the clipboard, without a dialog: what is selected on the page, else all of it. */
import { type Result, success } from '../../core/base/result.ts';
import type { Decision } from '../../core/decision/decision.ts';
import { withLifecycleNotes } from '../../core/scene/lifecycleNotes.ts';
import { mapScene } from '../../core/scene/mapScene.ts';
import { missingLetters } from '../../core/scene/missingLetters.ts';
import type { Scene, ThemeName } from '../../core/scene/scene.ts';
import type { Services } from '../app/services.ts';
import { planOf } from '../map/StackMap.tsx';
import { shownPage } from '../sketch/sketchStore.ts';
import { asksForSomething } from '../state/emptyNeed.ts';
import type { PictureLook } from '../state/pictureLook.ts';
import { shownTheme } from '../state/windowState.ts';
import { copiedWords } from './copiedWords.ts';
import { dressed } from './dressed.ts';
import { makePng, pictureSvg } from './makePicture.ts';
import { drawnPage, isDrawn, sceneWithNotes } from './pageScene.ts';
import { pictureParts } from './pictureParts.ts';

/** What a picture is copied as: a PNG to be pasted into a slide, or the text of an SVG. */
export type CopiedAs = 'png' | 'svg';

/** A copy that takes longer says so, ms. */
const patience = 700;

/** Copies the picture in the look that exports have; `ids`: of those things alone, absent: of what is selected. */
export async function copyShown(services: Services, as: CopiedAs, ids?: readonly string[]): Promise<void> {
  const { store, platform } = services;
  const { notify } = store.getState();
  const slow = setTimeout(() => notify({ tone: 'neutral', text: 'Painting the picture …' }), patience);
  try {
    const scene = await shownScene(services, ids);
    if (!scene) return notify({ tone: 'neutral', text: 'Nothing is drawn yet, so there is nothing to copy.' });
    const made = await drawnAs(services, scene, as);
    if (!made.ok) return notify({ tone: 'danger', text: made.error });
    const { value } = made;
    const sent = await (typeof value === 'string' ? platform.copyText(value) : platform.copyPicture(value));
    const missing = as === 'png' ? missingLetters(scene) : undefined;
    if (sent.ok) notify({ tone: 'success', text: copiedWords[as], ...(missing && { detail: missing }) });
    else notify({ tone: 'danger', text: sent.error.message, detail: sent.error.remedy });
  } finally {
    clearTimeout(slow);
  }
}

/** What is copied is a picture, whatever was exported last. */
const asPicture = (look: PictureLook): PictureLook => ({ ...look, format: 'svg' });

async function drawnAs(
  services: Services,
  scene: Scene,
  as: CopiedAs,
): Promise<Result<string | Uint8Array<ArrayBuffer>, string>> {
  const { pictureLook } = services.store.getState();
  return as === 'png' ? makePng(services, scene, pictureLook) : success(await pictureSvg(services, scene, pictureLook));
}

async function shownScene(services: Services, ids: readonly string[] | undefined): Promise<Scene | undefined> {
  const { view, need, pictureLook: look, ...window } = services.store.getState();
  const pictureLook = asPicture(look);
  const theme = pictureLook.theme ?? shownTheme(window);
  const decision = services.decide(need);
  if (view !== 'draft') return shownMap(services, decision, theme);
  const page = shownPage(services.sketch.getState());
  if (!isDrawn(page)) return undefined;
  const picture = await drawnPage(services, page, theme, new AbortController().signal);
  const parts = pictureParts(page, ids ?? services.sketch.getState().selection);
  return dressed(sceneWithNotes(picture, services, decision), pictureLook, { parts });
}

async function shownMap(services: Services, decision: Decision, theme: ThemeName): Promise<Scene | undefined> {
  const { catalog, layout, store } = services;
  const { need, pictureLook } = store.getState();
  const plan = planOf(catalog, need.constraints.sheetOnly ?? false);
  const laid = await layout(plan.graph);
  if (!laid.ok) return undefined;
  const lit = asksForSomething(need) ? decision : undefined;
  const scene = mapScene(plan, laid.value, { decision: lit, theme });
  return dressed(withLifecycleNotes(scene, catalog), asPicture(pictureLook), {});
}
