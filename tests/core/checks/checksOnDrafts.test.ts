/** Checks on what the tool draws itself: no false alarm, and every fix of a page that was spoilt by hand mends it. */
import { describe, expect, it } from 'vitest';
import { loadKnowledge, loadTemplatesAt } from '../../../src/cli/dataFiles.ts';
import { seededRandom } from '../../../src/core/base/random.ts';
import { checkPage } from '../../../src/core/checks/checkPage.ts';
import type { Problem, ProblemKind } from '../../../src/core/checks/problem.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import type { Decision } from '../../../src/core/decision/decision.ts';
import { needSchema } from '../../../src/core/decision/need.ts';
import { applyToPage } from '../../../src/core/diagram/applyToPage.ts';
import type { PageCommand } from '../../../src/core/diagram/command.ts';
import { countedIds } from '../../../src/core/diagram/ids.ts';
import { type Page, pageOfDraft } from '../../../src/core/diagram/page.ts';
import { draftArchitecture } from '../../../src/core/drafting/draft.ts';
import { planChains } from '../../../src/core/planning/chains.ts';
import { fillTemplate } from '../../../src/core/templates/templatePage.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong');
const { catalog } = knowledge.value;
const templates = loadTemplatesAt(catalog);
if (!templates.ok) throw new Error('The templates are wrong');

interface Drawn {
  readonly name: string;
  readonly page: Page;
  readonly decision: Decision;
}

const drawnOf = (name: string, value: unknown): Drawn[] => {
  const need = needSchema.parse(value);
  const chains = planChains(catalog, need);
  return chains.map((chain, place) => {
    const decision = decide(catalog, chain.need);
    return {
      name: `${name}, way ${place + 1}`,
      decision,
      page: pageOfDraft('page', draftArchitecture(catalog, decision)),
    };
  });
};

/** Every task from every kind of data, each way: some eight hundred drafts. */
const drafts: readonly Drawn[] = catalog.tasks.flatMap(({ id, accepts }) =>
  [undefined, ...accepts].flatMap((kind) =>
    drawnOf(`${id} from ${kind ?? 'nothing said'}`, {
      tasks: [{ task: id }],
      have: kind === undefined ? [] : [kind],
      constraints: { customer: 'new' },
    }),
  ),
);
/** Two or three tasks of a group together, as people ask for them. */
const together: readonly Drawn[] = catalog.tasks.flatMap(({ id, group }, place) => {
  const next = catalog.tasks.slice(place + 1, place + 3).filter((task) => task.group === group);
  return next.length === 0
    ? []
    : drawnOf(`${id} and more`, { tasks: [{ task: id }, ...next.map((task) => ({ task: task.id }))] });
});
const filled: readonly Drawn[] = templates.value.map((template) => {
  const result = fillTemplate(catalog, template, 'page');
  if (!result.ok) throw new Error(result.error.message);
  return { name: template.id, ...result.value };
});

const textsOf = ({ page, decision }: Drawn): string[] => checkPage(catalog, page, decision).map(({ text }) => text);

describe('what the tool draws itself', () => {
  it.each([
    ['templates', filled, 14],
    ['drafts of each task', drafts, 500],
    ['drafts of tasks together', together, 100],
  ] as const)('%s open without a problem, not even a hint', (_, all, least) => {
    expect(all.length).toBeGreaterThanOrEqual(least);
    expect(all.flatMap((drawn) => textsOf(drawn).map((text) => `${drawn.name}: ${text}`))).toEqual([]);
  });
});

const applied = (page: Page, commands: readonly PageCommand[]): Page => {
  const ids = countedIds();
  return commands.reduce((now, command) => {
    const done = applyToPage(now, command, ids);
    if (!done.ok) throw new Error(`${command.type}: ${done.error.message}`);
    return done.value.page;
  }, page);
};

