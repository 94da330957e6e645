/**
 * From a need to a decision: pure, deterministic and driven by the catalogue alone. Hard constraints rule out, offer by
 * offer; a weighted additive score ranks what is left; a cover of the asked tasks gives the services; the data kinds give
 * their order. No service is known here by name.
 */
import { byCodeUnit } from '../base/order.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Entry } from '../catalog/entry.ts';
import { drawArchitecture, stagesOf } from './architecture.ts';
import { entryObstacle, lifecycleSentence, type Obstacle, offerObstacle } from './constraints.ts';
import type { Decision, EntryVerdict, Exclusion, Reason, Recommendation, RuledOut, Verdict } from './decision.ts';
import { type Engine, engineOf, type Offering, serviceOf } from './engine.ts';
import type { Need, NeededTask } from './need.ts';
import { askedTasks, bridges, cover, type OpenOfferings, orderByFlow, type PlannedTask } from './plan.ts';
import { offerReason, type Score, scoreEntry } from './score.ts';

/** An alternative that fits less than this is a verdict of its entry, but no line of the ranked list. */
const leastListedFit = 0.45;
/** The longest ranked list. */
const longestList = 12;
const mostCaveats = 3;
/** A foremost task that was read from a sentence and weighs less than this is called a guess. */
const guessWeight = 0.35;

/** Offers that the need leaves open, by task, and what rules the others out, by entry and task. */
interface Sifted {
  readonly open: OpenOfferings;
  readonly obstacles: ReadonlyMap<string, ReadonlyMap<string, Obstacle>>;
}

function sift(engine: Engine, need: Need): Sifted {
  const open = new Map<string, readonly Offering[]>();
  const obstacles = new Map<string, Map<string, Obstacle>>();
  const ofEntry = new Map<string, Obstacle | undefined>();
  for (const [task, offerings] of engine.offerings) {
    const left = offerings.filter(({ entry, offer }) => {
      if (!ofEntry.has(entry.id)) ofEntry.set(entry.id, entryObstacle(engine.index, entry, need));
      const obstacle = ofEntry.get(entry.id) ?? offerObstacle(engine.index, entry, offer, need);
      if (!obstacle) return true;
      const known = obstacles.get(entry.id) ?? new Map<string, Obstacle>();
      obstacles.set(entry.id, known.set(task, obstacle));
      return false;
    });
    if (left.length > 0) open.set(task, left);
  }
  return { open, obstacles };
}

/** All that the verdicts are read from. */
interface Judged {
  readonly engine: Engine;
  readonly need: Need;
  readonly tasks: readonly NeededTask[];
  readonly sifted: Sifted;
  /** By entry id, for entries with an open offer for an asked task. */
  readonly offerings: ReadonlyMap<string, readonly Offering[]>;
  readonly scores: ReadonlyMap<string, Score>;
  readonly ordered: readonly PlannedTask[];
}

function openOffersByEntry(tasks: readonly NeededTask[], open: OpenOfferings): Map<string, Offering[]> {
  const byEntry = new Map<string, Offering[]>();
  for (const { task } of tasks) {
    for (const offering of open.get(task) ?? []) {
      byEntry.set(offering.entry.id, [...(byEntry.get(offering.entry.id) ?? []), offering]);
    }
  }
  return byEntry;
}

function judge(engine: Engine, need: Need): Judged {
  const sifted = sift(engine, need);
  const asked = askedTasks(engine, need, sifted.open);
  const bridging = bridges(engine, need, asked, sifted.open);
  const tasks = [...asked, ...bridging];
  const offerings = openOffersByEntry(tasks, sifted.open);
  const scores = new Map<string, Score>();
  const alone = new Map<Offering, number>();
  for (const own of offerings.values()) {
    const entry = own[0]?.entry;
    if (!entry) continue;
    scores.set(entry.id, scoreEntry(engine, entry, need, tasks, own));
    for (const offering of own) {
      const task = { task: offering.offer.task, weight: 1, triggers: [] };
      alone.set(offering, scoreEntry(engine, entry, need, [task], [offering]).total);
    }
  }
  const chosen = cover(tasks, sifted.open, (offering) => alone.get(offering) ?? 0);
  const planned = tasks.flatMap(({ task: id, weight }): PlannedTask[] => {
    const task = engine.index.tasks.get(id);
    const offering = chosen.get(id);
    return task && offering ? [{ task, weight, bridge: bridging.some((bridge) => bridge.task === id), offering }] : [];
  });
  return { engine, need, tasks, sifted, offerings, scores, ordered: orderByFlow(engine, need, planned) };
}

const factReason = (entry: Entry, fact: Entry['facts'][number]): Reason => ({
  text: fact.text,
  fact: { entry: entry.id, id: fact.id },
  sources: fact.sources,
  judgement: false,
});

