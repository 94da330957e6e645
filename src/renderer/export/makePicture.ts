/** From a scene to the bytes of a file. */
import { failure, type Result, success } from '../../core/base/result.ts';
import { renderSvg } from '../../core/render/svg.ts';
import type { Scene, ThemeName } from '../../core/scene/scene.ts';
import type { FileToSave } from '../../platform/port.ts';
import type { Services } from '../app/services.ts';
import { plainName } from '../files/fileName.ts';
import type { View } from '../state/windowState.ts';

/** What the export dialog lets be chosen of a picture. */
export interface ExportOptions {
  readonly content: View;
  readonly format: 'svg' | 'png';
  readonly theme: ThemeName;
  /** Pixels for a px, for PNG. */
  readonly scale: number;
  /** How an SVG holds its text. */
  readonly text: 'embedded' | 'outlined';
  readonly transparent: boolean;
}

type Tools = Pick<Services, 'icons' | 'fonts' | 'paintPng'>;

/** The SVG of a scene, complete in itself. */
export async function pictureSvg(
  { icons, fonts }: Tools,
  scene: Scene,
  { text, transparent }: Pick<ExportOptions, 'text' | 'transparent'>,
): Promise<string> {
  const font =
    text === 'embedded'
      ? { kind: 'embedded' as const, faces: await fonts.faces() }
      : { kind: 'outlined' as const, outline: await fonts.outliner() };
  return renderSvg(scene, { icons, font, transparent });
}

/** The suggested name of the file, after what the picture is called. */
export const nameOf = (
  { title }: Pick<Scene, 'title'>,
  { content, format }: Pick<ExportOptions, 'content' | 'format'>,
): string => {
  const name = plainName(title) || 'Lodestack';
  return `${content === 'map' ? `${name} – stack map` : name}.${format}`;
};

/** A PNG of a scene. The error is a sentence for the user. */
export async function makePng(
  { icons, paintPng }: Tools,
  scene: Scene,
  { scale, transparent }: Pick<ExportOptions, 'scale' | 'transparent'>,
): Promise<Result<Uint8Array<ArrayBuffer>, string>> {
  const painted = await paintPng(scene, { icons, transparent, scale });
  return painted.ok ? painted : failure(`The PNG could not be painted: ${painted.error}`);
}

/** Draws the file. The error is a sentence for the user. */
export async function makePicture(
  tools: Tools,
  scene: Scene,
  options: ExportOptions,
): Promise<Result<FileToSave, string>> {
  const name = nameOf(scene, options);
  try {
    if (options.format === 'svg') {
      const svg = await pictureSvg(tools, scene, options);
      return success({ name, mediaType: 'image/svg+xml', bytes: new TextEncoder().encode(svg) });
    }
    const painted = await makePng(tools, scene, options);
    return painted.ok ? success({ name, mediaType: 'image/png', bytes: painted.value }) : painted;
  } catch (error) {
    return failure(`The picture could not be drawn: ${error instanceof Error ? error.message : String(error)}`);
  }
}
