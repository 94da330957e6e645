/**
 * The shape of an entry of the catalogue: a service, a capability of one, an algorithm, a framework, an instance
 * family, an image, or a context node. Entries are YAML in `data/catalog/entries/`. What `describe` says of a field, an
 * editor shows beside it (through `data/schema/`).
 */
import { z } from 'zod';
import { daySchema, idSchema, ratingSchema, webAddressSchema } from './vocabulary.ts';

const sentence = z.string().min(1);

/**
 * What an entry is. A `capability` is recommended through the service that it is `partOf`. A `part` stands in drawings alone: what an
 * architect puts around the stack, and no candidate of any decision, so it is not on the map.
 */
export const entryKinds = [
  'service',
  'capability',
  'algorithm',
  'framework',
  'compute',
  'image',
  'context',
  'part',
] as const;

/** How much of the running is AWS's: a finished API, a platform that runs your model, or machines that you run. */
export const managementLevels = ['managed-service', 'managed-platform', 'own-infrastructure'] as const;

/** `closed-to-new`: existing customers keep it, new accounts are refused. `ending`: an end date lies ahead.
 * `retired`: it is gone. `legacy`: reachable, but frozen or superseded. */
export const lifecycleStatuses = ['active', 'closed-to-new', 'ending', 'retired', 'legacy'] as const;

/** How results come back. `interactive`: a person works in it, or it has no request of its own. */
export const modes = ['live', 'batch', 'interactive'] as const;
/** Where a service runs: in AWS, or on a device at the customer's place. */
export const places = ['cloud', 'edge'] as const;

/** The training data that an offer cannot do without, least first. `few-labels`: tens to hundreds of examples. */
export const trainingData = ['none', 'unlabelled', 'few-labels', 'labels', 'history'] as const;

/** Whether new customers can have it, and for how long, as of a day; with what takes its place. */
export const lifecycleSchema = z.strictObject({
  status: z.enum(lifecycleStatuses),
  date: daySchema
    .optional()
    .describe('The day on which the status took or takes effect; absent where no source states it.'),
  asOf: daySchema.describe('The day as of which we know it.'),
  note: sentence.optional(),
  successors: z.array(idSchema).default([]).describe('Ids of what to use instead, best first.'),
  sources: z.array(z.string()).min(1),
});

/** One thing that is true of the entry, in our own words, with its sources. Reasons of a decision point at facts. */
const factSchema = z.strictObject({
  id: idSchema,
  text: sentence,
  sources: z.array(z.string()).min(1),
  asOf: daySchema.optional().describe('The day as of which it holds; absent for what does not age.'),
  kind: z
    .enum(['is', 'limit', 'caution'])
    .default('is')
    .describe('`limit`: a ceiling to design around. `caution`: what to watch out for; shown as a caveat.'),
});

/** One task that the entry can do, how well, on what data, and the facts that say so. */
const offerSchema = z.strictObject({
  task: idSchema,
  fit: z
    .number()
    .min(0)
    .max(1)
    .describe(
      'How squarely the entry answers the task: 1 is made for it, 0.6 can be used for it, 0.3 only at a pinch.',
    ),
  accepts: z
    .array(idSchema)
    .optional()
    .describe("Narrows the task's kinds, or names what it starts from in their place; absent: the task's own."),
  produces: z.array(idSchema).optional(),
  modes: z.array(z.enum(modes)).min(1),
  places: z.array(z.enum(places)).min(1).default(['cloud']),
  trainingData: z.enum(trainingData).default('none'),
  frameworks: z.array(idSchema).optional().describe('Frameworks it is tied to; absent: any, or none needed.'),
  facts: z.array(idSchema).min(1).describe('Ids of facts of this entry on which the offer rests.'),
  useWhen: sentence.optional().describe('Use it when …: the case in which this entry is the right one, in one clause.'),
  avoidWhen: z
    .strictObject({ text: sentence, instead: idSchema.optional() })
    .optional()
    .describe('Look elsewhere when …, and what is the better choice then.'),
});

/** What a part may stand beside an entry for. */
export const companionRoles = [
  'input-store',
  'output-store',
  'registry',
  'training',
  'hosting',
  'compute',
  'orchestration',
  'trigger',
  'calls',
  'source',
] as const;

/** A part that stands beside the entry in an architecture: where its data lies, what trains it, what hosts it. */
const companionSchema = z.strictObject({
  id: idSchema,
  role: z
    .enum(companionRoles)
    .describe(
      'Stores of what comes in and goes out, what registers, trains, hosts, runs, steers or starts it; `calls`: what it calls on while it works; `source`: what it works on, in place of data that comes in.',
    ),
  flow: sentence.describe('Label of the flow between the two, such as "images" or "model artefact".'),
  modes: z
    .array(z.enum(modes))
    .min(1)
    .optional()
    .describe('It stands there only where the entry works in one of these modes; absent: always.'),
  data: z
    .array(idSchema)
    .min(1)
    .optional()
    .describe('It stands there only where the entry starts from data of one of these kinds; absent: from any.'),
  because: sentence,
});

