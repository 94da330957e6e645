/**
 * Writes data/schema/*.schema.json, one for each kind of file that people edit, from the zod schemas that the loader
 * uses, so that an editor completes and checks what the tool will check. Run: npx tsx scripts/generateSchemas.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { headSchemas, type Section, sectionSchemas } from '../src/core/catalog/sections.ts';
import { lexiconFileSchema } from '../src/core/decision/lexicon.ts';
import { needSchema } from '../src/core/decision/need.ts';
import { guideFileSchema } from '../src/core/guide/questions.ts';
import { templateFileSchema } from '../src/core/templates/template.ts';

const list = (section: Section) => z.array(sectionSchemas[section]);

const sectionLists = {
  sources: list('sources'),
  layers: list('layers'),
  dataKinds: list('dataKinds'),
  taskGroups: list('taskGroups'),
  tasks: list('tasks'),
  criteria: list('criteria'),
  profiles: list('profiles'),
  entries: list('entries'),
  relations: list('relations'),
};

const head = z.strictObject(headSchemas).partial();

/** Schema of each kind of file, by the name of the kind. */
const kinds: Readonly<Record<string, { readonly title: string; readonly schema: z.ZodType }>> = {
  catalog: { title: 'Head of a catalogue: its title, its day, what it extends', schema: head },
  sources: { title: 'Sources of facts', schema: z.strictObject({ sources: sectionLists.sources }) },
  layers: { title: 'Layers of the stack and their groups', schema: z.strictObject({ layers: sectionLists.layers }) },
  'data-kinds': { title: 'Kinds of data', schema: z.strictObject({ dataKinds: sectionLists.dataKinds }) },
  tasks: {
    title: 'Tasks that a user can ask for, and their groups',
    schema: z.strictObject({ taskGroups: sectionLists.taskGroups.optional(), tasks: sectionLists.tasks }),
  },
  criteria: { title: 'Criteria that a user can weigh', schema: z.strictObject({ criteria: sectionLists.criteria }) },
  profiles: { title: 'Ratings that entries share', schema: z.strictObject({ profiles: sectionLists.profiles }) },
  entries: { title: 'Entries of the catalogue', schema: z.strictObject({ entries: sectionLists.entries }) },
  relations: { title: 'Relations between entries', schema: z.strictObject({ relations: sectionLists.relations }) },
  'catalog-file': {
    title: 'Any file of a catalogue: whatever it may hold, together',
    schema: head.extend(z.strictObject(sectionLists).partial().shape),
  },
  lexicon: { title: 'How people speak of tasks', schema: lexiconFileSchema },
  guide: { title: 'Questions of the guide', schema: guideFileSchema },
  need: { title: 'A need, for "decide --need"', schema: needSchema },
  templates: { title: 'Architectures to start from', schema: templateFileSchema },
};

/** The text of every schema file by its name. The same input gives the same bytes. */
export const schemaFiles = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(kinds).map(([kind, { title, schema }]) => {
      const { $schema, ...body } = z.toJSONSchema(schema, { io: 'input', target: 'draft-07' });
      return [`${kind}.schema.json`, `${JSON.stringify({ $schema, title, ...body }, null, 2)}\n`];
    }),
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../data/schema/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of schemaFiles()) writeFileSync(join(folder, name), text);
}
