/** Reading the text of a file: strictly, and where it is damaged, as much as can be had. */
import { z } from 'zod';
import { failure, type Result, success } from '../base/result.ts';
import { parseJson } from '../base/safeJson.ts';
import { mendJson } from './mendJson.ts';
import { migrate } from './migrations.ts';
import { readBody } from './readBody.ts';
import { fileFormat, formatVersion, limits, type Opened, type OpeningFailure } from './saving.ts';

const envelopeSchema = z.looseObject({
  format: z.literal(fileFormat),
  version: z.int().min(1),
  app: z.string().optional(),
  document: z.unknown(),
});

const looksOurs = (text: string): boolean => /"format"\s*:\s*"lodestack"/.test(text.slice(0, 2000));

const hasFormat = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.hasOwn(value, 'format') &&
  'format' in value &&
  value.format === fileFormat;

type Outcome = Result<Opened, OpeningFailure>;

/** Reads the text of a file. Never throws, whatever the text is; the text itself is left alone. */
export function readDocument(text: string): Outcome {
  const json = parseJson(text.startsWith('\ufeff') ? text.slice(1) : text, limits);
  if (json.ok) return hasFormat(json.value) ? readEnvelope(json.value, []) : failure(notOurs);
  if (json.error === 'too-long') return failure(tooLarge(`is longer than ${limits.characters / 1_000_000} MB`));
  if (json.error === 'too-deep') return failure(tooLarge('nests brackets deeper than any document does'));
  if (!looksOurs(text)) return failure(notJson);
  const mended = mendJson(text);
  if (mended === undefined || !hasFormat(mended.value))
    return failure({ kind: 'damaged', message: 'The file is a Lodestack document, but nothing in it can be read' });
  return readEnvelope(mended.value, mended.lost);
}

const notJson: OpeningFailure = {
  kind: 'not-json',
  message: 'The file is no Lodestack document: it is not even JSON. Choose a file that ends in .lodestack.json',
};

const notOurs: OpeningFailure = {
  kind: 'not-ours',
  message: 'The file is JSON, but no Lodestack document. Choose a file that ends in .lodestack.json',
};

const tooLarge = (why: string): OpeningFailure => ({
  kind: 'too-large',
  message: `The file can't be opened: it ${why}`,
});

function readEnvelope(value: unknown, lostBefore: readonly string[]): Outcome {
  const envelope = envelopeSchema.safeParse(value);
  if (!envelope.success)
    return failure({ kind: 'damaged', message: 'The head of the file is damaged: its version is missing or wrong' });
  const { version, app, document } = envelope.data;
  if (version > formatVersion) {
    return failure({
      kind: 'too-new',
      message: `The file was written by a newer Lodestack${app === undefined ? '' : ` (${app.slice(0, 60)})`}. Update this one to open it; until then it is left as it is`,
      version,
      ...(app !== undefined && { app }),
    });
  }
  const body = readBody(migrate(document, version));
  if (body.excess !== undefined) return failure(tooLarge(body.excess));
  const lost = [...lostBefore, ...body.lost];
  if (lost.length === 0 && body.document)
    return success({ document: body.document, ...(version < formatVersion && { from: version }) });
  const salvaged = body.document && { document: body.document, lost: lost.slice(0, 50), lostCount: lost.length };
  return failure({
    kind: 'damaged',
    message: salvaged
      ? `The file is damaged. ${lost.length === 1 ? 'One thing' : `${lost.length} things`} could not be read; the rest can be opened as a copy`
      : 'The file is a Lodestack document, but nothing in it can be read',
    ...(salvaged && { salvaged }),
  });
}
