/**
 * The lexicon: how people speak of what they need, apart from the catalogue's facts. YAML in `data/lexicon/`; a phrase's
 * syntax is that of `pattern.ts`. What a concept gives is added up by `interpret.ts`.
 */
import { z } from 'zod';
import { didYouMean } from '../base/nearest.ts';
import { failure, type Result, success } from '../base/result.ts';
import type { Catalog, CatalogIssue } from '../catalog/catalog.ts';
import { managementLevels, modes, places, trainingData } from '../catalog/entry.ts';
import { type CatalogIndex, indexCatalog } from '../catalog/lookup.ts';
import { readShaped, type ShapedFile } from '../catalog/shapedFiles.ts';
import { idSchema } from '../catalog/vocabulary.ts';
import type { CatalogFile, FieldPath } from '../catalog/yamlDocument.ts';
import { parsePattern, type WordClasses } from './pattern.ts';

const share = z.number().min(0).max(1);
const phrases = z.array(z.string().min(1)).min(1);

/** What words give. Weights of a task from several concepts add up as chances do (1 - (1 - a)(1 - b)). */
const effectShape = {
  /** Weight by task id. */
  tasks: z.record(idSchema, share).default({}),
  /** Data kinds that are at hand, that are wanted, and those whose side the sentence tells ("snap a letter, hear it"). */
  have: z.array(idSchema).default([]),
  want: z.array(idSchema).default([]),
  data: z.array(idSchema).default([]),
  constraints: z
    .strictObject({
      mode: z.enum(modes).optional(),
      place: z.enum(places).optional(),
      management: z.array(z.enum(managementLevels)).min(1).optional(),
      customer: z.enum(['new', 'existing']).optional(),
      trainingData: z.enum(trainingData).optional(),
    })
    .default({}),
  /** Weight by criterion id. */
  preferences: z.record(idSchema, share).default({}),
  /** Factor on the weight of tasks, by task id and by id of their group: below 1 damps, above 1 favours. */
  scale: z.record(idSchema, z.number().min(0).max(3)).default({}),
  scaleGroups: z.record(idSchema, z.number().min(0).max(3)).default({}),
};

/** What a phrase gives the need when it is said: tasks, data, constraints, weights. */
const effectSchema = z.strictObject(effectShape);

/** Phrases that mean the same, and what they give the need. */
const conceptSchema = z.strictObject({
  id: idSchema,
  phrases,
  ...effectShape,
  /** What it gives when it is denied ("no training data"); absent: nothing, and its tasks are not wanted. */
  denied: effectSchema.optional(),
  /** Asked for by its denial just as well: "no nudity" wants nudity found. */
  evenDenied: z.boolean().default(false),
});

/** Concepts that mean more together. Each of `of` may name several, `a|b`. */
const combinationSchema = z.strictObject({
  of: z.array(z.string().min(1)).min(1),
  /** Holds only where none of these was said. */
  without: z.array(idSchema).default([]),
  /** How near: in one sentence, or anywhere in the text. */
  within: z.enum(['sentence', 'text']).default('text'),
  ...effectShape,
});

/** What an entry is called in speech. */
const spokenNameSchema = z.strictObject({ entry: idSchema, phrases });

/** Words that steer the reading of others. */
const markersSchema = z.strictObject({
  /** Deny what follows: "no", "without". */
  deny: phrases.optional(),
  /** Deny what stands before: "… is irrelevant". */
  denyBefore: phrases.optional(),
  /** Look like a denial and are none: "not only", "no longer". */
  notDeny: phrases.optional(),
  /** End a denial: "but". */
  turn: phrases.optional(),
  /** What follows is at hand, or is wanted. */
  have: phrases.optional(),
  want: phrases.optional(),
  /** A named service is gone, refused or to be left. */
  gone: phrases.optional(),
  /** The words around are the setting, and not the wish: "we already have …", "we are a …". */
  setting: phrases.optional(),
  /** What the sentence said up to here is dismissed: "ignore those". */
  dismiss: phrases.optional(),
  /** Who speaks, where one of these stands before the first colon: "Farm co-op: growers ring up …". */
  speaker: phrases.optional(),
  /** End a setting: "want", "now". */
  wish: phrases.optional(),
});

