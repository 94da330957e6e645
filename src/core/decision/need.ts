/** What a user needs. The same shape from chips and sliders, from a sentence, and from a file. */
import { z } from 'zod';
import { managementLevels, modes, places } from '../catalog/entry.ts';
import { idSchema } from '../catalog/vocabulary.ts';

/** Words of the need's text that gave something: a slice `[start, end)` in UTF-16 units, and the words themselves. */
const triggerSchema = z.strictObject({ start: z.number().int(), end: z.number().int(), words: z.string() });

/** A task that is asked for, how firmly, and by which words. */
const neededTaskSchema = z.strictObject({
  task: idSchema,
  /** 1: asked for outright; less: read between the lines. Weighs the task against the others. */
  weight: z.number().min(0).max(1).default(1),
  triggers: z.array(triggerSchema).default([]),
  /** Weak words alone speak for it: it may well not be meant. Absent: it is meant. */
  guess: z.boolean().optional(),
});

/** A service named in the sentence: to be used, or to be replaced because it is gone or refused. */
const namedEntrySchema = z.strictObject({
  entry: idSchema,
  stance: z.enum(['use', 'replace']),
  triggers: z.array(triggerSchema).default([]),
});

/** What words of the sentence gave besides tasks: the concept of the lexicon, and what it was taken to mean. */
const readingSchema = z.strictObject({
  concept: z.string(),
  negated: z.boolean(),
  triggers: z.array(triggerSchema),
});

/** Hard: what breaks one of these is ruled out. Every field absent means "open". */
export const constraintsSchema = z.strictObject({
  mode: z.enum(modes).optional(),
  place: z.enum(places).optional(),
  /** Levels that are acceptable. */
  management: z.array(z.enum(managementLevels)).min(1).optional(),
  /** A framework entry's id. */
  framework: idSchema.optional(),
  /** A new customer is never offered what is closed to new ones. */
  customer: z.enum(['new', 'existing']).optional(),
  /** Whether there is data of one's own to train on. */
  trainingData: z.enum(['none', 'unlabelled', 'few-labels', 'labels', 'history']).optional(),
  /** Only entries that the cheat sheet names. */
  sheetOnly: z.boolean().optional(),
  /** Entries that the user has said they will not, or cannot, use. */
  excluded: z.array(idSchema).optional(),
});

/**
 * What the system should do, in the catalogue's ids: all that a decision is made from. Lenient about what is left out,
 * strict about what it does not know.
 */
export const needSchema = z.strictObject({
  tasks: z.array(neededTaskSchema).default([]),
  /** Data kinds at hand and wanted. */
  have: z.array(idSchema).default([]),
  want: z.array(idSchema).default([]),
  constraints: constraintsSchema.default({}),
  /** Weight of each criterion, 0 (does not matter) to 1 (matters most); absent: 0.5. */
  preferences: z.record(idSchema, z.number().min(0).max(1)).default({}),
  /** Entries that were named, and whether to use or to replace them. */
  named: z.array(namedEntrySchema).default([]),
  /** What the user settled by hand: for a task's id, the entry that is to do it. Wins over the score, never over a constraint. */
  choices: z.record(idSchema, idSchema).optional(),
  /** Which words gave which concept, in the order of the text; for "why did you understand that". */
  readings: z.array(readingSchema).default([]),
  /** The sentence it was read from, if any. */
  text: z.string().optional(),
});

/** Where in the sentence something was said. */
export type Trigger = z.infer<typeof triggerSchema>;
/** A task that is asked for, how much, and by which words. */
export type NeededTask = z.infer<typeof neededTaskSchema>;
/** An entry that was named, and whether to use or to replace it. */
export type NamedEntry = z.infer<typeof namedEntrySchema>;
/** What must hold whatever else speaks for a service; what breaks one is ruled out. */
export type Constraints = z.infer<typeof constraintsSchema>;
/** Which of them. */
export type ConstraintName = keyof Constraints;
/** What a system needs: all that a decision is made from, besides the catalogue. */
export type Need = z.infer<typeof needSchema>;

/** Whether all that was understood of the need is a guess: then nothing may be recommended. */
export const restsOnGuess = ({ tasks, named }: Need): boolean =>
  named.length === 0 && tasks.length > 0 && tasks.every(({ guess }) => guess === true);
