/** Drafts and pages of documents as a file of draw.io: the same places as in a picture. */
import { failure, type Result, success } from '../core/base/result.ts';
import type { Catalog } from '../core/catalog/catalog.ts';
import { diagramOf, type Page } from '../core/diagram/page.ts';
import { placedLayout } from '../core/layout/placedLayout.ts';
import { type DrawioPage, drawioFile } from '../core/render/drawio.ts';
import { planDraft } from '../core/scene/draftPlan.ts';
import { draftScene } from '../core/scene/draftScene.ts';
import type { ThemeName } from '../core/scene/scene.ts';
import { loadIcons } from './iconFiles.ts';
import type { LaidOut } from './picture.ts';

/** The file of a picture that was laid out. Fails for one that is no draft: only parts of an architecture become cells. */
export function drawioOfPicture(picture: LaidOut, catalog: Catalog, theme: ThemeName): Result<string, string> {
  const { plan } = picture;
  if (!plan) return failure('A .drawio is written of a draft; the stack map is exported as .svg or .png');
  const scene = picture.scene(theme);
  return success(drawioFile([{ id: 'draft', title: scene.title, scene, plan }], loadIcons(catalog)));
}

/** The file of pages on which everything has its place. */
export function drawioOfPages(pages: readonly Page[], catalog: Catalog, theme: ThemeName): string {
  const drawn = pages.map((page): DrawioPage => {
    const plan = planDraft(diagramOf(page), catalog);
    return { id: page.id, title: page.title, scene: draftScene(plan, placedLayout(plan.graph), { theme }), plan };
  });
  return drawioFile(drawn, loadIcons(catalog));
}
