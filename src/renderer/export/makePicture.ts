/** From a scene to the bytes of a file. */
import { failure, type Result, success } from '../../core/base/result.ts';
import { renderSvg } from '../../core/render/svg.ts';
import type { Scene } from '../../core/scene/scene.ts';
import type { FileToSave } from '../../platform/port.ts';
import type { Services } from '../app/services.ts';
import type { PictureLook } from '../state/pictureLook.ts';

/** A look that is drawn as a picture, and not as cells for draw.io. */
export type DrawnLook = PictureLook & { readonly format: 'svg' | 'png' };

/** Whether the look is one of a picture. */
export const isPicture = (look: PictureLook): look is DrawnLook => look.format !== 'drawio';

type Tools = Pick<Services, 'icons' | 'fonts' | 'paintPng'>;

/** The SVG of a scene, complete in itself. */
export async function pictureSvg(
  { icons, fonts }: Tools,
  scene: Scene,
  { text, transparent }: Pick<PictureLook, 'text' | 'transparent'>,
): Promise<string> {
  const font =
    text === 'embedded'
      ? { kind: 'embedded' as const, faces: await fonts.faces() }
      : { kind: 'outlined' as const, outline: await fonts.outliner() };
  return renderSvg(scene, { icons, font, transparent });
}

/** A PNG of a scene. The error is a sentence for the user. */
export async function makePng(
  { icons, paintPng }: Tools,
  scene: Scene,
  { scale, transparent }: Pick<PictureLook, 'scale' | 'transparent'>,
): Promise<Result<Uint8Array<ArrayBuffer>, string>> {
  const painted = await paintPng(scene, { icons, transparent, scale });
  return painted.ok ? painted : failure(`The PNG could not be painted: ${painted.error}`);
}

/** Draws the file; `name` is without an ending. The error is a sentence for the user. */
export async function makePicture(
  tools: Tools,
  scene: Scene,
  name: string,
  look: Pick<DrawnLook, 'format' | 'scale' | 'text' | 'transparent'>,
): Promise<Result<FileToSave, string>> {
  try {
    if (look.format === 'svg') {
      const svg = await pictureSvg(tools, scene, look);
      return success({ name: `${name}.svg`, mediaType: 'image/svg+xml', bytes: new TextEncoder().encode(svg) });
    }
    const painted = await makePng(tools, scene, look);
    return painted.ok ? success({ name: `${name}.png`, mediaType: 'image/png', bytes: painted.value }) : painted;
  } catch (error) {
    return failure(`The picture could not be drawn: ${error instanceof Error ? error.message : String(error)}`);
  }
}
