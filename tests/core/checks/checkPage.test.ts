import { describe, expect, it } from 'vitest';
import { sketchOf } from '../../../bench/tidy/sketchOf.ts';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { indexCatalog } from '../../../src/core/catalog/lookup.ts';
import { checkPage } from '../../../src/core/checks/checkPage.ts';
import type { Problem, ProblemKind } from '../../../src/core/checks/problem.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import type { Decision } from '../../../src/core/decision/decision.ts';
import { interpret } from '../../../src/core/decision/interpret.ts';
import { parseNeed } from '../../../src/core/decision/parseNeed.ts';
import { applyToPage } from '../../../src/core/diagram/applyToPage.ts';
import type { DiagramEdge, DiagramGroup, DiagramNode } from '../../../src/core/diagram/diagram.ts';
import { countedIds } from '../../../src/core/diagram/ids.ts';
import { emptyPage, type Page, pageOfDraft, tableOf } from '../../../src/core/diagram/page.ts';
import { draftArchitecture } from '../../../src/core/drafting/draft.ts';
import { processorTime } from '../../support/processorTime.ts';

const loaded = loadKnowledge();
if (!loaded.ok) throw new Error('The bundled data is wrong');
const { catalog, lexicon } = loaded.value;
const index = indexCatalog(catalog);

const service = (entry: string, more: Partial<DiagramNode> = {}): DiagramNode => ({
  id: entry,
  kind: 'service',
  label: index.entries.get(entry)?.name ?? entry,
  entry,
  ...more,
});
const flow = (from: string, to: string, more: Partial<DiagramEdge> = {}): DiagramEdge => ({
  id: `${from}-${to}`,
  from,
  to,
  style: 'flow',
  ...more,
});
const pageOf = (nodes: readonly DiagramNode[], edges: readonly DiagramEdge[] = []): Page => ({
  ...emptyPage('page', 'Page'),
  nodes: tableOf(nodes),
  edges: tableOf(edges),
});
const decisionOn = (value: unknown): Decision => {
  const need = parseNeed(value, catalog);
  if (!need.ok) throw new Error(JSON.stringify(need.error));
  return decide(catalog, need.value);
};
const ofKind = (kind: ProblemKind, page: Page, decision?: Decision): readonly Problem[] =>
  checkPage(catalog, page, decision).filter((problem) => problem.kind === kind);

/** The page after a problem's own fix. */
function mended(page: Page, { fix }: Problem): Page {
  const ids = countedIds();
  return (fix?.commands ?? []).reduce((now, command) => {
    const done = applyToPage(now, command, ids);
    if (!done.ok) throw new Error(done.error.message);
    return done.value.page;
  }, page);
}

