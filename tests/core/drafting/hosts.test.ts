import { describe, expect, it } from 'vitest';
import type { Flow } from '../../../src/core/decision/decision.ts';
import { type Host, throughHosts } from '../../../src/core/drafting/hosts.ts';

const flow = (from: string, to: string, data: string): Flow => ({ from, to, data, label: data });
const host: Host = { starts: 'model', takes: (kind) => kind === 'model', gives: { data: 'answers', label: 'answers' } };
const lines = (flows: readonly Flow[], isResult = ({ to }: Flow) => to === 'output') =>
  throughHosts(flows, isResult, () => host).map(({ from, to, data }) => `${from} -${data}-> ${to}`);

describe('throughHosts', () => {
  it('lets results come from where the model is hosted', () => {
    expect(lines([flow('trainer', 'output', 'forecast'), flow('trainer', 'house', 'hosting')])).toEqual([
      'house -forecast-> output',
      'trainer -model-> house',
    ]);
  });

  it('gives what the host gives where nothing but a model was handed on', () => {
    expect(lines([flow('trainer', 'output', 'model'), flow('trainer', 'house', 'hosting')])).toEqual([
      'house -answers-> output',
      'trainer -model-> house',
    ]);
  });

  it('hosts what is built from it in the end, and not what stands at the start', () => {
    const flows = [
      flow('recipe', 'trainer', 'algorithm'),
      flow('recipe', 'house', 'hosting'),
      flow('trainer', 'output', 'model'),
    ];
    expect(lines(flows)).toEqual(['recipe -algorithm-> trainer', 'house -answers-> output', 'trainer -model-> house']);
  });

  it('hands results to another stage from the host too, and leaves a host alone that nothing answers through', () => {
    const isResult = ({ to }: Flow): boolean => to === 'reader' || to === 'output';
    const flows = [flow('trainer', 'reader', 'text'), flow('trainer', 'house', 'hosting')];
    expect(lines(flows, isResult)).toEqual(['house -text-> reader', 'trainer -model-> house']);
    expect(lines([flow('recipe', 'house', 'hosting')])).toEqual(['recipe -hosting-> house']);
  });
});
