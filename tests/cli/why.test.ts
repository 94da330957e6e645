import { describe, expect, it } from 'vitest';
import { errorLines, run } from './run.ts';

const forecast = ['--text', 'Forecast how much of each product every shop will sell next week'];

describe('why', () => {
  it('says in one line that a sentence asks for nothing', async () => {
    const { code, out, err } = await run(['why', '--text', 'hello there', '--id', 'polly']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe('error: Nothing to explain: no task was recognised. Say what goes in and what should come out\n');
  });

  it('breaks the score of the answer down to facts with source and date', async () => {
    const { code, out } = await run(['why', ...forecast, '--id', 'sagemaker-canvas']);
    expect(code).toBe(0);
    expect(out).toMatch(/^SageMaker Canvas: recommended, \d+ points/);
    expect(out).toMatch(/Forecast time series {2}62 × /);
    expect(out).toMatch(/our judgement/);
    expect(out).toMatch(/fact; as of [\s\S]*https:/);
  });

  it('says why not, what to use instead, and a change that works when it is decided', async () => {
    const { code, out } = await run(['why', ...forecast, '--id', 'algorithm-deepar', '--json']);
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({
      verdict: 'suitable',
      whyNot: { standing: 'outscored', alternative: 'sagemaker-canvas' },
    });
    expect(answer.whyNot.change.edits.length).toBeGreaterThan(0);
    const again = await run(['decide', '--need', '-', '--json'], { input: JSON.stringify(answer.whyNot.change.need) });
    const ids = JSON.parse(again.out).recommendations.map(({ id }: { id: string }) => id);
    expect(ids[0]).toBe('algorithm-deepar');
  });

  it.each([
    [['--id', 'sagemaker-canvaz'], 1, /no entry "sagemaker-canvaz"; did you mean "sagemaker-canvas"/],
    [[], 2, /required option '--id <id>'/],
  ])('%j is one clear error', async (more, code, message) => {
    const ran = await run(['why', ...forecast, ...more]);
    expect(ran.code).toBe(code);
    expect(errorLines(ran)).toEqual([expect.stringMatching(message)]);
  });
});

describe('whatif', () => {
  it('says in a sentence and a chart what would change the answer', async () => {
    const need = JSON.stringify({ tasks: ['search-vectors'] });
    const { code, out } = await run(['whatif', '--need', '-'], { input: need });
    expect(code).toBe(0);
    expect(out).toMatch(/^Holds /);
    expect(out).toMatch(/Control +0 [=.]{10}o[=.]{10} 1/);
    expect(out).toMatch(/It stands in \d+ % of all mixes/);
    const { whole, samples, seed } = JSON.parse((await run(['whatif', '--need', '-', '--json'], { input: need })).out);
    expect(whole.criteria).toHaveLength(7);
    expect([samples, typeof seed]).toEqual([1000, 'number']);
  });

  it('has no answer where there is none', async () => {
    const ran = await run(['whatif', '--text', 'Lorem ipsum']);
    expect(ran.code).toBe(1);
    expect(errorLines(ran)).toEqual([expect.stringMatching(/^error: No answer to change/)]);
  });
});

describe('compare', () => {
  it('puts what differs first, and ends with the case for each', async () => {
    const { code, out } = await run(['compare', ...forecast, '--ids', 'sagemaker-canvas,algorithm-deepar']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Compared\n {2}SageMaker Canvas: recommended/);
    expect(out.indexOf('points apart')).toBeLessThan(out.indexOf('the same'));
    expect(out).toMatch(/In short\n {2}- Choose SageMaker Canvas when/);
  });

  it('takes the best ranked where no ids are named, and leaves the same out on demand', async () => {
    const { candidates, rows } = JSON.parse((await run(['compare', ...forecast, '--only-differences', '--json'])).out);
    expect(candidates.length).toBeGreaterThan(1);
    expect(rows.every(({ differs }: { differs: boolean }) => differs)).toBe(true);
  });

  it.each([
    [['--ids', 'comprehend'], 2, /Name 2 to 4 different ids/],
    [['--ids', 'comprehend,nonsense'], 1, /no entry "nonsense"/],
  ])('%j is one clear error', async (more, code, message) => {
    const ran = await run(['compare', ...forecast, ...more]);
    expect(ran.code).toBe(code);
    expect(errorLines(ran)).toEqual([expect.stringMatching(message)]);
  });
});