function reasonsFor(judged: Judged, entry: Entry, own: readonly Offering[]): Reason[] {
  const weight = new Map(judged.tasks.map((task) => [task.task, task.weight]));
  const ranked = own.toSorted(
    (left, right) =>
      (weight.get(right.offer.task) ?? 0) * right.offer.fit - (weight.get(left.offer.task) ?? 0) * left.offer.fit,
  );
  const reasons = ranked.flatMap((offering): Reason[] => {
    const fact = offerReason(offering);
    const { useWhen } = offering.offer;
    if (useWhen === undefined) return [fact];
    return [
      fact,
      {
        text: `Use it when ${useWhen.charAt(0).toLowerCase()}${useWhen.slice(1)}`,
        sources: [],
        judgement: true,
        task: offering.offer.task,
      },
    ];
  });
  const score = judged.scores.get(entry.id);
  const weighed = (score?.parts ?? [])
    .filter((part) => part.kind === 'criterion' && (judged.need.preferences[part.of] ?? 0) > 0.5 && part.value >= 0.6)
    .map((part) => part.reason);
  const seen = new Set<string>();
  return [...reasons, ...weighed].filter(({ text }) => !seen.has(text) && seen.add(text));
}

function caveatsFor(entry: Entry, own: readonly Offering[]): Reason[] {
  const lifecycle: Reason[] =
    entry.lifecycle.status === 'active'
      ? []
      : [{ text: lifecycleSentence(entry), sources: entry.lifecycle.sources, judgement: false }];
  const restsOn = new Set(own.flatMap(({ offer }) => offer.facts));
  const facts = entry.facts
    .filter(({ kind }) => kind !== 'is')
    .toSorted((left, right) => Number(restsOn.has(right.id)) - Number(restsOn.has(left.id)))
    .slice(0, mostCaveats)
    .map((fact) => factReason(entry, fact));
  const better = own.flatMap(({ offer }): Reason[] =>
    offer.avoidWhen
      ? [{ text: `Look elsewhere when ${offer.avoidWhen.text}`, sources: [], judgement: true, task: offer.task }]
      : [],
  );
  return [...lifecycle, ...better, ...facts];
}

/** The best open service for any of these tasks, other than the entry's own. */
function nearestAlternative(judged: Judged, entry: Entry, tasks: readonly string[]): string | undefined {
  const service = serviceOf(judged.engine.index, entry).id;
  const candidates = tasks
    .flatMap((task) => judged.sifted.open.get(task) ?? [])
    .filter((offering) => offering.service.id !== service);
  const score = (offering: Offering): number => judged.scores.get(offering.entry.id)?.total ?? 0;
  return candidates.toSorted(
    (left, right) => score(right) - score(left) || byCodeUnit(left.entry.id, right.entry.id),
  )[0]?.service.id;
}

/** What to use in place of an entry: its first open successor, else the best service that does the same. */
function insteadOf(judged: Judged, entry: Entry, tasks: readonly string[]): string | undefined {
  const successor = entry.lifecycle.successors
    .map((id) => judged.engine.index.entries.get(id))
    .find((next) => next && !entryObstacle(judged.engine.index, next, judged.need));
  return entry.lifecycle.status === 'active' || !successor
    ? (nearestAlternative(judged, entry, tasks) ?? successor?.id)
    : successor.id;
}

function ruledOut(judged: Judged, entry: Entry): RuledOut | undefined {
  const known = judged.sifted.obstacles.get(entry.id);
  if (!known) return undefined;
  const broken = judged.tasks.filter(({ task }) => known.has(task)).map(({ task }) => task);
  const obstacle = broken[0] === undefined ? undefined : known.get(broken[0]);
  if (!obstacle) return undefined;
  const alternative = insteadOf(judged, entry, broken);
  return alternative === undefined ? obstacle : { ...obstacle, alternative };
}

const irrelevant = (id: string, verdict: Verdict): EntryVerdict => ({
  id,
  verdict,
  score: 0,
  parts: [],
  reasons: [],
  caveats: [],
});

/** The verdict of one entry by itself; a service is judged again with its capabilities. */
function verdictOf(
  judged: Judged,
  entry: Entry,
  winning: ReadonlySet<string>,
  beside: ReadonlyMap<string, Reason>,
): EntryVerdict {
  const own = judged.offerings.get(entry.id);
  const support = beside.get(entry.id);
  if (own) {
    const score = judged.scores.get(entry.id) ?? { total: 0, parts: [] };
    return {
      id: entry.id,
      verdict: winning.has(entry.id) ? 'recommended' : support ? 'supporting' : 'suitable',
      score: score.total,
      parts: score.parts,
      reasons: [...reasonsFor(judged, entry, own), ...(support ? [support] : [])],
      caveats: caveatsFor(entry, own),
    };
  }
  if (support) return { ...irrelevant(entry.id, 'supporting'), reasons: [support] };
  const out = ruledOut(judged, entry);
  return out ? { ...irrelevant(entry.id, 'ruled-out'), ruledOut: out } : irrelevant(entry.id, 'not-relevant');
}

