/** A page of a document as the bytes of a picture: the same picture as the window's. */
import { failure, type Result, success } from '../core/base/result.ts';
import type { Catalog } from '../core/catalog/catalog.ts';
import { decide } from '../core/decision/decide.ts';
import { partsAtWork } from '../core/decision/decision.ts';
import { parseNeed } from '../core/decision/parseNeed.ts';
import { diagramOf, type Page } from '../core/diagram/page.ts';
import type { SketchDocument } from '../core/document/document.ts';
import { placedLayout } from '../core/layout/placedLayout.ts';
import { planDraft } from '../core/scene/draftPlan.ts';
import { draftScene } from '../core/scene/draftScene.ts';
import { withLifecycleNotes } from '../core/scene/lifecycleNotes.ts';
import { missingLetters } from '../core/scene/missingLetters.ts';
import type { ThemeName } from '../core/scene/scene.ts';

interface DrawingOptions {
  readonly ending: '.svg' | '.png';
  readonly theme: ThemeName;
  readonly font: 'embedded' | 'outlined';
  /** Pixels of a PNG for each px. */
  readonly scale: number;
}

interface Drawn {
  readonly content: string | Uint8Array;
  /** px */
  readonly width: number;
  readonly height: number;
  /** What the picture leaves out, as a sentence. */
  readonly missing?: string;
}

/** Draws a page. Fails with a message where it is empty, or a PNG would be too large. */
export async function drawPage(
  page: Page,
  document: SketchDocument,
  catalog: Catalog,
  { ending, theme, font, scale }: DrawingOptions,
): Promise<Result<Drawn, string>> {
  if (Object.keys(page.nodes).length + Object.keys(page.groups).length === 0)
    return failure(`Nothing to draw: the page "${page.title}" is empty`);
  const plan = planDraft(diagramOf(page), catalog);
  const need = document.need && parseNeed(document.need, catalog);
  const decision = need?.ok ? decide(catalog, need.value) : undefined;
  const scene = withLifecycleNotes(
    draftScene(plan, placedLayout(plan.graph), { theme }),
    catalog,
    decision && partsAtWork(decision),
  );
  const size = { width: Math.round(scene.width), height: Math.round(scene.height) };
  const [{ loadIcons }, { renderSvg }, { pictureFont }] = await Promise.all([
    import('./iconFiles.ts'),
    import('../core/render/svg.ts'),
    import('./fontFiles.ts'),
  ]);
  const icons = loadIcons(catalog);
  if (ending === '.svg') return success({ content: renderSvg(scene, { icons, font: pictureFont(font) }), ...size });
  const { rasterize } = await import('./rasterize.ts');
  const png = await rasterize(scene, { icons, scale });
  const missing = missingLetters(scene);
  return png.ok ? success({ content: png.value, ...size, ...(missing && { missing }) }) : png;
}
