import { failure, type Result } from '../../core/base/result.ts';
import { finish, type Steps } from '../../core/base/steps.ts';
import { readingDocument } from '../../core/document/readDocument.ts';
import type { Opened, OpeningFailure } from '../../core/document/saving.ts';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenientUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The bytes of a file as a document. A few bytes that are no text are one more damage, which the reader can mend. */
export const openBytes = (bytes: Uint8Array): Result<Opened, OpeningFailure> => finish(openingBytes(bytes));

/** The same in steps. */
export function* openingBytes(bytes: Uint8Array): Steps<Result<Opened, OpeningFailure>> {
  const text = strictText(bytes);
  if (text !== undefined) return yield* readingDocument(text);
  const read = yield* readingDocument(lenientUtf8.decode(bytes));
  const loss = 'Some signs were no text and stand as "\ufffd"';
  if (!read.ok) {
    const { error } = read;
    if (error.kind !== 'damaged' || !error.salvaged) return read;
    const { document, lost, lostCount } = error.salvaged;
    return failure({ ...error, salvaged: { document, lost: [loss, ...lost], lostCount: lostCount + 1 } });
  }
  return failure({
    kind: 'damaged',
    message: 'The file is damaged: some bytes in it are no text. What can be read can be opened as a copy',
    salvaged: { document: read.value.document, lost: [loss], lostCount: 1 },
  });
}

function strictText(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
}
