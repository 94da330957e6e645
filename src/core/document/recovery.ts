/**
 * What to do with the text that was kept between two saves, once the program starts again: a crash may have left it behind, cut
 * off or empty. It is only ever opened as an unsaved copy, never over the file.
 */
import type { SketchDocument } from './document.ts';
import { readDocument } from './readDocument.ts';
import type { OpeningFailure } from './saving.ts';
import { writeDocument } from './writeDocument.ts';

/** A document that was left behind; `lostCount` things of it could not be read. */
export interface Recovered {
  readonly document: SketchDocument;
  readonly lostCount: number;
}

/**
 * The document that a kept text still holds; undefined where it is empty, foreign, newer, or so damaged that nothing is left, and
 * where it says the same as `saved`, the document in the file (then nothing was lost). Start its history with `saved: false`.
 */
export function recover(kept: string | undefined, saved?: SketchDocument): Recovered | undefined {
  if (kept === undefined || kept.trim() === '') return undefined;
  const opened = readDocument(kept);
  const recovered = opened.ok ? { document: opened.value.document, lostCount: 0 } : recoveredFrom(opened.error);
  if (recovered === undefined) return undefined;
  const isSaved = saved !== undefined && writeDocument(recovered.document, '') === writeDocument(saved, '');
  return isSaved ? undefined : recovered;
}

const recoveredFrom = (failure: OpeningFailure): Recovered | undefined =>
  failure.kind === 'damaged' && failure.salvaged
    ? { document: failure.salvaged.document, lostCount: failure.salvaged.lostCount }
    : undefined;
