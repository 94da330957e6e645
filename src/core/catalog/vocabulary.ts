/**
 * The shapes of the catalogue's vocabulary files: sources, layers, tasks, data kinds, criteria and profiles.
 * Each is a YAML file in `data/catalog/`; the JSON Schemas in `data/schema/` are generated from these, and what
 * `describe` says of a field is what an editor shows beside it.
 */
import { z } from 'zod';

/** Kebab-case and stable: an id that changes leaves an alias behind. `constructor` is the one such word that every
 * plain object already answers to. */
export const idSchema = z
  .string()
  .regex(/^(?!constructor$)[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case, for example "speech-to-text"');

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the calendar has this day. What isn't written as a day at all is the pattern's business. */
const isRealDay = (text: string): boolean => {
  const [, year, month, day] = dayPattern.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return true;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** A calendar day, `YYYY-MM-DD`. */
export const daySchema = z
  .string()
  .regex(dayPattern, 'must be a day as YYYY-MM-DD')
  .refine(isRealDay, 'The calendar has no such day');

/** An address of the web. Nothing else may leave the app, so nothing else may be a source. */
export const webAddressSchema = z.url({ protocol: /^https?$/, error: 'must be a web address (https://…)' });
const sentence = z.string().min(1);

/** Where a fact was read. `id` is the mark of the fact sheet, such as `BC-REK`; `SEED` is the cheat sheet. */
export const sourceSchema = z.strictObject({
  id: z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, 'must be capitals, digits and hyphens'),
  title: sentence,
  url: webAddressSchema.optional(),
  dated: sentence.describe(
    'The date of the page, commit or snapshot, in the source\'s own precision; "undated" where it has none.',
  ),
});

/** A layer of the stack holds groups; both become compound groups of the map, in the order of the file. */
export const layerSchema = z.strictObject({
  id: idSchema,
  name: sentence,
  audience: sentence,
  groups: z.array(z.strictObject({ id: idSchema, name: sentence })).min(1),
});

/** A kind of data that flows between services: `audio`, `text`, `labelled-table`, `model`, … */
export const dataKindSchema = z.strictObject({
  id: idSchema,
  name: sentence,
  description: sentence,
  isA: idSchema.optional().describe('A more general kind that this one may stand for: a transcript is text.'),
  live: z.boolean().optional().describe('It is worked on as it arrives and rests in no store of files on its way.'),
  answers: sentence
    .optional()
    .describe('What an application gets from it, where that is something else: predictions from an endpoint.'),
});

/** Something a user can ask for. Typed by data, so that tasks can be chained into a pipeline. */
export const taskSchema = z.strictObject({
  id: idSchema,
  name: sentence,
  group: idSchema,
  description: sentence,
  accepts: z
    .array(idSchema)
    .describe('Kinds any one of which the task can start from. Empty: it needs no data (a place to run containers).'),
  produces: z.array(idSchema),
  joins: z
    .array(idSchema)
    .optional()
    .describe(
      'Kinds of a second input, any one of which it takes besides what it starts from: training takes data and an algorithm.',
    ),
  also: z
    .array(idSchema)
    .optional()
    .describe(
      'Kinds that it works on besides, where they are at hand: drawn, and never planned for. A model scores tables.',
    ),
  asked: sentence
    .optional()
    .describe('What the asker sends to get the result, where it is asked and does not just deliver: questions.'),
  dialogue: z
    .strictObject({
      kinds: z.array(idSchema).min(1).describe('Kinds, of those that it accepts, that are said to it and lie nowhere.'),
      sends: sentence.describe('What whoever talks with it sends, as a line of a drawing says it: messages.'),
      gets: sentence.describe('What comes back on the same line: replies.'),
    })
    .optional()
    .describe(
      'It is talked with: who sends what it starts from is who gets what it gives, so a drawing has one part for both and no data beside it.',
    ),
  people: z
    .strictObject({
      name: sentence.describe('What they are called in a drawing: Reviewers.'),
      flow: sentence.describe('What goes to them and back.'),
    })
    .optional()
    .describe('People who do part of it; a drawing has them beside the service.'),
  building: z
    .boolean()
    .optional()
    .describe(
      'A step of building and not of running (labelling, training): a wish for where or how results come says nothing of it.',
    ),
  refines: z
    .boolean()
    .optional()
    .describe(
      'Gives, of its kinds, only those that what it is handed may be called in general: labelled images from images, not from text.',
    ),
  bridges: z
    .boolean()
    .optional()
    .describe(
      'Keeps the content and changes only its form (speech to text): it may be put in between so that the data fits.',
    ),
});

/** A group of tasks as the need panel shows them. */
export const taskGroupSchema = z.strictObject({ id: idSchema, name: sentence });

/** A preference that a user can weigh. A rating of 1 is best for whoever weighs it. */
export const criterionSchema = z.strictObject({
  id: idSchema,
  name: sentence,
  question: sentence,
  low: sentence,
  high: sentence,
});

/** A rating from 0 (worst) to 1 (best) on one criterion, and why. A judgement of ours is always marked as one. */
export const ratingSchema = z.strictObject({
  value: z.number().min(0).max(1),
  judgement: sentence,
  sources: z.array(z.string()).default([]),
});

/** Ratings that many entries share (a pre-trained API, managed training, own containers); an entry may override any. */
export const profileSchema = z.strictObject({
  id: idSchema,
  name: sentence,
  ratings: z.record(idSchema, ratingSchema),
});

/** Where a fact comes from: a page, its address and its day. */
export type Source = z.infer<typeof sourceSchema>;
/** A band of the stack map, with the groups that stand in it. */
export type Layer = z.infer<typeof layerSchema>;
/** A kind of data that tasks take and give, such as audio; kinds may be special cases of others. */
export type DataKind = z.infer<typeof dataKindSchema>;
/** Something a system is asked to do; kinds of data say what it takes and gives. */
export type Task = z.infer<typeof taskSchema>;
/** Tasks that are listed under one heading. */
export type TaskGroup = z.infer<typeof taskGroupSchema>;
/** What services are rated by besides what they do, such as control; a need weighs each from 0 to 1. */
export type Criterion = z.infer<typeof criterionSchema>;
/** How far an entry meets a criterion, 0 to 1, and why. */
export type Rating = z.infer<typeof ratingSchema>;
/** Ratings that many entries have in common. */
export type Profile = z.infer<typeof profileSchema>;
