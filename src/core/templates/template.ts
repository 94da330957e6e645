/** A template: an architecture to start from. It holds a need, so that its decision and its picture are today's. */
import { z } from 'zod';
import { idSchema } from '../catalog/vocabulary.ts';
import { type Need, needSchema } from '../decision/need.ts';
import { edgeDirections, edgeStyles, groupKinds, nodeKinds, tones } from '../diagram/diagram.ts';

const sentence = z.string().min(1);
const partId = z.string().min(1).describe('The id of a part of the picture, as `template draft ID --json` prints it.');

const addedNodeSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(nodeKinds),
  label: sentence,
  detail: sentence.optional(),
  entry: idSchema.optional().describe('The entry of the catalogue that it stands for.'),
  data: idSchema.optional(),
  group: partId.optional(),
  role: z.enum(['stage', 'supporting']).optional(),
  covers: z.array(idSchema).optional(),
  tone: z.enum(tones).optional(),
});

const addedGroupSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(groupKinds),
  label: sentence,
  parent: partId.optional(),
});

const addedEdgeSchema = z.strictObject({
  from: partId,
  to: partId,
  label: sentence.optional(),
  style: z.enum(edgeStyles).default('flow'),
  direction: z.enum(edgeDirections).optional(),
  data: idSchema.optional(),
});

/** What a hand would do to the draft: the same edits as in the window, made anew on today's draft. */
const byHandSchema = z.strictObject({
  remove: z.array(partId).default([]),
  groups: z.array(addedGroupSchema).default([]),
  nodes: z.array(addedNodeSchema).default([]),
  edges: z.array(addedEdgeSchema).default([]),
  change: z
    .record(partId, z.strictObject({ label: sentence.optional(), detail: sentence.optional() }))
    .default({})
    .describe('Other words for parts of the draft, by their ids.'),
});

/** A need as a person writes it: tasks may be plain ids, and it needs a sentence. */
const templateNeedSchema = needSchema.extend({
  tasks: z.array(z.union([idSchema, needSchema.shape.tasks.unwrap().element])).min(1),
  text: sentence.describe('What a user would say who needs this.'),
});

/** A file in `data/templates/`. */
export const writtenTemplateSchema = z.strictObject({
  id: idSchema,
  title: sentence.describe('What it is, in a few words: the title of the picture.'),
  description: sentence.describe('What comes in, what happens to it, what comes out: one paragraph.'),
  audience: sentence.describe('Who it is for, as a sentence.'),
  need: templateNeedSchema,
  byHand: byHandSchema.optional(),
});

/** A file in `data/templates/`. */
export const templateFileSchema = z.strictObject({ templates: z.array(writtenTemplateSchema) });

/** What a hand adds to the draft of a template. */
export type ByHand = z.infer<typeof byHandSchema>;

/** An architecture to start from. */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly audience: string;
  readonly need: Need;
  readonly byHand?: ByHand;
}