/** Tasks that are different readings of one wish: the strongest stands, another only where it was said on its own. */
const rivalsSchema = z.array(z.array(idSchema).min(2));

/** A file in `data/lexicon/`. Files add up; the order does not matter. */
export const lexiconFileSchema = z.strictObject({
  concepts: z.array(conceptSchema).default([]),
  combinations: z.array(combinationSchema).default([]),
  names: z.array(spokenNameSchema).default([]),
  rivals: rivalsSchema.default([]),
  markers: markersSchema.default({}),
  /** Single words that stand for one another in phrases, by the name of their class: `into <language>`. */
  classes: z.record(idSchema, phrases).default({}),
  /** By task id: words that keep company with it, parted by spaces. The widest and weakest net. */
  vocabulary: z.record(idSchema, z.string()).default({}),
  /** Words that are also written as one: "voice over" for "voiceover". */
  compounds: z.array(z.string().min(1)).default([]),
  /** Words, parted by spaces, that look like slips of words of the lexicon and are none. */
  realWords: z.string().default(''),
  /** By task id: sentences in which people ask for it. Its words are counted, no sentence is matched as a whole. */
  sayings: z.record(idSchema, phrases).default({}),
});

/** What saying something means for the need. */
export type Effect = z.infer<typeof effectSchema>;
/** Phrases that mean the same, and what they mean for the need. */
export type Concept = z.infer<typeof conceptSchema>;
/** Concepts that mean more, or something else, where they are said together. */
export type Combination = z.infer<typeof combinationSchema>;
/** How people call an entry of the catalogue. */
export type SpokenName = z.infer<typeof spokenNameSchema>;
/** A sort of small words that change what is around them, such as denials. */
export type MarkerName = keyof z.infer<typeof markersSchema>;

/** A checked lexicon, all files joined. Plain data. */
export interface Lexicon {
  readonly concepts: readonly Concept[];
  readonly combinations: readonly Combination[];
  readonly names: readonly SpokenName[];
  readonly rivals: readonly (readonly string[])[];
  readonly markers: Readonly<Record<MarkerName, readonly string[]>>;
  readonly classes: WordClasses;
  readonly vocabulary: Readonly<Record<string, string>>;
  readonly sayings: Readonly<Record<string, readonly string[]>>;
  readonly compounds: readonly string[];
  readonly realWords: readonly string[];
}

const markerNames: readonly MarkerName[] = [
  'deny',
  'denyBefore',
  'notDeny',
  'turn',
  'have',
  'want',
  'gone',
  'setting',
  'dismiss',
  'speaker',
  'wish',
];

type LexiconFile = z.infer<typeof lexiconFileSchema>;
type Report = (field: FieldPath, message: string) => void;

function checkIds(
  report: Report,
  field: FieldPath,
  what: string,
  ids: readonly string[],
  known: ReadonlyMap<string, unknown>,
): void {
  for (const id of ids) {
    if (!known.has(id)) report(field, `Unknown ${what} "${id}"${didYouMean(id, known.keys())}`);
  }
}

function checkEffect(report: Report, at: FieldPath, effect: Effect, index: CatalogIndex): void {
  checkIds(report, [...at, 'tasks'], 'task', Object.keys(effect.tasks), index.tasks);
  checkIds(report, [...at, 'scale'], 'task', Object.keys(effect.scale), index.tasks);
  checkIds(report, [...at, 'scaleGroups'], 'task group', Object.keys(effect.scaleGroups), index.taskGroups);
  checkIds(report, [...at, 'preferences'], 'criterion', Object.keys(effect.preferences), index.criteria);
  for (const side of ['have', 'want', 'data'] as const)
    checkIds(report, [...at, side], 'data kind', effect[side], index.dataKinds);
}

function checkPhrases(report: Report, at: FieldPath, written: readonly string[], classes: WordClasses): void {
  written.forEach((phrase, place) => {
    const parsed = parsePattern(phrase, undefined, classes);
    if (typeof parsed === 'string') report([...at, place], `Not a phrase: ${parsed}`);
  });
}

