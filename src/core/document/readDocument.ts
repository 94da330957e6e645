/** Reading the text of a file: strictly, and where it is damaged, as much as can be had. */
import { isMapping, type Mapping } from '../base/mapping.ts';
import { failure, type Result, success } from '../base/result.ts';
import { namesTwice, parseJson } from '../base/safeJson.ts';
import { finish, type Steps } from '../base/steps.ts';
import type { SketchDocument } from './document.ts';
import { mendJson } from './mendJson.ts';
import { isInLines, type MendedFile, mendLines } from './mendLines.ts';
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
  if (!json.ok && json.error === 'too-long')
    return failure(tooLarge(`is longer than ${limits.characters / 1_000_000} MB`));
  if (!json.ok && json.error === 'too-deep') return failure(tooLarge('nests brackets deeper than any document does'));
  if (text.replaceAll('\0', '').trim() === '') return failure(empty);
  if (json.ok) {
    const read = yield* readJson(text, json.value);
    if (isFinal(read)) return read;
    // A name that is broken hides all that stands under it from a parser, but not from who reads line by line: the one that has more is right.
    const inLines = yield* readInLines(text);
    return isNewer(inLines) || heldBy(inLines) > heldBy(read) ? inLines : read;
  }
  const inLines = yield* readInLines(text);
  if (isNewer(inLines) || heldBy(inLines) > 0) return inLines;
  const mended = yield* readMended(mendJson(text));
  if (isNewer(mended) || heldBy(mended) > 0) return mended;
  return looksOurs(text) ? mended : failure(notJson);
}

const isNewer = (outcome: Outcome): boolean => !outcome.ok && outcome.error.kind === 'too-new';

/** Whether a file is not to be read in any other way. */
const isFinal = (outcome: Outcome): boolean =>
  outcome.ok || outcome.error.kind === 'too-new' || outcome.error.kind === 'too-large';

/** How much an outcome holds that somebody would miss: records, and a need. */
function heldBy(outcome: Outcome): number {
  const document = outcome.ok
    ? outcome.value.document
    : outcome.error.kind === 'damaged'
      ? outcome.error.salvaged?.document
      : undefined;
  return document === undefined ? 0 : partsOf(document) + (asksAnything(document) ? 1 : 0);
}

/** Reads a text that is JSON, `value`. */
function* readJson(text: string, value: unknown): Steps<Outcome> {
  if (!isMapping(value) || !(isOurs(value) || isLikeOurs(value))) return failure(notOurs);
  const twice = (yield* namesTwice(text, value)) ? mendJson(text) : undefined;
  return yield* readEnvelope(twice?.envelope ?? value, twice?.lost ?? []);
}

/** Reads what the lines of a text still say. */
const readInLines = (text: string): Steps<Outcome> => readMended(isInLines(text) ? mendLines(text) : undefined);

function* readMended(mended: MendedFile | undefined): Steps<Outcome> {
  yield;
  return mended === undefined ? failure(nothingLeft()) : yield* readEnvelope(mended.envelope, mended.lost);
}

const isOurs = (value: Mapping): boolean => Object.hasOwn(value, 'format') && value.format === fileFormat;

/** Whether a file that does not say that it is ours has what only files of ours have. */
function isLikeOurs({ document }: Mapping): boolean {
  const pages = isMapping(document) ? document.pages : undefined;
  return (
    Array.isArray(pages) && pages.some((page) => isMapping(page) && isMapping(page.nodes) && isMapping(page.edges))
  );
}

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

/** Nothing that anybody drew or asked; `title`: what is left of the head. */
const nothingLeft = (title?: string): OpeningFailure => ({
  kind: 'damaged',
  message:
    title === undefined
      ? 'The file is a Lodestack document, but it is damaged so much that nothing in it can be read. Open an older copy of it'
      : `Of the document “${title.slice(0, 80)}” only the head is left in the file: nothing that was drawn or asked. Open an older copy of it`,
});

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
  if (!isOurs(envelope)) allLost.push('The file does not say that it is a Lodestack document');
  if (!isVersion(version)) allLost.push('The version of the file is missing');
  else if (from !== version)
    allLost.push(`The file says that it is of version ${version}, but it is not written as files of that version are`);
  for (const name of Object.keys(envelope))
    if (!envelopeFields.includes(name)) allLost.push(`The file has a field ${quoted(name)} that is not known`);
  const { document, lost, excess } = yield* readBody(migrate(written, from, (text) => allLost.push(text)));
  if (excess !== undefined) return failure(tooLarge(excess));
  allLost.push(...lost);
  if (document === undefined) return failure(nothingLeft());
  if (allLost.length === 0) return success({ document, ...(from < formatVersion && { from }) });
  if (isWorthKeeping(document)) return failure(damaged(document, allLost));
  return failure(nothingLeft(isMapping(written) && typeof written.title === 'string' ? written.title : undefined));
}

const partsOf = ({ pages }: SketchDocument): number =>
  Object.values(pages).reduce(
    (sum, { nodes, groups, edges }) => sum + [nodes, groups, edges].flatMap((table) => Object.keys(table)).length,
    0,
  );

/** Whether the need says anything at all. */
const asksAnything = ({ need }: SketchDocument): boolean =>
  need !== undefined &&
  Object.values(need).some((part) => (typeof part === 'string' ? part.trim() : Object.keys(part ?? {})).length > 0);

/** Whether there is anything that somebody would miss. */
const isWorthKeeping = (document: SketchDocument): boolean => partsOf(document) > 0 || asksAnything(document);

const damaged = (document: SketchDocument, lost: readonly string[]): OpeningFailure => ({
  kind: 'damaged',
  message: `The file is damaged. ${lost.length === 1 ? 'One thing in it is' : `${lost.length} things in it are`} lost or changed; what can be read opens as a copy`,
  salvaged: { document, lost: lost.slice(0, 50), lostCount: lost.length },
});
