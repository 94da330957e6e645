/** What a file of a catalogue may hold: under each top key one list, plus the catalogue's own title and day. */
import { z } from 'zod';
import { entrySchema, relationSchema } from './entry.ts';
import {
  criterionSchema,
  dataKindSchema,
  daySchema,
  layerSchema,
  profileSchema,
  sourceSchema,
  taskGroupSchema,
  taskSchema,
} from './vocabulary.ts';

/** Schema of one item of each list. */
export const sectionSchemas = {
  sources: sourceSchema,
  layers: layerSchema,
  dataKinds: dataKindSchema,
  taskGroups: taskGroupSchema,
  tasks: taskSchema,
  criteria: criterionSchema,
  profiles: profileSchema,
  entries: entrySchema,
  relations: relationSchema,
} as const;

export type Section = keyof typeof sectionSchemas;
export type SectionItem<Name extends Section> = z.output<(typeof sectionSchemas)[Name]>;

export const sectionNames = Object.keys(sectionSchemas) as readonly Section[];

/** What stands once in a catalogue, in whichever file. */
export const headSchemas = {
  title: z.string().min(1),
  asOf: daySchema,
  /** A catalogue that only adds to the one that comes with the tool, or replaces parts of it (ADR 0003). */
  extends: z.literal('bundled'),
} as const;

export type HeadKey = keyof typeof headSchemas;

export const headKeys = Object.keys(headSchemas) as readonly HeadKey[];
