/** The shipped font files, fetched when the first export wants them. */
import mediumTtf from '../../../data/fonts/Inter-Medium.ttf?url';
import mediumWoff2 from '../../../data/fonts/Inter-Medium-latin.woff2?url';
import regularTtf from '../../../data/fonts/Inter-Regular.ttf?url';
import regularWoff2 from '../../../data/fonts/Inter-Regular-latin.woff2?url';
import semiBoldTtf from '../../../data/fonts/Inter-SemiBold.ttf?url';
import semiBoldWoff2 from '../../../data/fonts/Inter-SemiBold-latin.woff2?url';
import type { FontFace, Outliner } from '../../core/render/font.ts';
import type { FontWeight } from '../../core/text/fontMetrics.ts';

/** The shipped font in the forms that exports need, each loaded when it is first asked for. */
export interface ExportFonts {
  /** For embedding in an SVG. */
  faces(): Promise<readonly FontFace[]>;
  /** For turning text into shapes. */
  outliner(): Promise<Outliner>;
  /** The TTF files, for the painter of PNGs. */
  files(): Promise<readonly ArrayBuffer[]>;
}

async function fetchFile(url: string): Promise<ArrayBuffer> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The font file ${url} could not be read (${answer.status}).`);
  return answer.arrayBuffer();
}

function toBase64(bytes: ArrayBuffer): string {
  let text = '';
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return btoa(text);
}

/** Calls `make` once, and again only if it failed. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let kept: Promise<Value> | undefined;
  return () => {
    kept ??= make().catch((error: unknown) => {
      kept = undefined;
      throw error;
    });
    return kept;
  };
}

const woff2: readonly (readonly [FontWeight, string])[] = [
  [400, regularWoff2],
  [500, mediumWoff2],
  [600, semiBoldWoff2],
];

/** Fetches nothing yet. */
export function createExportFonts(): ExportFonts {
  const files = once(() => Promise.all([regularTtf, mediumTtf, semiBoldTtf].map(fetchFile)));
  return {
    faces: once(() =>
      Promise.all(woff2.map(async ([weight, url]) => ({ weight, woff2: toBase64(await fetchFile(url)) }))),
    ),
    files,
    outliner: once(async () => {
      // The parser of fonts is only loaded when text is to become shapes.
      const { createOutliner } = await import('../../core/render/outline.ts');
      const [regular, medium, semiBold] = await files();
      if (!regular || !medium || !semiBold) throw new Error('A font file is missing.');
      return createOutliner({ 400: regular, 500: medium, 600: semiBold });
    }),
  };
}
