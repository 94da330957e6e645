/** The shipped font, as pictures need it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FontFace, PictureFont } from '../core/render/font.ts';
import { createOutliner } from '../core/render/outline.ts';
import type { FontWeight } from '../core/text/fontMetrics.ts';

const names: Readonly<Record<FontWeight, string>> = {
  400: 'Inter-Regular',
  500: 'Inter-Medium',
  600: 'Inter-SemiBold',
};
const weights: readonly FontWeight[] = [400, 500, 600];

const fontPath = (file: string): string => fileURLToPath(new URL(`../../data/fonts/${file}`, import.meta.url));

/** Paths of the font's files for a renderer that loads fonts itself. */
export const fontPaths: readonly string[] = weights.map((weight) => fontPath(`${names[weight]}.ttf`));

const face = (weight: FontWeight): FontFace => ({
  weight,
  woff2: readFileSync(fontPath(`${names[weight]}-latin.woff2`)).toString('base64'),
});

/** A file's bytes in a buffer of their own, as the font parser wants them. */
const ownBuffer = (path: string): ArrayBuffer => {
  const bytes = readFileSync(path);
  const buffer = new ArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
};

/** The font in the way that a picture carries it. */
export const pictureFont = (kind: PictureFont['kind']): PictureFont => {
  if (kind === 'named') return { kind };
  if (kind === 'embedded') return { kind, faces: weights.map(face) };
  const outline = createOutliner({
    400: ownBuffer(fontPath(`${names[400]}.ttf`)),
    500: ownBuffer(fontPath(`${names[500]}.ttf`)),
    600: ownBuffer(fontPath(`${names[600]}.ttf`)),
  });
  return { kind, outline };
};
