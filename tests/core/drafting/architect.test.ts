/** Drafts of the shipped catalogue as an architect would want them. */
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { needSchema } from '../../../src/core/decision/need.ts';
import { draftArchitecture } from '../../../src/core/drafting/draft.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong');
const { catalog } = knowledge.value;
const asked = (tasks: readonly string[], more: object = {}) =>
  draftArchitecture(
    catalog,
    decide(
      catalog,
      needSchema.parse({ tasks: tasks.map((task) => ({ task })), constraints: { customer: 'new' }, ...more }),
    ),
  );
const lines = (tasks: readonly string[], more: object = {}): string[] =>
  asked(tasks, more).edges.map(
    ({ from, to, label, style }) => `${from} ${style === 'flow' ? '->' : '~>'} ${to}: ${label ?? ''}`,
  );

describe('a draft of the shipped catalogue', () => {
  it('answers from the endpoint and not from the training, by requests', () => {
    const drawn = lines(['detect-fraud'], { have: ['labelled-table'], constraints: { trainingData: 'labels' } });
    expect(drawn).toContain('algorithm-xgboost -> sagemaker-endpoint: model artefact');
    expect(drawn).toContain('sagemaker-endpoint -> application: requests, predictions');
    expect(drawn.filter((line) => line.includes('application'))).toHaveLength(1);
  });

  it('draws a line both ways where somebody asks', () => {
    const { edges } = asked(['answer-from-documents'], { have: ['documents'] });
    expect(edges.find(({ to }) => to === 'application')).toMatchObject({
      label: 'questions, answers',
      direction: 'both',
    });
  });

  it('keeps an image of one’s own in the registry, from which it is run', () => {
    const drawn = lines(['run-containers'], { have: ['container-image'] });
    expect(drawn).toContain('input-container-image -> ecr: ');
    expect(drawn).toContain('ecr -> ecs: container image');
    expect(lines(['package-in-containers'], { have: ['source-code'] })).toContain(
      'docker-image -> ecr: container image',
    );
  });

  it('tells the end of a job over a topic for video, and has none for photos', () => {
    expect(lines(['moderate-images'], { have: ['video'] })).toContain('rekognition ~> sns: job finished');
    const photos = lines(['moderate-images'], { have: ['image'] });
    expect(photos.join()).not.toContain('sns');
    expect(photos).toContain('s3--input-store -> rekognition: images');
  });

  it('calls functions from the bot and not the other way', () => {
    expect(lines(['build-chatbot'])).toContain('lex ~> lambda: fulfilment');
  });

  it('has no bucket in the way of what is live, nor after what a live stream is handed on to', () => {
    const drawn = lines(['check-liveness'], { have: ['live-video'] });
    expect(drawn).toContain('input-live-video -> rekognition: ');
    expect(lines(['transcribe-live', 'translate-text'], { have: ['live-audio'] }).join()).not.toContain('s3');
  });

  it('puts machines beside what runs on them, those that are named before the usual ones', () => {
    const drawn = lines(['train-foundation-models', 'compute-on-gpu-training'], { have: ['text'] });
    expect(drawn).toContain('ec2-p5 ~> sagemaker-hyperpod: accelerators');
    expect(drawn.join()).not.toMatch(/ec2-p5 -> application|trainium/);
    const named = lines(['train-foundation-models'], { named: [{ entry: 'ec2-p6', stance: 'use' }] });
    expect(named).toContain('ec2-p6 ~> sagemaker-hyperpod: accelerators');
    expect(named.join()).not.toContain('trainium');
  });

  it('trains nothing where the model is at hand', () => {
    expect(lines(['run-at-edge'], { have: ['model'] }).join()).not.toContain('training');
  });

  it('shows the data to score beside the model', () => {
    expect(lines(['predict-in-batch'], { have: ['table'] })).toContain('input-table -> s3--input-store: ');
  });

  it('sets what data passes into the layer of its own, and what only stands beside into the cloud', () => {
    const { nodes } = asked(['run-containers'], { have: ['container-image'] });
    const groupOf = (id: string) => nodes.find((node) => node.id === id)?.group;
    expect(groupOf('ecr')).toBe(groupOf('ecs'));
    expect(groupOf('ec2-c7i')).toBe('aws-cloud');
  });
});
