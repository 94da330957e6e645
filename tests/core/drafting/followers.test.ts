import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { engineOf } from '../../../src/core/decision/engine.ts';
import { feeds } from '../../../src/core/decision/kinds.ts';
import { parseNeed } from '../../../src/core/decision/parseNeed.ts';
import type { DiagramNode } from '../../../src/core/diagram/diagram.ts';
import { arrivingAt, dataFrom, followersOf } from '../../../src/core/drafting/followers.ts';

const loaded = loadKnowledge();
if (!loaded.ok) throw new Error('The bundled data is wrong');
const { catalog } = loaded.value;
const engine = engineOf(catalog);
const data = (kind: string): DiagramNode => ({ id: 'x', kind: 'data', label: kind, data: kind });
const service = (entry: string, more: Partial<DiagramNode> = {}): DiagramNode => ({
  id: 'x',
  kind: 'service',
  label: entry,
  entry,
  ...more,
});

describe('followersOf', () => {
  it('offers speech to text first where audio flows', () => {
    expect(followersOf(catalog, data('audio'))[0]?.entry).toBe('transcribe');
  });

  it('offers what runs a container image where one is kept', () => {
    const ids = followersOf(catalog, service('ecr')).map(({ entry }) => entry);
    expect(ids).toEqual(expect.arrayContaining(['ecs', 'eks', 'fargate']));
  });

  it('puts what the decision recommends first', () => {
    const need = parseNeed({ tasks: [{ task: 'detect-pii' }] }, catalog);
    if (!need.ok) throw new Error(JSON.stringify(need.error));
    const decision = decide(catalog, need.value);
    const [first] = followersOf(catalog, service('transcribe'), { decision });
    expect(decision.recommendations.map(({ id }) => id)).toContain(first?.entry);
    expect(first?.task).toBe('detect-pii');
  });

  it('offers only what is open and takes what flows, each once and never the part itself', () => {
    for (const entry of catalog.entries.filter(({ kind }) => kind === 'service' || kind === 'part')) {
      const node = service(entry.id);
      const kinds = new Set(dataFrom(catalog, node));
      const followers = followersOf(catalog, node);
      expect(new Set(followers.map((each) => each.entry)).size, entry.id).toBe(followers.length);
      for (const follower of followers) {
        const pair = `${entry.id} to ${follower.entry}`;
        const found = engine.index.entries.get(follower.entry);
        expect(follower.entry, entry.id).not.toBe(entry.id);
        expect(found?.lifecycle.status, pair).toBe('active');
        expect(follower.use, pair).not.toBe('');
        if (follower.data === undefined) continue;
        expect(kinds.has(follower.data), pair).toBe(true);
        const { data } = follower;
        const takes = found?.carries?.takes ?? [];
        const keeps = takes === 'any' || feeds(engine.lattice, data, takes);
        const does = (engine.offerings.get(follower.task ?? '') ?? []).some(({ offer }) =>
          feeds(engine.lattice, data, offer.accepts ?? engine.index.tasks.get(offer.task)?.accepts ?? []),
        );
        expect(keeps || does, pair).toBe(true);
      }
    }
  });

  // What an architect reaches for next: these stand among the first eight, and the first of a row leads where it says so.
  it.each([
    ['data of audio', data('audio'), ['transcribe', 'transcribe-medical', 's3'], 'transcribe'],
    ['data of video', data('video'), ['rekognition', 'transcribe', 'bedrock'], 'rekognition'],
    ['data of images', data('image'), ['rekognition', 'bedrock'], 'rekognition'],
    ['scanned documents', data('document-image'), ['textract', 'bedrock-data-automation'], 'textract'],
    ['knowledge documents', data('documents'), ['bedrock', 'amazon-quick', 'opensearch'], 'bedrock'],
    ['user messages', data('message'), ['lex', 'bedrock', 'bedrock-agentcore'], undefined],
    ['interactions', data('interactions'), ['personalize'], 'personalize'],
    ['a bucket of recordings', service('s3', { data: 'audio' }), ['transcribe'], 'transcribe'],
    ['a bucket', service('s3'), ['comprehend', 'bedrock', 'sagemaker-training-jobs'], undefined],
    ['a transcriber', service('transcribe'), ['comprehend', 'bedrock', 'translate', 's3'], undefined],
    ['a reader of text', service('comprehend'), ['s3', 'dynamodb', 'opensearch', 'lambda'], 's3'],
    ['a translator', service('translate'), ['comprehend', 'polly', 's3'], undefined],
    ['a voice', service('polly'), ['s3', 'cloudfront', 'browser'], 's3'],
    ['a viewer of images', service('rekognition'), ['sns', 'dynamodb', 'opensearch', 'comprehend'], undefined],
    ['a reader of documents', service('textract'), ['comprehend', 'bedrock', 's3'], undefined],
    ['a chatbot', service('lex'), ['lambda', 'bedrock'], undefined],
    ['a training job', service('sagemaker-training-jobs'), ['sagemaker-endpoint', 's3'], 'sagemaker-endpoint'],
    ['an endpoint', service('sagemaker-endpoint'), ['api-gateway', 'dynamodb', 'cloudwatch'], undefined],
    ['a registry', service('ecr'), ['ecs', 'eks', 'fargate'], 'ecs'],
    ['an API', service('api-gateway'), ['lambda', 'step-functions'], 'lambda'],
    ['a browser', service('browser'), ['api-gateway', 'cloudfront', 'cognito'], 'api-gateway'],
    ['a queue', service('sqs'), ['lambda', 'ecs'], undefined],
    ['a stream of video', service('kinesis-video-streams'), ['rekognition', 'lambda', 's3'], 'rekognition'],
    ['a camera', service('camera'), ['kinesis-video-streams', 'rekognition'], 'kinesis-video-streams'],
  ])('offers after %s what an architect reaches for', (_name, node, wanted, first) => {
    const ids = followersOf(catalog, node).map(({ entry }) => entry);
    expect(ids.slice(0, 8)).toEqual(expect.arrayContaining(wanted));
    if (first !== undefined) expect(ids[0]).toBe(first);
  });

  it('knows what arrives at a part that hands it on', () => {
    const bucket = service('s3');
    expect(followersOf(catalog, bucket, { arriving: ['audio'] })[0]).toMatchObject({
      entry: 'transcribe',
      data: 'audio',
    });
    const page = {
      nodes: { from: { ...data('audio'), id: 'from' }, to: { ...bucket, id: 'to' } },
      groups: {},
      edges: { line: { id: 'line', from: 'from', to: 'to', style: 'flow' as const } },
    };
    expect(arrivingAt({ id: 'page', title: 'Page', ...page }, 'to')).toEqual(['audio']);
  });

  it('knows what a part is there for', () => {
    const all = dataFrom(catalog, service('transcribe'));
    const own = dataFrom(catalog, service('transcribe', { covers: ['transcribe-recordings'] }));
    expect(own.length).toBeLessThan(all.length);
    expect(dataFrom(catalog, service('nothing-known'))).toEqual([]);
  });
});