/** What an entry does in a drawing with data that no task of its own is about: keeps it, hands it on, lets it in. */
const carriesSchema = z.strictObject({
  takes: z
    .union([z.literal('any'), z.array(idSchema)])
    .default([])
    .describe('Kinds of data that a line may bring to it; `any`: whatever comes; absent: it stands at the beginning.'),
  gives: z
    .array(idSchema)
    .default([])
    .describe('Kinds that lines from it carry; empty: what it was handed, which a drawing alone cannot tell.'),
  use: sentence.describe('What it does with them, as a suggestion says it: "Keep for look-ups".'),
});

/**
 * One thing of the stack: what it is, what it offers for which task and data, and every fact about it with its source.
 * What is recommended follows from these fields alone; no code knows an entry by its id.
 */
export const entrySchema = z.strictObject({
  id: idSchema,
  name: sentence,
  shortName: z
    .string()
    .min(1)
    .max(22)
    .optional()
    .describe('At most 22 characters, for a node of the map; absent: the name.'),
  kind: z.enum(entryKinds),
  group: idSchema.describe('The group of the layer it stands in.'),
  partOf: idSchema.optional().describe('The entry that this one is a capability or part of.'),
  onSheet: z.boolean().describe('Whether the founding cheat sheet names it.'),
  aliases: z
    .array(sentence)
    .default([])
    .describe("Former ids and other names (not for matching needs: that is the lexicon's)."),
  foundBy: z
    .array(sentence)
    .optional()
    .describe(
      'What people type when they look for it, besides its names: a kind of thing, a product of others. Only a search reads it.',
    ),
  icon: sentence
    .optional()
    .describe("Path below the icon package's folder without ending, such as `architecture-service/AmazonRekognition`."),
  management: z.enum(managementLevels),
  summary: sentence.describe('One or two sentences: what it is and does today.'),
  sheet: sentence.optional().describe('What the cheat sheet says of it, in our own words; required where `onSheet`.'),
  lifecycle: lifecycleSchema,
  facts: z.array(factSchema).min(1),
  offers: z.array(offerSchema).default([]),
  profile: idSchema,
  ratings: z.record(idSchema, ratingSchema).default({}).describe('Overrides of the profile, by criterion id.'),
  companions: z.array(companionSchema).default([]),
  carries: carriesSchema
    .optional()
    .describe('What it takes and gives in a drawing besides its offers; no decision looks at it.'),
  outside: z
    .boolean()
    .optional()
    .describe(
      "A drawing may set it outside of AWS's boundaries though it is no device: at the edge of the network, in an editor, with a vendor.",
    ),
  docs: webAddressSchema.optional(),
});

/** Relation words of the fact sheet. Direction: `from` relation `to`. */
const relationTypes = ['part-of', 'runs-on', 'feeds', 'integrates-with', 'alternative-to', 'successor-of'] as const;

/** What one entry has to do with another, read as "from type to". */
export const relationSchema = z.strictObject({
  from: idSchema,
  type: z.enum(relationTypes),
  to: idSchema,
  note: sentence.optional(),
  historical: z
    .boolean()
    .default(false)
    .describe('Held once and no longer does: shown in the inspector, never drawn or used.'),
  sources: z.array(z.string()).min(1),
});

/** What an entry is. */
export type EntryKind = (typeof entryKinds)[number];
/** How much of the running AWS takes over. */
export type ManagementLevel = (typeof managementLevels)[number];
/** How it stands with an entry today. */
export type LifecycleStatus = (typeof lifecycleStatuses)[number];
/** How results come back. */
export type Mode = (typeof modes)[number];
/** Where it runs. */
export type Place = (typeof places)[number];
/** How much training data there is, or must be. */
export type TrainingData = (typeof trainingData)[number];
/** How it stands with an entry, since when, and what succeeds it. */
export type Lifecycle = z.infer<typeof lifecycleSchema>;
/** A fact about an entry, with its sources. */
export type Fact = z.infer<typeof factSchema>;
/** A task that an entry does, how well, and from which data. */
export type Offer = z.infer<typeof offerSchema>;
/** What an entry does with data that no task of its own is about. */
export type Carries = z.infer<typeof carriesSchema>;
/** What an entry needs beside it, and why. */
export type Companion = z.infer<typeof companionSchema>;
/** One thing of the stack, with all that is known of it. */
export type Entry = z.infer<typeof entrySchema>;
/** What one entry is to another. */
export type RelationType = (typeof relationTypes)[number];
/** A tie between two entries, with its sources. */
export type Relation = z.infer<typeof relationSchema>;
