/** What must hold of the shipped catalogue, whatever else is edited: its lifecycles, its sources, its offers. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/cli/dataFiles.ts';
import type { Entry } from '../../src/core/catalog/entry.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error(JSON.stringify(knowledge.error.slice(0, 3)));
const { catalog } = knowledge.value;
const entries = new Map(catalog.entries.map((entry) => [entry.id, entry]));
const aiLayer = catalog.layers.find(({ id }) => id === 'ai-services');
const aiGroups = new Set((aiLayer?.groups ?? []).map(({ id }) => id));
const aiEntries = catalog.entries.filter(({ group }) => aiGroups.has(group));
const open = (entry: Entry | undefined): boolean => entry?.lifecycle.status === 'active';
const shut = (entry: Entry | undefined): boolean =>
  entry?.lifecycle.status === 'retired' || entry?.lifecycle.status === 'closed-to-new';

/** The lifecycle board of the domain research: entry, status, day, and what AWS or the research says to use instead. */
const board = [
  ['rekognition', 'active', undefined, undefined],
  ['rekognition-people-pathing', 'retired', '2025-10-31', undefined],
  ['rekognition-streaming-video', 'closed-to-new', '2026-04-30', undefined],
  ['rekognition-bulk-analysis', 'closed-to-new', '2026-04-30', undefined],
  ['comprehend', 'active', undefined, undefined],
  ['comprehend-topic-modeling', 'closed-to-new', '2026-04-30', 'bedrock-text'],
  ['comprehend-event-detection', 'closed-to-new', '2026-04-30', 'bedrock-text'],
  ['comprehend-prompt-safety', 'closed-to-new', '2026-04-30', 'bedrock-guardrails'],
  ['lex', 'active', undefined, undefined],
  ['lex-v1', 'retired', '2025-09-15', 'lex-v2'],
  ['forecast', 'closed-to-new', undefined, 'sagemaker-canvas'],
  ['kendra', 'closed-to-new', '2026-07-30', 'bedrock-knowledge-bases'],
  ['amazon-q-business', 'closed-to-new', '2026-07-31', 'amazon-quick'],
  ['bedrock-agents-classic', 'closed-to-new', '2026-07-30', 'bedrock-agentcore'],
  ['fraud-detector', 'closed-to-new', '2025-11-07', 'algorithm-autogluon'],
  ['lookout-for-vision', 'retired', '2025-10-31', undefined],
  ['lookout-for-metrics', 'retired', '2025-10-10', undefined],
  ['lookout-for-equipment', 'retired', '2026-10-07', undefined],
  ['panorama', 'retired', '2026-05-31', undefined],
  ['healthscribe', 'active', undefined, 'connect-health'],
] as const;

describe('the lifecycle board', () => {
  it.each(board)('%s is %s since %s', (id, status, date, successor) => {
    const entry = entries.get(id);
    expect(entry?.lifecycle.status).toBe(status);
    expect(entry?.lifecycle.date).toBe(date);
    if (successor !== undefined) expect(entry?.lifecycle.successors[0]).toBe(successor);
  });

  it('gives everything that takes no new customers an open way on, wherever it can be asked for', () => {
    const stranded = aiEntries
      .filter((entry) => !open(entry) && entry.offers.length > 0)
      .filter((entry) => !entry.lifecycle.successors.some((id) => open(entries.get(id))))
      .map(({ id }) => id);
    expect(stranded).toEqual([]);
  });
});

describe('what the AI services offer', () => {
  const offers = aiEntries.flatMap((entry) => entry.offers.map((offer) => ({ entry, offer })));

  it('answers every task that is about seeing, hearing, reading, understanding, conversing and generating', () => {
    const groups = new Set(['see', 'hear', 'read', 'understand', 'converse', 'generate']);
    const answered = new Set(catalog.entries.filter(open).flatMap((entry) => entry.offers.map(({ task }) => task)));
    const unanswered = catalog.tasks.filter(({ id, group }) => groups.has(group) && !answered.has(id));
    expect(unanswered.map(({ id }) => id)).toEqual([]);
  });

  it('narrows the kinds of data of a task, or starts from others altogether, and gives no others', () => {
    const parents = new Map(catalog.dataKinds.map(({ id, isA }) => [id, isA]));
    const standsFor = (kind: string | undefined, kinds: readonly string[]): boolean =>
      kind !== undefined && (kinds.includes(kind) || standsFor(parents.get(kind), kinds));
    const tasks = new Map(catalog.tasks.map((task) => [task.id, task]));
    const widened = offers.flatMap(({ entry, offer }) => {
      const task = tasks.get(offer.task);
      const wrong = [
        ...((offer.accepts ?? []).some((kind) => standsFor(kind, task?.accepts ?? []))
          ? (offer.accepts ?? []).filter((kind) => !standsFor(kind, task?.accepts ?? []))
          : []),
        ...(offer.produces ?? []).filter((kind) => !standsFor(kind, task?.produces ?? [])),
      ];
      return wrong.map((kind) => `${entry.id} ${offer.task} ${kind}`);
    });
    expect(widened).toEqual([]);
  });

  it('says when each is the right one, and never sends anyone on to what is gone', () => {
    const silent = offers.filter(({ offer }) => offer.useWhen === undefined);
    expect(silent.map(({ entry, offer }) => `${entry.id} ${offer.task}`)).toEqual([]);
    const deadEnds = offers.filter(({ entry, offer }) => {
      const instead = offer.avoidWhen?.instead;
      return open(entry) && instead !== undefined && shut(entries.get(instead));
    });
    expect(deadEnds.map(({ entry, offer }) => `${entry.id} ${offer.avoidWhen?.instead}`)).toEqual([]);
  });
});

describe('what the entries rest on', () => {
  it('rests what the cheat sheet names on the cheat sheet', () => {
    const unfounded = aiEntries.filter(
      ({ onSheet, facts }) => onSheet && !facts.some(({ sources }) => sources.includes('SEED')),
    );
    expect(unfounded.map(({ id }) => id)).toEqual([]);
  });

  it('never rests what came after the cheat sheet on it', () => {
    const anachronisms = aiEntries.filter(
      ({ onSheet, facts }) => !onSheet && facts.some(({ sources }) => sources.includes('SEED')),
    );
    expect(anachronisms.map(({ id }) => id)).toEqual([]);
  });

  it('names icons that exist, for services', () => {
    const missing = aiEntries.filter(
      ({ icon }) => icon !== undefined && !existsSync(`node_modules/aws-icons/icons/${icon}.svg`),
    );
    expect(missing.map(({ id, icon }) => `${id} ${icon}`)).toEqual([]);
  });

  it('knows nothing from after the day as of which it holds', () => {
    const later = aiEntries.flatMap(({ id, facts, lifecycle }) =>
      [lifecycle.asOf, ...facts.flatMap(({ asOf }) => asOf ?? [])].filter((day) => day > catalog.asOf).map(() => id),
    );
    expect(later).toEqual([]);
  });
});
