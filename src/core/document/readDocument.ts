/** Reading the text of a file: strictly, and where it is damaged, as much as can be had. */
import { isMapping, type Mapping } from '../base/mapping.ts';
import { failure, type Result, success } from '../base/result.ts';
import { namesTwice, parseJson } from '../base/safeJson.ts';
import { finish, type Steps } from '../base/steps.ts';
import type { SketchDocument } from './document.ts';
import { mendJson } from './mendJson.ts';
import { isInLines, mendLines } from './mendLines.ts';
import { migrate, writtenVersion } from './migrations.ts';
import { readBody } from './readBody.ts';
import { fileFormat, formatVersion, limits, type Opened, type OpeningFailure } from './saving.ts';
import { quoted } from './standsTwice.ts';

type Outcome = Result<Opened, OpeningFailure>;

/** Reads the text of a file. Never throws, whatever the text is; the text itself is left alone. */
export const readDocument = (text: string): Outcome => finish(readingDocument(text));

/** The same in steps. */
export function* readingDocument(whole: string): Steps<Outcome> {
  const text = whole.startsWith('\ufeff') ? whole.slice(1) : whole;
  const json = parseJson(text, limits);
  yield;
  if (json.ok) {
    if (!isOurs(json.value)) return failure(notOurs);
    const twice = (yield* namesTwice(text, json.value)) ? mendJson(text) : undefined;
    return yield* readEnvelope(twice?.envelope ?? json.value, twice?.lost ?? []);
  }
  if (json.error === 'too-long') return failure(tooLarge(`is longer than ${limits.characters / 1_000_000} MB`));
  if (json.error === 'too-deep') return failure(tooLarge('nests brackets deeper than any document does'));
  if (text.replaceAll('\0', '').trim() === '') return failure(empty);
  if (!looksOurs(text)) return failure(notJson);
  const mended = isInLines(text) ? mendLines(text) : mendJson(text);
  return mended === undefined ? failure(nothingLeft) : yield* readEnvelope(mended.envelope, mended.lost);
}

const isOurs = (value: unknown): value is Mapping =>
  isMapping(value) && Object.hasOwn(value, 'format') && value.format === fileFormat;

/** Of a text that is no JSON: whether it has a line that only files of ours have. */
const looksOurs = (text: string): boolean =>
  /"format"\s*:\s*"lodestack"/.test(text.slice(0, 2000)) || /^ {4}"pages": \[$/m.test(text);

const empty: OpeningFailure = {
  kind: 'not-json',
  message: 'The file is empty. Open another file, or an older copy of this one',
};

const notJson: OpeningFailure = {
  kind: 'not-json',
  message:
    'There is no Lodestack document in the file: what stands in it is not even JSON. Open another file, or an older copy of this one',
};

const notOurs: OpeningFailure = {
  kind: 'not-ours',
  message: 'The file is JSON, but of something else than Lodestack. Open another file, or an older copy of this one',
};

const nothingLeft: OpeningFailure = {
  kind: 'damaged',
  message: 'The file is a Lodestack document, but it is damaged so much that nothing in it can be read',
};

const tooLarge = (why: string): OpeningFailure => ({
  kind: 'too-large',
  message: `The file can't be opened: it ${why}`,
});

function tooNew(version: number, app: unknown): OpeningFailure {
  const by = typeof app === 'string' ? app.slice(0, 60) : undefined;
  return {
    kind: 'too-new',
    message: `The file was written by a newer Lodestack${by === undefined ? '' : ` (${by})`}. Update this one to open it; until then the file stays as it is`,
    version,
    ...(by !== undefined && { app: by }),
  };
}

const isVersion = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0;

const envelopeFields = ['format', 'version', 'app', 'document'];

/** Reads an envelope; `lostBefore` is what was lost on the way to it. */
function* readEnvelope(envelope: Mapping, lostBefore: readonly string[]): Steps<Outcome> {
  const { version, app, document: written } = envelope;
  if (isVersion(version) && version > formatVersion) return failure(tooNew(version, app));
  const from = writtenVersion(written, isVersion(version) ? version : formatVersion);
  const allLost = [...lostBefore];
  if (!isVersion(version)) allLost.push('The version of the file is missing');
  else if (from !== version)
    allLost.push(`The file says that it is of version ${version}, but it is not written as files of that version are`);
  for (const name of Object.keys(envelope))
    if (!envelopeFields.includes(name)) allLost.push(`The file has a field ${quoted(name)} that is not known`);
  const { document, lost, excess } = yield* readBody(migrate(written, from, (text) => allLost.push(text)));
  if (excess !== undefined) return failure(tooLarge(excess));
  allLost.push(...lost);
  if (document === undefined) return failure(nothingLeft);
  if (allLost.length === 0) return success({ document, ...(from < formatVersion && { from }) });
  return isWorthKeeping(document) ? failure(damaged(document, allLost)) : failure(nothingLeft);
}

/** Whether there is anything that somebody would miss. */
const isWorthKeeping = ({ pages, need }: SketchDocument): boolean =>
  need !== undefined ||
  Object.values(pages).some(({ nodes, groups }) => Object.keys(nodes).length + Object.keys(groups).length > 0);

const damaged = (document: SketchDocument, lost: readonly string[]): OpeningFailure => ({
  kind: 'damaged',
  message: `The file is damaged. ${lost.length === 1 ? 'One thing in it is' : `${lost.length} things in it are`} lost or changed; what can be read opens as a copy`,
  salvaged: { document, lost: lost.slice(0, 50), lostCount: lost.length },
});