describe('checkPage', () => {
  it('finds every service that is not active, and the fix stands for one that is', () => {
    const ended = catalog.entries.filter(({ kind, lifecycle }) => kind === 'service' && lifecycle.status !== 'active');
    expect(ended.length).toBeGreaterThan(5);
    for (const entry of ended) {
      const page = pageOf([service(entry.id, { label: entry.name })]);
      const [problem] = ofKind('lifecycle', page);
      expect(problem?.text, entry.id).toContain(entry.name);
      if (!problem?.fix) continue;
      const node = mended(page, problem).nodes[entry.id];
      expect(index.entries.get(node?.entry ?? '')?.lifecycle.status, entry.id).toBe('active');
      expect(node?.label, entry.id).toBe(index.entries.get(node?.entry ?? '')?.name);
      expect(ofKind('lifecycle', mended(page, problem)), entry.id).toEqual([]);
    }
  });

  it('leaves a name of the user’s own where a service is replaced', () => {
    const page = pageOf([service('forecast', { label: 'Our demand' })]);
    const [problem] = ofKind('lifecycle', page);
    if (!problem) throw new Error('nothing was found');
    expect(mended(page, problem).nodes.forecast?.label).toBe('Our demand');
  });

  it('only hints at a closed service where the customer has it already', () => {
    const page = pageOf([service('forecast')]);
    const existing = (task: string): Decision =>
      decisionOn({
        tasks: [{ task }],
        constraints: { customer: 'existing' },
        ...(task === 'forecast-series' ? { choices: { [task]: 'forecast' } } : {}),
      });
    expect(ofKind('lifecycle', page, existing('translate-text'))[0]?.severity).toBe('hint');
    // What the decision itself takes is no problem of the page.
    expect(ofKind('lifecycle', page, existing('forecast-series'))).toEqual([]);
    expect(ofKind('lifecycle', page)[0]?.severity).toBe('error');
  });

  it('finds a flow whose kinds of data do not meet, and puts between what joins them', () => {
    const calls: DiagramNode = { id: 'calls', kind: 'data', label: 'Calls', data: 'audio', position: { x: 0, y: 0 } };
    const page = pageOf([calls, service('translate', { position: { x: 500, y: 0 } })], [flow('calls', 'translate')]);
    const [problem] = ofKind('kinds-do-not-meet', page);
    expect(problem?.text).toMatch(/^Calls gives recorded audio, but Amazon Translate takes text\.$/);
    if (!problem) throw new Error('nothing was found');
    const after = mended(page, problem);
    expect(Object.values(after.nodes).some(({ entry }) => entry === 'transcribe')).toBe(true);
    expect(ofKind('kinds-do-not-meet', after)).toEqual([]);
    const fits = pageOf([calls, service('transcribe')], [flow('calls', 'transcribe')]);
    expect(ofKind('kinds-do-not-meet', fits)).toEqual([]);
  });

  it('finds a training job that gets no data', () => {
    const nodes = [service('sagemaker-training-jobs'), service('sagemaker-endpoint')];
    const page = pageOf(nodes, [flow('sagemaker-training-jobs', 'sagemaker-endpoint')]);
    expect(ofKind('no-input', page).map(({ parts }) => parts[0])).toContain('sagemaker-training-jobs');
    const fed = pageOf(
      [...nodes, service('s3')],
      [...Object.values(page.edges), flow('s3', 'sagemaker-training-jobs')],
    );
    expect(ofKind('no-input', fed)).toEqual([]);
  });

  it('finds a training job that stands alone as one without data, and feeds it', () => {
    const page = pageOf([service('sagemaker-training-jobs', { position: { x: 500, y: 400 } }), service('vpc')]);
    const [problem] = ofKind('no-input', page);
    expect(problem?.text).toMatch(/^Nothing flows into SageMaker training jobs/);
    expect(ofKind('unconnected', page).flatMap(({ parts }) => parts)).not.toContain('sagemaker-training-jobs');
    if (!problem) throw new Error('nothing was found');
    expect(ofKind('no-input', mended(page, problem))).toEqual([]);
  });

  it('puts a missing registry between the image and what runs it, joined to both', () => {
    const page = pageOf([
      service('docker-image', { position: { x: 100, y: 200 }, covers: ['package-in-containers'], role: 'stage' }),
      service('ecs', { position: { x: 700, y: 200 }, covers: ['run-containers'], role: 'stage' }),
    ]);
    const [problem] = ofKind('missing-companion', page);
    if (!problem) throw new Error('nothing was found');
    const after = mended(page, problem);
    const registry = Object.values(after.nodes).find(({ entry }) => entry === 'ecr');
    expect(registry?.position).toEqual({ x: 400, y: 200 });
    expect(Object.values(after.edges).map(({ from, to }) => [from, to])).toEqual([
      ['docker-image', registry?.id],
      [registry?.id, 'ecs'],
    ]);
    expect(checkPage(catalog, after).filter(({ parts }) => !parts.includes('docker-image'))).toEqual([]);
    expect(ofKind('missing-companion', after)).toEqual([]);
  });

  it('puts what the need asks for into the gap between what feeds it and what it feeds', () => {
    const tasks = ['package-in-containers', 'store-container-images', 'run-containers'].map((task) => ({ task }));
    const decision = decisionOn({ tasks });
    const drafted = pageOfDraft('page', draftArchitecture(catalog, decision));
    const places: Record<string, { x: number; y: number }> = {
      'docker-image': { x: 100, y: 100 },
      ecs: { x: 100, y: 700 },
    };
    const nodes = Object.values(drafted.nodes).flatMap((node) => {
      const position = places[node.id] ?? { x: 900, y: 900 };
      return node.entry === 'ecr' ? [] : [{ ...node, position }];
    });
    const edges = Object.values(drafted.edges).filter(({ from, to }) => from !== 'ecr' && to !== 'ecr');
    const [problem] = ofKind(
      'need-not-covered',
      { ...drafted, nodes: tableOf(nodes), edges: tableOf(edges) },
      decision,
    );
    const [command] = problem?.fix?.commands ?? [];
    expect(command).toMatchObject({ type: 'add', nodes: [{ entry: 'ecr', position: { x: 100, y: 400 } }] });
  });

  it('finds a container without a registry, and adds it', () => {
    const page = pageOf([service('ecs', { position: { x: 0, y: 0 } })]);
    const [problem] = ofKind('missing-companion', page);
    if (!problem) throw new Error('nothing was found');
    const after = mended(page, problem);
    expect(Object.values(after.nodes).map(({ entry }) => entry)).toContain('ecr');
    expect(ofKind('missing-companion', after)).toEqual([]);
  });

  it('finds a part that no line leads to, but not a note', () => {
    const page = pageOf(
      [service('s3'), service('transcribe'), service('polly'), { id: 'n', kind: 'note', label: 'Ask legal' }],
      [flow('s3', 'transcribe')],
    );
    expect(ofKind('unconnected', page).map(({ parts }) => parts[0])).toEqual(['polly']);
  });

  it('finds what the need asks for and nothing does, and adds what answers it', () => {
    const decision = decisionOn({ tasks: [{ task: 'translate-text' }] });
    const page = pageOf([service('polly')]);
    const [problem] = ofKind('need-not-covered', page, decision);
    if (!problem) throw new Error('nothing was found');
    expect(problem.severity).toBe('error');
    expect(ofKind('need-not-covered', mended(page, problem), decision)).toEqual([]);
    expect(ofKind('covers-no-need', page, decision).map(({ parts }) => parts[0])).toEqual(['polly']);
    expect(ofKind('need-not-covered', page)).toEqual([]);
  });

  it('finds nothing grave in its own drafts', () => {
    for (const text of [
      'We record support calls in Spanish and want to know in English what people complain about',
      'Catch nudity in photos that members upload',
      'Read invoices that suppliers scan and get the totals into our system',
      'Train a fraud model on our own labelled transactions and host it',
      'Run our own Docker image on GPU without managing servers',
    ]) {
      const decision = decide(catalog, interpret(text, catalog, lexicon));
      const page = pageOfDraft('page', draftArchitecture(catalog, decision));
      const grave = checkPage(catalog, page, decision).filter(({ severity }) => severity !== 'hint');
      expect(
        grave.map((problem) => problem.text),
        text,
      ).toEqual([]);
    }
  });

  it('every fix of every problem can be done, and takes that problem away', () => {
    const decision = decisionOn({ tasks: [{ task: 'translate-text' }, { task: 'detect-pii' }] });
    for (const entry of catalog.entries.filter(({ kind }) => kind === 'service')) {
      const page = pageOf([service(entry.id, { position: { x: 10, y: 20 } }), service('s3')], [flow(entry.id, 's3')]);
      for (const problem of checkPage(catalog, page, decision)) {
        if (!problem.fix) continue;
        const left = checkPage(catalog, mended(page, problem), decision).map(({ id }) => id);
        expect(left, `${entry.id}: ${problem.text}`).not.toContain(problem.id);
      }
    }
  });

  it('lets requests come to what answers them, whatever it was made from', () => {
    for (const [asking, answering, task] of [
      ['elastic-load-balancing', 'fargate', 'run-containers-without-servers'],
      ['elastic-load-balancing', 'ecs', 'run-containers'],
      ['api-gateway', 'sagemaker-endpoint', 'host-realtime'],
      ['lambda', 'sagemaker-endpoint', 'host-realtime'],
      ['api-gateway', 'opensearch', 'search-documents'],
    ] as const) {
      const nodes = [service(asking), service(answering, { role: 'stage', covers: [task] })];
      const texts = (edge: DiagramEdge): string[] =>
        ofKind('kinds-do-not-meet', pageOf(nodes, [edge])).map((problem) => problem.text);
      expect(texts(flow(asking, answering)), `${asking} to ${answering}`).toEqual([]);
      expect(texts(flow(answering, asking, { direction: 'both' })), `${answering} to ${asking}`).toEqual([]);
    }
  });

  describe('boundaries', () => {
    const cloud = { id: 'cloud', kind: 'cloud', label: 'AWS Cloud' } as const;
    const within = { group: 'cloud' };
    const boundaries = (nodes: readonly DiagramNode[], groups: readonly DiagramGroup[] = [cloud]): readonly Problem[] =>
      ofKind('outside-boundary', { ...pageOf(nodes), groups: tableOf(groups) });

    it('finds a service of AWS outside of AWS Cloud, and puts it back in one step', () => {
      const page = {
        ...pageOf(
          [
            service('translate', { position: { x: -400, y: 900 } }),
            service('comprehend', { ...within, position: { x: 100, y: 100 } }),
            service('s3', { ...within, position: { x: 400, y: 200 } }),
          ],
          [flow('translate', 'comprehend')],
        ),
        groups: tableOf<DiagramGroup>([cloud]),
      };
      const [problem, ...others] = ofKind('outside-boundary', page);
      if (!problem) throw new Error('nothing was found');
      expect(others).toEqual([]);
      expect(problem.text).toBe('Amazon Translate runs in AWS, but stands outside of AWS Cloud.');
      expect(problem.fix?.label).toBe('Put it back into AWS Cloud');
      const after = mended(page, problem);
      expect(after.nodes.translate).toMatchObject({ group: 'cloud', position: { x: 100, y: 400 } });
      expect(ofKind('outside-boundary', after)).toEqual([]);
    });

    it('says nothing where the page has no boundary of AWS', () => {
      expect(boundaries([service('translate')], [])).toEqual([]);
      expect(boundaries([service('lambda')], [{ id: 'vpc', kind: 'vpc', label: 'VPC' }])).toEqual([]);
    });

    it.each([
      'users',
      'browser',
      'server',
      'camera',
      'cloudfront',
      'waf',
      'iot-greengrass',
      'framework-pytorch',
      'kiro',
    ])('lets %s stand where it may', (entry) => expect(boundaries([service(entry)])).toEqual([]));

    it('lets actors, data and what stands on premises or in a box of one’s own be', () => {
      const premises: DiagramGroup = { id: 'site', kind: 'on-premises', label: 'Factory' };
      const own: DiagramGroup = { id: 'own', kind: 'custom', label: 'Partner' };
      expect(
        boundaries(
          [
            { id: 'person', kind: 'actor', label: 'Staff' },
            { id: 'files', kind: 'data', label: 'Files' },
            service('lambda', { group: 'site' }),
            service('s3', { group: 'own' }),
          ],
          [cloud, premises, own],
        ),
      ).toEqual([]);
    });

    it('takes a VPC or a layer within AWS Cloud for inside, and a layer that was dragged out for outside', () => {
      const vpc: DiagramGroup = { id: 'vpc', kind: 'vpc', label: 'VPC', parent: 'cloud' };
      const layer: DiagramGroup = { id: 'layer', kind: 'layer', label: 'AI services' };
      expect(boundaries([service('lambda', { group: 'vpc' })], [cloud, vpc])).toEqual([]);
      expect(boundaries([service('polly', { group: 'layer' })], [cloud, { ...layer, parent: 'cloud' }])).toEqual([]);
      expect(boundaries([service('polly', { group: 'layer' })], [cloud, layer])).toHaveLength(1);
    });

    it('puts it where its neighbours stand, and leaves what is locked', () => {
      const other: DiagramGroup = { id: 'account', kind: 'account', label: 'Our account' };
      const page = {
        ...pageOf([service('polly'), service('lex', { group: 'account' })], [flow('lex', 'polly')]),
        groups: tableOf<DiagramGroup>([cloud, other]),
      };
      expect(ofKind('outside-boundary', page)[0]?.fix?.label).toBe('Put it back into Our account');
      expect(boundaries([service('polly', { locked: true })])[0]).not.toHaveProperty('fix');
    });
  });
});

describe('a page of thousands of parts', () => {
  it('is looked over in a time that grows as the page does', () => {
    const entries = catalog.entries.map(({ id }) => id).slice(0, 40);
    const page = Object.values(sketchOf(4_000, entries).pages)[0] ?? pageOf([]);
    const elapsed = processorTime();
    expect(checkPage(catalog, page).length).toBeGreaterThan(4_000);
    // One second; it took six when each fix looked at every part for a free place.
    expect(elapsed()).toBeLessThan(4_000);
  });
});
