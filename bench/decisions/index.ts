/**
 * Decisions a second, against json-rules-engine on the same rules: `npm run bench decisions`. Both must name the same open
 * candidates for every need before either is timed. The peer only sifts: it is handed the tasks, and neither scores nor
 * explains nor plans, so that it is timed at its best.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBundledData } from '../../src/cli/dataFiles.ts';
import type { Catalog } from '../../src/core/catalog/catalog.ts';
import { decide } from '../../src/core/decision/decide.ts';
import type { Decision } from '../../src/core/decision/decision.ts';
import { interpret } from '../../src/core/decision/interpret.ts';
import type { Constraints, Need } from '../../src/core/decision/need.ts';
import { median, printTable } from '../measure.ts';
import { benchGrowth } from './growth.ts';
import { engineForEachTask, oneEngine, type RulesEngine } from './rules.ts';

const runs = 9;
/** A decision from a sentence may take this long (issue 2, section 7), in ms. */
const goal = 5;
/** A decision from a structured need may take this long (issue 3, section 7), in ms. */
const structuredGoal = 1;

const { catalog, lexicon } = loadBundledData();

const sentences = ['sample.jsonl', 'own.jsonl']
  .flatMap((name) => readFileSync(join(import.meta.dirname, '../needs', name), 'utf8').split('\n'))
  .filter((line) => line.trim() !== '')
  .map((line) => (JSON.parse(line) as { readonly text: string }).text);

/** Laid over the needs in turn, so that every kind of rule is at work in some of them. */
const overlays: readonly Constraints[] = [
  {},
  { mode: 'live' },
  { mode: 'batch', customer: 'existing' },
  { place: 'edge' },
  { management: ['managed-service'] },
  { management: ['managed-platform', 'own-infrastructure'], trainingData: 'few-labels' },
  { trainingData: 'none', customer: 'new' },
  { sheetOnly: true },
  { framework: catalog.entries.find(({ kind }) => kind === 'framework')?.id },
];

const needs = sentences.map((text, place): Need => {
  const need = interpret(text, catalog, lexicon);
  return { ...need, constraints: { ...need.constraints, ...overlays[place % overlays.length] } };
});

/** The tasks that a decision looked at: those asked for, and those that it put in so that the data fits. */
const tasksOf = ({ need, architecture }: Decision): readonly string[] => [
  ...new Set([...need.tasks.map(({ task }) => task), ...architecture.stages.flatMap(({ tasks }) => tasks)]),
];

/** Entries that a decision leaves open. */
const candidatesOf = ({ verdicts }: Decision): readonly string[] =>
  verdicts
    .filter(({ score }) => score > 0)
    .map(({ id }) => id)
    .sort();

/** A decision lights a service with its capability where that fits well; rules name the capability alone. */
function withServices(all: Catalog, ids: readonly string[]): readonly string[] {
  const named = new Set(ids);
  const services = all.entries
    .filter(({ id, kind }) => kind === 'capability' && named.has(id))
    .map((each) => each.partOf);
  return [...new Set([...ids, ...services.filter((id) => id !== undefined)])].sort();
}

const asked = needs.map((need) => ({ need, tasks: tasksOf(decide(catalog, need)) }));

async function checkAgreement(name: string, peer: RulesEngine): Promise<number> {
  let candidates = 0;
  for (const { need, tasks } of asked) {
    const ours = withServices(catalog, candidatesOf(decide(catalog, need)));
    const theirs = withServices(catalog, await peer(need, tasks));
    candidates += ours.length;
    if (ours.join() === theirs.join()) continue;
    const difference = [
      ...ours.filter((id) => !theirs.includes(id)).map((id) => `${id} only here`),
      ...theirs.filter((id) => !ours.includes(id)).map((id) => `${id} only there`),
    ];
    throw new Error(`${name} differs for "${need.text}" ${JSON.stringify(need.constraints)}: ${difference.join(', ')}`);
  }
  return candidates;
}

const structured = (): void => {
  for (const { need } of asked) decide(catalog, need);
};
const fromText = (): void => {
  for (const text of sentences) decide(catalog, interpret(text, catalog, lexicon));
};
const byRules = (peer: RulesEngine) => async (): Promise<void> => {
  for (const { need, tasks } of asked) await peer(need, tasks);
};

const everyRule = oneEngine(catalog);
const splitRules = engineForEachTask(catalog);
const candidates = await checkAgreement('One engine', everyRule);
await checkAgreement('An engine for each task', splitRules);
console.log(
  `${needs.length} needs, ${everyRule.rules} rules, ${candidates} open candidates, named alike by both; median of ${runs} runs`,
);

const rows: { name: string; ms: number }[] = [];
for (const [name, run] of [
  ['lodestack, structured need', structured],
  ['lodestack, sentence', fromText],
  ['json-rules-engine, one engine', byRules(everyRule)],
  ['json-rules-engine, one for each task', byRules(splitRules)],
] as const) {
  // Before it counts, so that the first of the table is not the one that the compiler learns on.
  for (let round = 0; round < 3; round += 1) await run();
  rows.push({ name, ms: (await median(runs, run)).ms / needs.length });
}
const [ours = { ms: Number.NaN }] = rows;
printTable(
  rows.map(({ name, ms }) => ({
    engine: name,
    'ms a decision': ms.toFixed(3),
    'decisions a second': Math.round(1000 / ms).toLocaleString('en'),
    'of a structured one': `${(ms / ours.ms).toFixed(2)}x`,
  })),
);

/** Ms of the decision from each sentence by itself, slowest last; the median of a few runs, so that a pause does not count. */
const single: number[] = [];
for (const text of sentences)
  single.push((await median(5, () => decide(catalog, interpret(text, catalog, lexicon)))).ms);
single.sort((left, right) => left - right);
const slowest = single.at(-1) ?? Number.NaN;
const middle = rows[1]?.ms ?? Number.NaN;
console.log(
  `A decision from a sentence: ${middle.toFixed(2)} ms on average, ${slowest.toFixed(2)} ms for the slowest of ${single.length}.`,
);
console.log(
  `Goal, at most ${goal} ms: ${middle <= goal ? 'holds' : 'MISSED'} on average, ${slowest <= goal ? 'holds' : 'MISSED'} for the slowest.`,
);
const structuredMs = rows[0]?.ms ?? Number.NaN;
console.log(
  `Goal, a structured need in at most ${structuredGoal} ms: ${structuredMs <= structuredGoal ? 'holds' : 'MISSED'}.\n`,
);
const grows = await benchGrowth(catalog);
if (middle > goal || structuredMs > structuredGoal || !grows) process.exitCode = 1;
