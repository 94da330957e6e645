/** Where a record and what belongs to it are written, found out and checked before anything is. */
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { type Result, success } from '../core/base/result.ts';
import { relativeAddress } from '../core/export/markdown.ts';
import { nextRecordName, superseded, titleOfRecord } from '../core/export/supersede.ts';
import { type PictureEnding, pictureEndings } from './drawnFile.ts';
import { readInput } from './input.ts';
import type { Io } from './io.ts';
import { type Complaint, wrongInput, wrongUsage } from './outcome.ts';

/** Where a record and what goes with it are to be written, as paths that the user typed. */
export interface RecordFileOptions {
  readonly output?: string;
  /** `true`: beside the record, with its name. */
  readonly picture?: string | true;
  readonly decision?: string | true;
  readonly supersedes?: string;
}

/** A record that a new one takes the place of. */
export interface OldRecord {
  readonly path: string;
  /** Relative to the new record. */
  readonly link: string;
  readonly title: string;
  /** Its text with the new status. */
  readonly markdown: string;
}

/** Paths as they are to be written; links are relative to the record, with forward slashes. */
export interface RecordFiles {
  readonly record: string;
  readonly picture?: { readonly path: string; readonly link: string; readonly ending: PictureEnding };
  readonly decision?: { readonly path: string; readonly link: string };
  readonly supersedes?: OldRecord;
}

/** The largest record that is read, in bytes. */
const largestRecord = 2_000_000;

const isMarkdown = (path: string): boolean => ['.md', '.markdown'].includes(extname(path).toLowerCase());

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const linkFrom = (record: string, path: string): string =>
  relativeAddress(
    relative(dirname(resolve(record)), resolve(path))
      .split(sep)
      .join('/'),
  );

/** The record's own path: the file that was named, or the next number in a folder. Undefined: standard output. */
function recordPath({ output, supersedes }: RecordFileOptions, title: string): Result<string | undefined, Complaint> {
  const named = output ?? (supersedes === undefined ? undefined : dirname(supersedes));
  if (named === undefined) return success(undefined);
  if (!isFolder(named)) {
    if (/[\\/]$/.test(named)) return wrongInput(`There is no folder ${named}`);
    return isMarkdown(named)
      ? success(named)
      : wrongUsage(`"${named}" is no name of a Markdown file; name one that ends in .md, or a folder`);
  }
  return success(join(named, nextRecordName(readdirSync(named), title)));
}

const beside = (record: string, ending: string): string =>
  join(dirname(record), `${basename(record, extname(record))}${ending}`);

function pictureFile(record: string, asked: string | true): Result<NonNullable<RecordFiles['picture']>, Complaint> {
  const short = pictureEndings.find((ending) => ending === `.${String(asked)}`);
  const path = asked === true ? beside(record, '.svg') : short === undefined ? asked : beside(record, short);
  const ending = pictureEndings.find((each) => each === extname(path).toLowerCase());
  return ending === undefined
    ? wrongUsage(`"${path}" is no picture that can be drawn; name a file that ends in .svg or .png`)
    : success({ path, link: linkFrom(record, path), ending });
}

async function oldRecord(record: string, path: string, io: Io): Promise<Result<OldRecord, Complaint>> {
  if (resolve(path) === resolve(record)) return wrongUsage("A record can't supersede itself; name another output");
  const read = await readInput(path, io, largestRecord);
  if (!read.ok) return wrongInput(read.error);
  const markdown = superseded(read.value, linkFrom(path, record));
  if (!markdown.ok) return wrongInput(`${path} can't be superseded. ${markdown.error}`);
  return success({
    path,
    link: linkFrom(record, path),
    title: titleOfRecord(read.value, path),
    markdown: markdown.value,
  });
}

/** Finds out every path. Undefined: the record goes to standard output, and nothing is written. */
export async function recordFiles(
  options: RecordFileOptions,
  title: string,
  io: Io,
): Promise<Result<RecordFiles | undefined, Complaint>> {
  const path = recordPath(options, title);
  if (!path.ok) return path;
  const record = path.value;
  if (record === undefined) {
    return options.picture === undefined && options.decision === undefined
      ? success(undefined)
      : wrongUsage('a picture or a decision stands beside a record in a file; name it with -o');
  }
  const picture = options.picture === undefined ? undefined : pictureFile(record, options.picture);
  if (picture && !picture.ok) return picture;
  const decision = options.decision === true ? beside(record, '.json') : options.decision;
  if (decision !== undefined && extname(decision).toLowerCase() !== '.json')
    return wrongUsage(`"${decision}" is no name of a JSON file; name one that ends in .json`);
  const supersedes = options.supersedes === undefined ? undefined : await oldRecord(record, options.supersedes, io);
  if (supersedes && !supersedes.ok) return supersedes;
  return success({
    record,
    ...(picture ? { picture: picture.value } : {}),
    ...(decision === undefined ? {} : { decision: { path: decision, link: linkFrom(record, decision) } }),
    ...(supersedes ? { supersedes: supersedes.value } : {}),
  });
}