const closed = catalog.entries.filter(({ kind, lifecycle }) => kind === 'service' && lifecycle.status !== 'active');
const open = catalog.entries.filter(({ kind, lifecycle }) => kind === 'service' && lifecycle.status === 'active');

/** Ways to spoil a page; each may find nothing to spoil. */
const spoilers: readonly ((page: Page, pick: <Item>(items: readonly Item[]) => Item | undefined) => PageCommand[])[] = [
  // A part goes.
  (page, pick) => {
    const node = pick(Object.values(page.nodes).filter(({ entry }) => entry !== undefined));
    return node ? [{ type: 'remove', ids: [node.id] }] : [];
  },
  // A line goes.
  (page, pick) => {
    const edge = pick(Object.values(page.edges));
    return edge ? [{ type: 'remove', ids: [edge.id] }] : [];
  },
  // A stage is one that is closed.
  (page, pick) => {
    const node = pick(Object.values(page.nodes).filter(({ role }) => role === 'stage'));
    const entry = pick(closed.filter(({ id }) => id !== node?.entry));
    return node && entry ? [{ type: 'set', ids: [node.id], fields: { entry: entry.id, label: entry.name } }] : [];
  },
  // A line leads somewhere else.
  (page, pick) => {
    const edge = pick(Object.values(page.edges));
    const to = pick(
      Object.values(page.nodes).filter(({ id, kind }) => kind === 'service' && id !== edge?.from && id !== edge?.to),
    );
    return edge && to ? [{ type: 'reconnect', id: edge.id, to: to.id }] : [];
  },
  // A service is dragged out of its boundaries.
  (page, pick) => {
    const node = pick(Object.values(page.nodes).filter(({ group }) => group !== undefined));
    return node ? [{ type: 'nest', ids: [node.id], into: null }] : [];
  },
  // A service that nobody asked for stands in the flow, or beside it.
  (page, pick) => {
    const [from, to, entry] = [pick(Object.values(page.nodes)), pick(Object.values(page.nodes)), pick(open)];
    if (!from || !to || !entry) return [];
    const node = { id: 'stray', kind: 'service' as const, label: entry.name, entry: entry.id };
    const edges = [
      { from: from.id, to: 'stray', style: 'flow' as const },
      ...(to === from ? [] : [{ from: 'stray', to: to.id, style: 'flow' as const }]),
    ];
    return [{ type: 'add', nodes: [node], edges }];
  },
];

describe('fixes', () => {
  it('of a page that was spoilt take the problem away and make no new one', () => {
    const random = seededRandom(20_261_123);
    const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
    const mended = new Map<ProblemKind, number>();
    const wrong: string[] = [];
    for (let run = 0; run < 1800; run += 1) {
      const drawn = pick([...filled, ...drafts, ...together]);
      const spoil = spoilers[run % spoilers.length];
      if (!drawn || !spoil) continue;
      const page = applied(drawn.page, spoil(drawn.page, pick));
      const before = checkPage(catalog, page, drawn.decision);
      const known = new Set(before.map(({ id }) => id));
      for (const problem of before) {
        if (!problem.fix) continue;
        const after = checkPage(catalog, applied(page, problem.fix.commands), drawn.decision);
        mended.set(problem.kind, (mended.get(problem.kind) ?? 0) + 1);
        const left = after.filter(({ id }: Problem) => id === problem.id || !known.has(id));
        if (left.length > 0)
          wrong.push(
            `${drawn.name} (${run % spoilers.length}): ${problem.text} ${problem.fix.label} => ${left.map(({ text }) => text).join(' ')}`,
          );
      }
    }
    expect(wrong).toEqual([]);
    for (const kind of [
      'lifecycle',
      'kinds-do-not-meet',
      'missing-companion',
      'need-not-covered',
      'covers-no-need',
      'no-input',
      'outside-boundary',
    ] as const)
      expect(mended.get(kind) ?? 0, kind).toBeGreaterThan(4);
  });
});
