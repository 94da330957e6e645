import { failure, type Result, success } from '../../core/base/result.ts';
import type { Page } from '../../core/diagram/page.ts';
import { distinctNames, pictureName } from '../../core/export/pictureName.ts';
import type { DrawioPage } from '../../core/render/drawio.ts';
import type { ThemeName } from '../../core/scene/scene.ts';
import type { FileToSave } from '../../platform/port.ts';
import type { Services } from '../app/services.ts';
import type { PictureLook } from '../state/pictureLook.ts';
import { drawioToSave } from './drawioToSave.ts';
import { dressed } from './dressed.ts';
import { isPicture, makePicture } from './makePicture.ts';
import { drawnPage, sceneWithNotes } from './pageScene.ts';
import { documentName, proposedName } from './proposedName.ts';

/**
 * All pages, drawn one after the other: a file for each, or one for draw.io that holds them all. `titles`: those that were typed, by
 * page. The error is a sentence for the user.
 */
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
  const diagrams: DrawioPage[] = [];
  for (const [at, page] of pages.entries()) {
    const picture = await drawnPage(services, page, theme, new AbortController().signal);
    const scene = dressed(sceneWithNotes(picture, services, decision), look, { title: titles[page.id] });
    if (!isPicture(look)) {
      diagrams.push({ id: page.id, title: page.title, scene, plan: picture.plan });
      continue;
    }
    const made = await makePicture(services, scene, names[at] ?? page.id, look);
    if (!made.ok) return failure(`${page.title}: ${made.error}`);
    files.push(made.value);
  }
  return success(isPicture(look) ? files : [drawioToSave(services, pictureName(documentName(services)), diagrams)]);
}
