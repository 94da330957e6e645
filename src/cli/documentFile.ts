/** A saved sketch, read for the command line. */
import { failure, type Result } from '../core/base/result.ts';
import { readDocument } from '../core/document/readDocument.ts';
import type { Opened, OpeningFailure } from '../core/document/saving.ts';
import { readInput } from './input.ts';
import type { Io } from './io.ts';
import { harmless } from './paint.ts';

/** The largest file that is read, in bytes; what it may hold is less (`limits`). */
const largestFile = 64_000_000;

/** Why a file is no whole document, in lines for a terminal. */
export interface DocumentComplaint {
  readonly kind: OpeningFailure['kind'] | 'unreadable';
  readonly message: string;
  readonly lost: readonly string[];
  readonly lostCount: number;
}

/** Reads a document; `path` "-" is standard input. */
export async function readDocumentFile(path: string, io: Io): Promise<Result<Opened, DocumentComplaint>> {
  const read = await readInput(path, io, largestFile);
  if (!read.ok) return failure({ kind: 'unreadable', message: read.error, lost: [], lostCount: 0 });
  const opened = readDocument(read.value);
  if (opened.ok) return opened;
  const { error } = opened;
  const salvaged = error.kind === 'damaged' ? error.salvaged : undefined;
  return failure({
    kind: error.kind,
    message: `${path}: ${error.message}`,
    lost: (salvaged?.lost ?? []).map(harmless),
    lostCount: salvaged?.lostCount ?? 0,
  });
}
