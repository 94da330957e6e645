/** Drafts of the shipped catalogue as an architect would want them. */
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { interpret } from '../../../src/core/decision/interpret.ts';
import { needSchema } from '../../../src/core/decision/need.ts';
import type { Diagram } from '../../../src/core/diagram/diagram.ts';
import { draftArchitecture } from '../../../src/core/drafting/draft.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong');
const { catalog, lexicon } = knowledge.value;
const asked = (tasks: readonly string[], more: object = {}) =>
  draftArchitecture(
    catalog,
    decide(
      catalog,
      needSchema.parse({ tasks: tasks.map((task) => ({ task })), constraints: { customer: 'new' }, ...more }),
    ),
  );
const linesOf = ({ edges }: Diagram): string[] =>
  edges.map(({ from, to, label, style }) => `${from} ${style === 'flow' ? '->' : '~>'} ${to}: ${label ?? ''}`);
const lines = (tasks: readonly string[], more: object = {}): string[] => linesOf(asked(tasks, more));
const said = (text: string): string[] =>
  linesOf(draftArchitecture(catalog, decide(catalog, interpret(text, catalog, lexicon))));

describe('a draft of the shipped catalogue', () => {
  it('answers from the endpoint and not from the training, by requests', () => {
    const drawn = lines(['detect-fraud'], { have: ['labelled-table'], constraints: { trainingData: 'labels' } });
    expect(drawn).toContain('sagemaker-training-jobs -> sagemaker-endpoint: model artefact');
    expect(drawn).toContain('sagemaker-endpoint -> application: requests, predictions');
    expect(drawn.filter((line) => line.includes('application'))).toHaveLength(1);
  });

  it.each([
    ['detect-fraud', 'labelled-table', 'algorithm-xgboost', 'algorithm to train'],
    ['detect-anomalies', 'table', 'algorithm-random-cut-forest', 'algorithm to train'],
    ['write-classical-ml', 'table', 'framework-scikit-learn', 'training code'],
  ])('gives the data to the training job, which runs what is trained: %s', (task, have, part, recipe) => {
    const { edges, nodes } = asked([task], { have: [have] });
    const drawn = linesOf({ title: '', groups: [], nodes, edges });
    expect(drawn).toContain('s3--input-store -> sagemaker-training-jobs: training data');
    expect(drawn).toContain(`${part} -> sagemaker-training-jobs: ${recipe}`);
    expect(drawn.filter((line) => line.includes(`> ${part}`))).toEqual([]);
    for (const node of nodes.filter(({ kind }) => kind === 'service')) expect(node.covers, node.id).toEqual([task]);
  });

  it('scores a stream where the model is hosted, and trains on what was kept of it', () => {
    const drawn = lines(['detect-anomalies', 'ingest-records'], { have: ['event-stream'] });
    expect(drawn).toEqual(
      expect.arrayContaining([
        'kinesis-data-streams -> sagemaker-endpoint: event stream',
        'kinesis-data-streams -> s3--input-store: event stream',
        's3--input-store -> sagemaker-training-jobs: training data',
        'sagemaker-endpoint -> application: anomaly scores',
      ]),
    );
  });

  it('serves what is trained from the host that was asked for, and wants no model besides', () => {
    const drawn = said('Real-time fraud scoring of card payments with under 100 ms latency');
    expect(drawn).toContain('sagemaker-training-jobs -> sagemaker-endpoint: model artefact');
    expect(drawn.filter((line) => line.includes('application'))).toEqual([
      'sagemaker-endpoint -> application: requests, predictions',
    ]);
    expect(drawn.join()).not.toContain('input-model');
    expect(lines(['detect-fraud', 'host-realtime'], { have: ['labelled-table', 'model'] }).join()).toContain(
      'input-model',
    );
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

  it('turns nothing into text twice: what analyses a call transcribes it', () => {
    const drawn = said('contact centre calls with sentiment and call categories');
    expect(drawn).toContain('transcribe-call-analytics -> comprehend: transcript');
    expect(drawn.some((line) => /(^| )transcribe(:| )/.test(line))).toBe(false);
  });

  it('reads the documents of a chatbot from their bucket', () => {
    const drawn = said('A chatbot that answers from our PDF manuals on our website');
    expect(drawn).toEqual(
      expect.arrayContaining(['input-documents -> s3--input-store: ', 's3--input-store -> bedrock: documents']),
    );
  });

  it('answers whoever asks, on one line, with no data for what is only said', () => {
    for (const text of [
      'A chatbot for our shop',
      'A voice assistant on the phone',
      'An AI agent that calls our tools',
    ]) {
      const drawn = said(text);
      expect(drawn.filter((line) => line.includes('application'))).toHaveLength(1);
      expect(drawn.join()).not.toMatch(/input-|-> application/);
    }
    const { nodes, edges } = asked(['build-chatbot', 'answer-from-documents'], { have: ['documents'] });
    expect(nodes[0]?.id).toBe('application');
    const both = edges.filter(({ direction }) => direction === 'both').map(({ from, to }) => [from, to]);
    expect(both).toEqual([
      ['application', 'lex'],
      ['lex', 'bedrock'],
    ]);
  });

  it('names all that comes back on a line', () => {
    expect(lines(['generate-text', 'generate-images'])).toEqual([
      'application -> bedrock: prompts, generated text, pictures',
    ]);
  });

  it.each(['a chatbot on our PDF manuals', 'a bot for our Slack that knows our wiki'])(
    'reads what a bot is to know from its bucket: %s',
    (text) => {
      const drawn = said(text);
      expect(drawn).toContain('s3--input-store -> bedrock: documents');
      expect(drawn).toContain('application -> lex: messages, answers');
    },
  );

  it('shows the people who review', () => {
    const { nodes, edges } = asked(['extract-document-fields', 'review-by-people'], { have: ['document-image'] });
    expect(nodes).toContainEqual({ id: 'step-functions--people', kind: 'actor', label: 'Reviewers' });
    expect(edges.find(({ to }) => to === 'step-functions--people')).toMatchObject({
      from: 'step-functions',
      label: 'what is unsure',
      style: 'support',
      direction: 'both',
    });
  });

  it('speaks with the voice of a bot beside the bot', () => {
    expect(said('A voice assistant on the phone')).toContain('lex ~> polly: replies to speak');
  });

  it('keeps vectors, and not answers, where vectors are searched', () => {
    const { nodes } = asked(['answer-from-documents'], { have: ['documents'] });
    expect(nodes.find(({ entry }) => entry === 's3-vectors')?.data).toBe('embeddings');
    expect(nodes.find(({ entry }) => entry === 's3')?.data).toBe('documents');
  });

  it('writes the names of parts large and those of flows small', () => {
    const { nodes, edges } = asked(['transcribe-recordings'], { have: ['call-recording'] });
    expect(nodes.find(({ kind }) => kind === 'data')?.label).toBe('Call recording');
    expect(edges.find(({ from }) => from === 'transcribe')?.label).toBe('transcript');
  });

  it('runs code on machines, and not what a host answers', () => {
    expect(said('Train PyTorch on H100s')).toContain('framework-pytorch -> ec2-p5: training code');
  });

  it('takes an image to run for one of containers, and footage for stored video', () => {
    expect(interpret('our own image on GPU instances', catalog, lexicon).have).not.toContain('image');
    expect(interpret('Find people in our CCTV footage within hours', catalog, lexicon).have).toEqual(['video']);
    expect(interpret('Detect an intruder on the CCTV of the yard', catalog, lexicon).have).toEqual(['live-video']);
  });
});
