import { failure, type Result, success } from '../../core/base/result.ts';
import type { Page } from '../../core/diagram/page.ts';
import { distinctNames } from '../../core/export/pictureName.ts';
import type { ThemeName } from '../../core/scene/scene.ts';
import type { FileToSave } from '../../platform/port.ts';
import type { Services } from '../app/services.ts';
import type { PictureLook } from '../state/pictureLook.ts';
import { dressed } from './dressed.ts';
import { makePicture } from './makePicture.ts';
import { drawnPage, sceneWithNotes } from './pageScene.ts';
import { proposedName } from './proposedName.ts';

/** A file for each page, one after the other; `titles`: those that were typed, by page. The error is a sentence for the user. */
export async function allPages(
  services: Services,
  pages: readonly Page[],
  theme: ThemeName,
  look: PictureLook,
  titles: Readonly<Record<string, string>>,
): Promise<Result<readonly FileToSave[], string>> {
  const decision = services.decide(services.store.getState().need);
  const names = distinctNames(pages.map((page) => proposedName(services, page)));
  const files: FileToSave[] = [];
  for (const [at, page] of pages.entries()) {
    const picture = await drawnPage(services, page, theme, new AbortController().signal);
    const scene = dressed(sceneWithNotes(picture, services, decision), look, { title: titles[page.id] });
    const made = await makePicture(services, scene, names[at] ?? page.id, look);
    if (!made.ok) return failure(`${page.title}: ${made.error}`);
    files.push(made.value);
  }
  return success(files);
}
