import { describe, expect, it } from 'vitest';
import { errorLines, run } from './run.ts';

describe('guide', () => {
  it('asks the first question, with why it is asked and what each answer leaves', async () => {
    const ran = await run(['guide']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^\d+ of \d+ services left\n\nWhat should the system do\?\n/);
    expect(ran.out).toContain('services could');
    expect(ran.out).toMatch(/ {2}2 {2}Hear or speak .*: leaves \d+ \[hear\]/);
  });

  it('takes answers by id and by number, and gives a need that decide takes', async () => {
    const byId = await run(['guide', '--answers', 'hear,transcribe-live', '--json']);
    const byNumber = await run(['guide', '--answers', '2,2', '--json']);
    expect(byNumber.out).toBe(byId.out);
    const { next, need, left, total } = JSON.parse(byId.out);
    expect(next).toMatchObject({ kind: 'finished', stable: true, winners: ['transcribe'] });
    expect(left).toEqual(['transcribe']);
    expect(total).toBeGreaterThan(50);
    const decided = await run(['decide', '--need', '-', '--json'], { input: JSON.stringify(need) });
    expect(JSON.parse(decided.out).recommendations[0].id).toBe('transcribe');
  });

  it('starts from a sentence and asks only what it leaves open', async () => {
    const ran = await run(['guide', '--text', 'read scanned invoices', '--json']);
    const { next } = JSON.parse(ran.out);
    expect(next.kind === 'finished' || !['area', 'task', 'want'].includes(next.id)).toBe(true);
  });

  it('names the answers there are where one is unknown', async () => {
    const ran = await run(['guide', '--answers', 'smell']);
    expect(ran.code).toBe(1);
    expect(errorLines(ran)).toEqual([
      expect.stringMatching(/^error: "What should the system do\?" has no answer "smell"; it has see, hear,/),
    ]);
  });

  it('is a conversation in a terminal, with a way back', async () => {
    const ran = await run(['guide'], { interactive: true, input: 'seven\n1\nb\n2\n2\n' });
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('has no answer "seven"');
    expect(ran.out.match(/What should the system do\?\n/g)).toHaveLength(2);
    expect(ran.out).toMatch(/Transcribe \[transcribe\]\n/);
    expect(ran.out).toMatch(/No other answer would change what comes first\.\n\nCatalogue as of \d{4}-\d\d-\d\d\n$/);
  });
});
