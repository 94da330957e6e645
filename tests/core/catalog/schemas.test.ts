import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { schemaFiles } from '../../../scripts/generateSchemas.ts';

const folder = 'data/schema';

it('the JSON Schemas in data/schema are those that the code gives now (else: npx tsx scripts/generateSchemas.ts)', () => {
  const generated = schemaFiles();
  expect(readdirSync(folder).sort()).toEqual([...generated.keys()].sort());
  for (const [name, text] of generated) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text);
});
