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

/** A list that a file of the catalogue may hold, by its key: `entries`, `tasks`, `sources` and the like. */
export type Section = keyof typeof sectionSchemas;
/** What one item of that list is once it is read, defaults filled in. */
export type SectionItem<Name extends Section> = z.output<(typeof sectionSchemas)[Name]>;

/** The keys of all lists. */
export const sectionNames = Object.keys(sectionSchemas) as readonly Section[];

/** What stands once in a catalogue, in whichever file. */
export const headSchemas = {
  title: z.string().min(1),
  asOf: daySchema,
  /** A catalogue that only adds to the one that comes with the tool, or replaces parts of it (ADR 0003). */
  extends: z.literal('bundled'),
} as const;

/** A key that says something of the catalogue as a whole: it may stand in one file only. */
export type HeadKey = keyof typeof headSchemas;

/** All such keys. */
export const headKeys = Object.keys(headSchemas) as readonly HeadKey[];
