import { describe, expect, it } from 'vitest';
import { loadBundledData } from '../../src/cli/dataFiles.ts';
import { run } from './run.ts';

const { asOf } = loadBundledData().catalog;
const text = ['--text', 'Find the mood of reviews'];
const commands: readonly (readonly string[])[] = [
  ['decide', ...text],
  ['explain', ...text],
  ['plan', ...text],
  ['why', ...text, '--id', 'comprehend'],
  ['why', ...text, '--id', 'forecast'],
  ['whatif', ...text],
  ['compare', ...text, '--ids', 'comprehend,bedrock'],
  ['guide', ...text],
];

describe.each(commands)('%s %s %s %s', (...command) => {
  it('says as of when, for people and for scripts', async () => {
    const told = await run(command);
    expect(told.code).toBe(0);
    expect(told.out).toContain(`Catalogue as of ${asOf}`);
    const json = await run([...command, '--json']);
    expect(JSON.parse(json.out)).toHaveProperty('catalogAsOf', asOf);
  });
});