function checkFile(
  file: LexiconFile,
  report: Report,
  concepts: ReadonlyMap<string, unknown>,
  classes: WordClasses,
  index: CatalogIndex,
): void {
  file.concepts.forEach((concept, place) => {
    checkPhrases(report, ['concepts', place, 'phrases'], concept.phrases, classes);
    checkEffect(report, ['concepts', place], concept, index);
    if (concept.denied) checkEffect(report, ['concepts', place, 'denied'], concept.denied, index);
  });
  file.combinations.forEach((combination, place) => {
    const named = combination.of.flatMap((each) => each.split('|'));
    checkIds(report, ['combinations', place, 'of'], 'concept', named, concepts);
    checkIds(report, ['combinations', place, 'without'], 'concept', combination.without, concepts);
    checkEffect(report, ['combinations', place], combination, index);
  });
  file.names.forEach((name, place) => {
    checkPhrases(report, ['names', place, 'phrases'], name.phrases, classes);
    checkIds(report, ['names', place, 'entry'], 'entry', [name.entry], index.entries);
  });
  file.rivals.forEach((rivals, place) => {
    checkIds(report, ['rivals', place], 'task', rivals, index.tasks);
  });
  checkIds(report, ['vocabulary'], 'task', Object.keys(file.vocabulary), index.tasks);
  checkIds(report, ['sayings'], 'task', Object.keys(file.sayings), index.tasks);
  for (const marker of markerNames) checkPhrases(report, ['markers', marker], file.markers[marker] ?? [], classes);
}

/** Lists of the same name in several files make one. */
function joined(lists: readonly (readonly [string, readonly string[]])[]): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (const [name, list] of lists) all[name] = [...(all[name] ?? []), ...list];
  return all;
}

/**
 * Loads and checks a lexicon against a catalogue. Fails with every issue found, each with its file, line and field.
 * Ids that the catalogue does not know are issues, unless `lenient`: then what names them is left out, so that the
 * bundled lexicon serves a user's own smaller catalogue.
 */
export function loadLexicon(
  files: readonly CatalogFile[],
  catalog: Catalog,
  options: { readonly lenient?: boolean } = {},
): Result<Lexicon, readonly CatalogIssue[]> {
  const issues: CatalogIssue[] = [];
  const read: ShapedFile<LexiconFile>[] = [];
  for (const file of readShaped(files, lexiconFileSchema)) {
    if (file.ok) read.push(file.value);
    else issues.push(...file.error);
  }
  if (issues.length > 0) return failure(issues);

  const index = indexCatalog(catalog);
  const concepts = new Map<string, string>();
  for (const { value, path, issueAt } of read) {
    value.concepts.forEach(({ id }, place) => {
      const first = concepts.get(id);
      if (first !== undefined)
        issues.push(issueAt(['concepts', place, 'id'], `Concept "${id}" is already in ${first}`));
      else concepts.set(id, path);
    });
  }
  const classes: WordClasses = Object.fromEntries(read.flatMap(({ value }) => Object.entries(value.classes)));
  for (const { value, issueAt } of read) {
    checkFile(value, (field, message) => issues.push(issueAt(field, message)), concepts, classes, index);
  }
  if (issues.length > 0 && options.lenient !== true) return failure(issues);
  return success({
    concepts: read.flatMap(({ value }) => value.concepts),
    combinations: read.flatMap(({ value }) => value.combinations),
    names: read.flatMap(({ value }) => value.names),
    rivals: read.flatMap(({ value }) => value.rivals),
    markers: Object.fromEntries(
      markerNames.map((marker) => [marker, read.flatMap(({ value }) => value.markers[marker] ?? [])]),
    ) as Record<MarkerName, string[]>,
    classes,
    vocabulary: Object.fromEntries(read.flatMap(({ value }) => Object.entries(value.vocabulary))),
    compounds: read.flatMap(({ value }) => value.compounds),
    realWords: read.flatMap(({ value }) => value.realWords.split(/\s+/).filter((word) => word !== '')),
    sayings: joined(read.flatMap(({ value }) => Object.entries(value.sayings))),
  });
}
