import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { indexCatalog } from '../../../src/core/catalog/lookup.ts';
import { checkPage } from '../../../src/core/checks/checkPage.ts';
import type { Problem, ProblemKind } from '../../../src/core/checks/problem.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import type { Decision } from '../../../src/core/decision/decision.ts';
import { interpret } from '../../../src/core/decision/interpret.ts';
import { parseNeed } from '../../../src/core/decision/parseNeed.ts';
import { applyToPage } from '../../../src/core/diagram/applyToPage.ts';
import type { DiagramEdge, DiagramNode } from '../../../src/core/diagram/diagram.ts';
import { countedIds } from '../../../src/core/diagram/ids.ts';
import { emptyPage, type Page, pageOfDraft, tableOf } from '../../../src/core/diagram/page.ts';
import { draftArchitecture } from '../../../src/core/drafting/draft.ts';

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
});
