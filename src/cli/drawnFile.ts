/** A laid-out picture as the bytes of a file. */
import { type Result, success } from '../core/base/result.ts';
import type { Catalog } from '../core/catalog/catalog.ts';
import type { ThemeName } from '../core/scene/scene.ts';
import type { LaidOut } from './picture.ts';

/** Endings of the files that a picture can be written to, with their dots: they decide the format. */
export const pictureEndings = ['.svg', '.png'] as const;
/** An ending that a picture may have. */
export type PictureEnding = (typeof pictureEndings)[number];

/** Pixels of a PNG for each px of the picture. */
export const usualScale = 2;

/** Draws; an SVG has its font embedded. Fails with a message where a PNG would be too large. */
export const drawnFile = async (
  catalog: Catalog,
  picture: LaidOut,
  ending: PictureEnding,
  theme: ThemeName = 'light',
): Promise<Result<string | Uint8Array, string>> => {
  const [{ loadIcons }, { renderSvg }, { pictureFont }] = await Promise.all([
    import('./iconFiles.ts'),
    import('../core/render/svg.ts'),
    import('./fontFiles.ts'),
  ]);
  const icons = loadIcons(catalog);
  const scene = picture.scene(theme);
  if (ending === '.svg') return success(renderSvg(scene, { icons, font: pictureFont('embedded') }));
  const { rasterize } = await import('./rasterize.ts');
  return rasterize(scene, { icons, scale: usualScale });
};
