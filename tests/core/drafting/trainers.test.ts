import { describe, expect, it } from 'vitest';
import type { Flow } from '../../../src/core/decision/decision.ts';
import { type Training, throughTrainers } from '../../../src/core/drafting/trainers.ts';

const flow = (from: string, to: string, data: string): Flow => ({ from, to, data, label: data });
const training: Training = {
  recipe: (part) => (part === 'recipe' ? { data: 'algorithm', label: 'algorithm' } : undefined),
  isLive: (kind) => kind === 'stream',
  nameOf: (kind) => kind,
};
const lines = (...flows: readonly Flow[]) =>
  throughTrainers(flows, training).map(({ from, to, data }) => `${from} -${data}-> ${to}`);

describe('throughTrainers', () => {
  it('gives the job the data and the recipe, and lets the model come from it', () => {
    expect(
      lines(
        flow('input', 'recipe', 'table'),
        flow('recipe', 'output', 'predictions'),
        flow('job', 'recipe', 'training'),
        flow('recipe', 'house', 'hosting'),
        flow('bucket', 'recipe', 'input-store'),
      ),
    ).toEqual([
      'input -table-> job',
      'job -predictions-> output',
      'recipe -algorithm-> job',
      'job -hosting-> house',
      'bucket -input-store-> job',
    ]);
  });

  it('knows a job that was asked for by what is handed to it', () => {
    expect(
      lines(flow('input', 'recipe', 'table'), flow('recipe', 'job', 'algorithm'), flow('job', 'output', 'model')),
    ).toEqual(['input -table-> job', 'recipe -algorithm-> job', 'job -model-> output']);
  });

  it('scores what arrives live where the model is hosted, and keeps it to train on', () => {
    const live = [
      flow('pipe', 'recipe', 'stream'),
      flow('job', 'recipe', 'training'),
      flow('recipe', 'house', 'hosting'),
    ];
    expect(lines(...live, flow('bucket', 'recipe', 'input-store'))).toEqual([
      'pipe -stream-> house',
      'pipe -stream-> bucket--input-store',
      'recipe -algorithm-> job',
      'job -hosting-> house',
      'bucket -input-store-> job',
    ]);
    expect(lines(...live)).toContain('pipe -stream-> job');
  });

  it('leaves alone what only works beside a training', () => {
    const watched = [flow('input', 'watcher', 'table'), flow('job', 'watcher', 'training')];
    expect(throughTrainers(watched, training)).toEqual(watched);
  });
});
