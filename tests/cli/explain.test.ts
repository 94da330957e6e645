import { describe, expect, it } from 'vitest';
import { errorLines, run } from './run.ts';

const text = 'Find faces in our photo archive, no live video';

describe('explain', () => {
  it('says for a person which words gave what', async () => {
    const { code, out, err } = await run(['explain', '--text', text]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Understood as');
    expect(out).toMatch(/"Find faces[^"]*": asks for Analyse faces/);
    expect(out).toContain('"live video": denied; not wanted: Analyse live video');
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
  });

  it('gives the same as JSON', async () => {
    const { code, out } = await run(['explain', '--text', text, '--json']);
    expect(code).toBe(0);
    const { need, given, notUnderstood } = JSON.parse(out);
    expect(need.tasks.map(({ task }: { task: string }) => task)).toContain('analyze-faces');
    expect(given.some(({ denied }: { denied: boolean }) => denied)).toBe(true);
    expect(notUnderstood).toEqual([]);
  });

  it('wants a sentence', async () => {
    const ran = await run(['explain']);
    expect(ran.code).toBe(2);
    expect(errorLines(ran)).toHaveLength(1);
    expect((await run(['explain', '--text', '  '])).code).toBe(1);
  });
});

describe('decide', () => {
  it('says what was left open, and what each answer would lead to', async () => {
    const asked = ['decide', '--text', 'Sort incoming complaints into our own categories'];
    expect((await run(asked)).out).toContain('Left open');
    const { openQuestions } = JSON.parse((await run([...asked, '--json'])).out);
    expect(openQuestions[0].answers[0]).toMatchObject({ label: expect.any(String), first: expect.any(String) });
  });
});