const verdictRank: Readonly<Record<Verdict, number>> = {
  recommended: 0,
  suitable: 1,
  supporting: 2,
  'ruled-out': 3,
  'not-relevant': 4,
};

/** A service takes the best verdict of itself and its capabilities, so that it is lit where one of them is. */
function rollUp(judged: Judged, alone: ReadonlyMap<string, EntryVerdict>, entry: Entry): EntryVerdict {
  const own = alone.get(entry.id) ?? irrelevant(entry.id, 'not-relevant');
  const capabilities = (judged.engine.index.capabilities.get(entry.id) ?? [])
    .filter(({ kind }) => kind === 'capability')
    .flatMap(({ id }) => alone.get(id) ?? []);
  const [best] = [own, ...capabilities].sort(
    (left, right) =>
      verdictRank[left.verdict] - verdictRank[right.verdict] ||
      right.score - left.score ||
      byCodeUnit(left.id, right.id),
  );
  return best && best !== own && verdictRank[best.verdict] < verdictRank['ruled-out'] ? { ...best, id: entry.id } : own;
}

function supportReasons(judged: Judged, supporting: ReadonlySet<string>): Map<string, Reason> {
  const beside = new Map<string, Reason>();
  for (const { offering } of judged.ordered) {
    for (const entry of [offering.entry, offering.service]) {
      for (const companion of entry.companions) {
        if (!supporting.has(companion.id) || beside.has(companion.id)) continue;
        beside.set(companion.id, { text: companion.because, sources: [], judgement: true, task: offering.offer.task });
      }
    }
  }
  for (const id of supporting) {
    if (!beside.has(id))
      beside.set(id, { text: 'It stands beside what is recommended.', sources: [], judgement: true });
  }
  return beside;
}

/** A service as a line of the list: its best score, what it does, and through which capabilities. */
interface Line {
  readonly service: Entry;
  readonly offerings: readonly Offering[];
  readonly score: number;
}

function lines(judged: Judged): Line[] {
  const byService = new Map<string, Offering[]>();
  for (const own of judged.offerings.values()) {
    for (const offering of own)
      byService.set(offering.service.id, [...(byService.get(offering.service.id) ?? []), offering]);
  }
  return [...byService.values()].flatMap((offerings): Line[] => {
    const service = offerings[0]?.service;
    if (!service) return [];
    const score = Math.max(...offerings.map(({ entry }) => judged.scores.get(entry.id)?.total ?? 0));
    return [{ service, offerings, score }];
  });
}

function recommendations(judged: Judged): Recommendation[] {
  const stages = stagesOf(judged.ordered);
  const importance = new Map(
    stages.map(({ service, tasks }) => [service.id, Math.max(...tasks.map(({ weight }) => Math.round(weight * 100)))]),
  );
  const flowPlace = new Map(stages.map(({ service }, place) => [service.id, place]));
  const all = lines(judged);
  const winners = all
    .filter(({ service }) => importance.has(service.id))
    .sort(
      (left, right) =>
        (importance.get(right.service.id) ?? 0) - (importance.get(left.service.id) ?? 0) ||
        (flowPlace.get(left.service.id) ?? 0) - (flowPlace.get(right.service.id) ?? 0),
    );
  const others = all
    .filter(
      ({ service, offerings }) =>
        !importance.has(service.id) && offerings.some(({ offer }) => offer.fit >= leastListedFit),
    )
    .sort((left, right) => right.score - left.score || byCodeUnit(left.service.id, right.service.id));
  return [...winners, ...others]
    .slice(0, Math.max(longestList, winners.length))
    .map(({ service, offerings, score }, place): Recommendation => {
      const planned = judged.ordered.filter(({ offering }) => offering.service.id === service.id);
      const shown = planned.length > 0 ? planned.map(({ offering }) => offering) : offerings;
      const best = shown.toSorted(
        (left, right) =>
          (judged.scores.get(right.entry.id)?.total ?? 0) - (judged.scores.get(left.entry.id)?.total ?? 0) ||
          byCodeUnit(left.entry.id, right.entry.id),
      );
      const entries = [...new Set(best.map(({ entry }) => entry))];
      return {
        id: service.id,
        rank: place + 1,
        score,
        verdict: planned.length > 0 ? 'recommended' : 'suitable',
        tasks: [...new Set(shown.map(({ offer }) => offer.task))],
        via: entries.filter((entry) => entry.id !== service.id).map(({ id }) => id),
        reasons: entries.flatMap((entry) =>
          reasonsFor(
            judged,
            entry,
            shown.filter((offering) => offering.entry === entry),
          ),
        ),
        caveats: entries.flatMap((entry) =>
          caveatsFor(
            entry,
            shown.filter((offering) => offering.entry === entry),
          ),
        ),
      };
    });
}

