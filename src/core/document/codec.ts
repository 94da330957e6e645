/** Writing a document as the text of a file, and reading one. */
import { failure, type Result } from '../base/result.ts';
import type { SketchDocument } from './document.ts';
import type { Opened, OpeningFailure } from './saving.ts';

/** The text of a file: records by id in the order of their ids, one a line. The same document gives the same bytes. `app` is what
 * wrote it, such as `lodestack 0.1.0`. */
export function writeDocument(_document: SketchDocument, _app: string): string {
  return '';
}

/** Reads the text of a file. Never throws, whatever the text is. */
export function readDocument(_text: string): Result<Opened, OpeningFailure> {
  return failure({ kind: 'not-json', message: 'Not built yet' });
}
