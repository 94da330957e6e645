import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { interpret } from '../../../src/core/decision/interpret.ts';
import { type Need, needSchema } from '../../../src/core/decision/need.ts';
import { type Chain, planChains } from '../../../src/core/planning/chains.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong');
const { catalog, lexicon } = knowledge.value;

const need = (value: unknown): Need => needSchema.parse(value);
const asked = (...tasks: string[]): { task: string }[] => tasks.map((task) => ({ task }));
const way = ({ stages }: Chain): string => stages.map(({ entry }) => entry).join(' > ');
const ways = (value: unknown): string[] => planChains(catalog, need(value)).map(way);
const handed = (value: unknown): string[] =>
  decide(catalog, need(value)).architecture.flows.map(({ from, data, to }) => `${from} -${data}-> ${to}`);

describe('ways to build a system of finished services', () => {
  it('keeps the pipeline of a sentence first, and sets a foundation model in place of two services beside it', () => {
    const text = 'We record support calls in Spanish and want to know in English what people complain about';
    const [first, second] = planChains(catalog, interpret(text, catalog, lexicon));
    expect(first && way(first)).toBe('transcribe > translate > comprehend');
    expect(second && way(second)).toBe('transcribe > bedrock');
    expect(second?.tradeOff[0]).toMatch(/^One service fewer; better for .*, worse for low latency/);
    expect(second?.tradeOff[1]).toBe('Amazon Bedrock in place of Amazon Translate and Amazon Comprehend.');
  });

  it('answers questions by a managed knowledge base, or by a search and a model that are put together', () => {
    const found = planChains(catalog, need({ tasks: asked('answer-from-documents'), have: ['document-image'] }));
    expect(found[0] && way(found[0])).toBe('textract > bedrock');
    const composed = found.find((chain) => way(chain) === 'textract > bedrock > s3-vectors');
    expect(composed?.stages.flatMap(({ tasks }) => tasks)).toEqual([
      'extract-document-text',
      'embed-content',
      'answer-from-documents',
      'search-vectors',
    ]);
    expect(composed?.tradeOff[0]).toContain('better for control');
  });

  it('recognises our own objects by a trained API, without code, or by an algorithm that we train', () => {
    expect(ways({ tasks: asked('classify-own-images'), have: ['labelled-images'] })).toEqual([
      'rekognition',
      'sagemaker-canvas',
      'algorithm-image-classification',
    ]);
  });

  it('takes what the first way assumes to be at hand for the others too, and says it in their need', () => {
    const [first, ...others] = planChains(catalog, need({ tasks: asked('answer-from-documents') }));
    expect(first?.need.have).toEqual([]);
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) expect(other.need.have).toEqual(['documents']);
  });
});

describe('ways to build a model', () => {
  const steps = ['label-data', 'train-image-classifier', 'train-models', 'tune-models', 'compile-model'];

  it('labels, chooses, trains, tunes, compiles and hosts in this order, with the data handed on', () => {
    const value = { tasks: asked(...steps.toReversed(), 'host-realtime'), have: ['image'] };
    expect(ways(value)[0]).toBe(
      'self-managed-labeling > algorithm-image-classification > sagemaker-training-jobs > sagemaker-automatic-model-tuning > sagemaker-inference-optimization > sagemaker-endpoint',
    );
    const flows = handed(value);
    // Training joins two inputs: what is learnt from, and what learns.
    expect(flows).toContain('self-managed-labeling -labelled-data-> sagemaker-training-jobs');
    expect(flows).toContain('algorithm-image-classification -learning-algorithm-> sagemaker-training-jobs');
    expect(flows).toContain('sagemaker-automatic-model-tuning -tuned-model-> sagemaker-inference-optimization');
  });

  it('trains in the cloud what is to run on devices, and adds no endpoint beside them', () => {
    const value = { tasks: asked(...steps, 'run-at-edge'), have: ['image'], constraints: { place: 'edge' } };
    expect(ways(value)[0]).toMatch(/sagemaker-automatic-model-tuning > sagemaker-neo > iot-greengrass$/);
    expect(handed(value).join()).not.toContain('sagemaker-endpoint');
  });

  it('finds several ways from a labelled table to an endpoint', () => {
    const found = ways({ have: ['labelled-table'], want: ['endpoint'] });
    expect(found).toContain('sagemaker-canvas > sagemaker-endpoint');
    expect(found).toContain('sagemaker-autopilot > sagemaker-endpoint');
    expect(found).toHaveLength(3);
  });

  it('offers to make what a sentence takes as given', () => {
    const text = 'as read from a sentence';
    const found = planChains(catalog, need({ tasks: asked('host-realtime'), have: ['labelled-images'], text }));
    expect(found[0] && way(found[0])).toBe('sagemaker-endpoint');
    expect(found[1]?.tradeOff[0]).toContain('what the first takes as given is made too: model artefact');
  });
});

describe('ways to run containers', () => {
  it('goes from the image over the registry to the orchestrator and its machines', () => {
    expect(
      ways({
        tasks: asked('compute-on-gpu-inference', 'run-containers', 'store-container-images', 'package-in-containers'),
        have: ['source-code'],
      })[0],
    ).toBe('docker-image > ecr > ecs > ec2-g6');
  });

  it('needs no machine where there are no servers; the registry stands beside by relation', () => {
    const [first] = planChains(
      catalog,
      need({ tasks: asked('run-containers-without-servers'), have: ['container-image'] }),
    );
    expect(first && way(first)).toBe('fargate');
    expect([...(first?.supporting ?? [])].sort()).toEqual(['ecr', 'ecs']);
  });
});

describe('no way', () => {
  it('gives nothing where nothing is asked or everything is ruled out', () => {
    expect(planChains(catalog, need({}))).toEqual([]);
    expect(ways({ tasks: asked('track-people'), constraints: { trainingData: 'none' } })).toEqual([]);
  });

  it('gives as many as are wanted', () => {
    const value = need({ tasks: asked('predict-from-table') });
    expect(planChains(catalog, value, { most: 1 })).toHaveLength(1);
    expect(planChains(catalog, value, { most: 0 })).toEqual([]);
  });
});
