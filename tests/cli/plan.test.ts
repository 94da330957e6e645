import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Chain } from '../../src/core/planning/chains.ts';
import { errorLines, run } from './run.ts';

const calls = 'We record support calls in Spanish and want to know in English what people complain about';
const folder = mkdtempSync(join(tmpdir(), 'lodestack-plan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('plan', () => {
  it('prints the ways, the recommended one first, with what speaks for and against the others', async () => {
    const { code, out, err } = await run(['plan', '--text', calls]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('1  Amazon Transcribe -> Amazon Translate -> Amazon Comprehend');
    expect(out).toContain('2  Amazon Transcribe -> Amazon Bedrock');
    expect(out).toContain('> One service fewer;');
  });

  it('gives each way as a need that any command takes, and draft finds it by its number', async () => {
    const planned = await run(['plan', '--text', calls, '--json']);
    const { chains } = JSON.parse(planned.out) as { chains: Chain[] };
    const path = join(folder, 'second.json');
    writeFileSync(path, JSON.stringify(chains[1]?.need));
    const byNeed = await run(['draft', '--need', path, '--json']);
    const byNumber = await run(['draft', '--text', calls, '--chain', '2', '--json']);
    expect(byNeed).toMatchObject({ code: 0, err: '' });
    expect(byNumber.out).toBe(byNeed.out);
    expect(byNumber.out).not.toContain('"entry": "translate"');
  });

  it.each([
    [['draft', '--text', calls, '--chain', '9'], 1, 'No way 9: there are 2 ways to build this'],
    [['draft', '--text', calls, '--chain', 'two'], 2, 'the number of a way'],
    [['plan', '--text', 'zzz qqq'], 1, 'Nothing to plan'],
    [['plan'], 2, '--text'],
  ] as const)('%j ends with %i and says so in a line', async (argv, code, words) => {
    const ran = await run(argv);
    expect(ran.code).toBe(code);
    const lines = errorLines(ran);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(words);
  });
});