/** What was asked for by name, or would have done a task well, and is not offered. */
function exclusions(judged: Judged): Exclusion[] {
  const { engine, need, tasks, sifted } = judged;
  const weight = new Map(tasks.map((task) => [task.task, task.weight]));
  const excluded = new Map<string, Exclusion & { readonly by: number }>();
  for (const [id, obstacles] of sifted.obstacles) {
    const entry = engine.index.entries.get(id);
    const broken = (engine.offeringsOf.get(id) ?? []).filter(
      ({ offer }) => obstacles.has(offer.task) && weight.has(offer.task) && offer.fit >= leastListedFit,
    );
    const obstacle = entry && ruledOut(judged, entry);
    if (!entry || broken.length === 0 || !obstacle) continue;
    excluded.set(id, {
      id,
      reason: obstacle.text,
      constraint: obstacle.constraint,
      status: entry.lifecycle.status,
      ...(obstacle.alternative === undefined ? {} : { successor: obstacle.alternative }),
      change: obstacle.change,
      by: Math.max(...broken.map(({ offer }) => offer.fit * (weight.get(offer.task) ?? 0))),
    });
  }
  for (const { entry: named } of need.named) {
    const entry = engine.index.entries.get(named);
    if (!entry || excluded.has(entry.id)) continue;
    const obstacle = entryObstacle(engine.index, entry, need);
    if (!obstacle) continue;
    const successor = insteadOf(
      judged,
      entry,
      entry.offers.map(({ task }) => task),
    );
    excluded.set(entry.id, {
      id: entry.id,
      reason: obstacle.text,
      constraint: obstacle.constraint,
      status: entry.lifecycle.status,
      ...(successor === undefined ? {} : { successor }),
      change: obstacle.change,
      by: 1,
    });
  }
  return [...excluded.values()]
    .sort((left, right) => right.by - left.by || byCodeUnit(left.id, right.id))
    .map(({ by: _, ...exclusion }) => exclusion);
}

function assumptions(judged: Judged, excluded: readonly Exclusion[]): string[] {
  const { engine, need, ordered, tasks, sifted } = judged;
  const said: string[] = [];
  const [foremost] = tasks;
  if (foremost && foremost.weight < guessWeight && need.text !== undefined) {
    const name = engine.index.tasks.get(foremost.task)?.name ?? foremost.task;
    said.push(`"${name}" is a guess from few words. Say what goes in and what should come out.`);
  }
  if (
    need.constraints.customer === undefined &&
    excluded.some(({ constraint, status }) => constraint === 'lifecycle' && status === 'closed-to-new')
  ) {
    said.push(
      'You are taken for a new customer: what is closed to new customers is left out. Say so if you already use it.',
    );
  }
  for (const { task, bridge } of ordered) {
    if (bridge) said.push(`"${task.name}" was put in, so that the data at hand can be used.`);
  }
  for (const { task } of tasks) {
    if (!sifted.open.has(task))
      said.push(
        `Nothing in the catalogue is open for "${engine.index.tasks.get(task)?.name ?? task}" under these constraints.`,
      );
  }
  if (ordered.length > 0 && need.have.length === 0) {
    const first = ordered[0];
    const kind = engine.index.dataKinds.get(first?.offering.offer.accepts?.[0] ?? first?.task.accepts[0] ?? '');
    if (kind) said.push(`You did not say what data you have; ${kind.name} is assumed.`);
  }
  return said;
}

/** Decides. Never throws; a need that names nothing known gives a decision without recommendations. */
export function decide(catalog: Catalog, need: Need): Decision {
  const engine = engineOf(catalog);
  const judged = judge(engine, need);
  const architecture = drawArchitecture(engine, need, judged.ordered);
  const winning = new Set(judged.ordered.map(({ offering }) => offering.entry.id));
  const beside = supportReasons(
    judged,
    new Set(architecture.stages.filter(({ role }) => role === 'supporting').map(({ id }) => id)),
  );
  const alone = new Map(catalog.entries.map((entry) => [entry.id, verdictOf(judged, entry, winning, beside)]));
  const excluded = exclusions(judged);
  const services = stagesOf(judged.ordered).map(({ service }) => service.id);
  return {
    catalogAsOf: catalog.asOf,
    need,
    verdicts: catalog.entries.map((entry) => rollUp(judged, alone, entry)),
    recommendations: recommendations(judged),
    pipeline: services.length > 1 ? services : [],
    architecture,
    excluded,
    assumptions: assumptions(judged, excluded),
  };
}
