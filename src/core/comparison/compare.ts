/**
 * Two to four candidates side by side: every aspect a row, what differs first and what matters most in points before the
 * rest, who leads, and for each candidate the case in which to choose it.
 */
import type { Catalog } from '../catalog/catalog.ts';
import { type Entry, modes, places } from '../catalog/entry.ts';
import { ratingOf } from '../catalog/lookup.ts';
import { lifecycleSentence } from '../decision/constraints.ts';
import type { Decision, ScorePart } from '../decision/decision.ts';
import { acceptedBy, type Engine, engineOf, type Offering, producedBy } from '../decision/engine.ts';
import { type Judged, judge, leastListedFit } from '../decision/judged.ts';
import { scoreEntry } from '../decision/score.ts';
import { choiceSentence } from './closing.ts';
import type { Aspect, Candidate, Cell, Comparison, Row, Scored } from './comparison.ts';
import { fitWords, kindWords, managementWords, modeWords, placeWords, trainingWords } from './words.ts';

export type * from './comparison.ts';

/** The fewest and the most candidates. */
export const fewest = 2;
/** Entries that are compared side by side at most: more can't be read. */
export const most = 4;

function offeringsUnder(engine: Engine, entry: Entry): readonly Offering[] {
  const capabilities = (engine.index.capabilities.get(entry.id) ?? []).filter(({ kind }) => kind === 'capability');
  return [entry, ...capabilities].flatMap(({ id }) => engine.offeringsOf.get(id) ?? []);
}

/** The entry, or the capability of it that scores best; constraints are left aside, so that what is ruled out compares too. */
function scored(judged: Judged, entry: Entry): Scored {
  const asked = new Set(judged.tasks.map(({ task }) => task));
  const all = offeringsUnder(judged.engine, entry);
  const offerings = all.filter(({ offer }) => asked.has(offer.task));
  const scores = [...new Set(offerings.map((offering) => offering.entry))]
    .map((own) => {
      const mine = offerings.filter((offering) => offering.entry === own);
      return scoreEntry(judged.engine, own, judged.need, judged.tasks, mine);
    })
    .sort((left, right) => right.total - left.total);
  const [best] = scores;
  // Of a task that another capability does, the better part counts: the candidate is the service as a whole.
  const parts = (best?.parts ?? []).filter(({ kind }) => kind !== 'task');
  const tasks = judged.tasks.flatMap(({ task }): ScorePart[] => {
    const [part] = scores
      .flatMap((score) => score.parts.filter(({ kind, of }) => kind === 'task' && of === task))
      .sort((left, right) => right.points - left.points);
    return part ? [part] : [];
  });
  return {
    entry,
    offerings: offerings.length > 0 ? offerings : all,
    competes: offerings.length > 0,
    score: best?.total ?? 0,
    parts: [...tasks, ...parts],
  };
}

const distinct = <Item>(items: readonly Item[]): readonly Item[] => [...new Set(items)];

const none: Cell = { text: '–', judgement: false, sources: [] };

function row(
  candidates: readonly Scored[],
  head: Pick<Row, 'aspect' | 'of' | 'name'>,
  cellOf: (of: Scored) => Cell,
): Row {
  const cells = candidates.map(cellOf);
  const points = cells.map((cell) => cell.points ?? 0);
  const isScored = cells.some((cell) => cell.points !== undefined);
  const top = Math.max(...points);
  const spread = isScored ? top - Math.min(...points) : 0;
  const differs = spread > 0.05 || distinct(cells.map(({ text }) => text)).length > 1;
  const leaders =
    spread > 0.05
      ? candidates.filter((_, place) => top - (points[place] ?? 0) <= 0.05).map(({ entry }) => entry.id)
      : [];
  return { ...head, cells, differs, spread, leaders };
}

function taskRows(judged: Judged, candidates: readonly Scored[]): Row[] {
  return judged.tasks
    .filter(({ task }) =>
      candidates.some(({ competes, offerings }) => competes && offerings.some(({ offer }) => offer.task === task)),
    )
    .map(({ task }) =>
      row(
        candidates,
        { aspect: 'task', of: task, name: judged.engine.index.tasks.get(task)?.name ?? task },
        ({ parts, offerings }) => {
          const part = parts.find(({ kind, of }) => kind === 'task' && of === task);
          if (!part) return { ...none, text: 'Does not do it', points: 0 };
          const offering = offerings.find(
            ({ entry, offer }) => offer.task === task && entry.id === part.reason.fact?.entry,
          );
          const fact = offering?.entry.facts.find(({ id }) => id === part.reason.fact?.id);
          return {
            text: `${fitWords(part.value)}. ${part.reason.text}`,
            points: part.points,
            value: part.value,
            judgement: part.reason.judgement,
            sources: part.reason.sources,
            ...(fact?.asOf === undefined ? {} : { asOf: fact.asOf }),
          };
        },
      ),
    );
}

function criterionRows({ engine }: Judged, candidates: readonly Scored[]): Row[] {
  return engine.index.catalog.criteria.map(({ id, name }) =>
    row(candidates, { aspect: 'criterion', of: id, name }, ({ entry, parts }) => {
      const part = parts.find(({ kind, of }) => kind === 'criterion' && of === id);
      const scoredId = parts.find(({ kind }) => kind === 'lifecycle')?.of ?? entry.id;
      const rating = ratingOf(engine.index, engine.index.entries.get(scoredId) ?? entry, id);
      return {
        text: rating.judgement,
        value: rating.value,
        judgement: true,
        sources: rating.sources,
        ...(part ? { points: part.points } : {}),
      };
    }),
  );
}

/** Words of a list as one cell, from the offers that count. */
const listed = (entry: Entry, words: readonly string[], empty: string): Cell => ({
  text: words.length === 0 ? empty : words.join(', '),
  judgement: false,
  sources: distinct(entry.facts.flatMap(({ sources }) => sources)).slice(0, 2),
});

/** How many facts of a kind a cell tells. */
const mostFacts = 3;

function factRows({ engine }: Judged, candidates: readonly Scored[]): Row[] {
  const { index } = engine;
  const kindName = (id: string): string => index.dataKinds.get(id)?.name ?? id;
  const offersOf = ({ offerings }: Scored) => offerings.map(({ offer }) => offer);
  const about =
    (kind: 'limit' | 'caution') =>
    ({ entry, offerings }: Scored): Cell => {
      const facts = distinct([entry, ...offerings.map((offering) => offering.entry)])
        .flatMap((each) => each.facts.filter((fact) => fact.kind === kind))
        .slice(0, mostFacts);
      const [first] = facts.flatMap(({ asOf }) => asOf ?? []);
      return {
        text: facts.length === 0 ? 'None known' : facts.map(({ text }) => text).join(' '),
        judgement: false,
        sources: distinct(facts.flatMap(({ sources }) => sources)),
        ...(first === undefined ? {} : { asOf: first }),
      };
    };
  const kinds = (of: Scored, side: typeof acceptedBy): readonly string[] =>
    distinct(
      of.offerings.flatMap(({ offer }) => {
        const task = index.tasks.get(offer.task);
        return task ? side(task, offer).map(kindName) : [];
      }),
    );
  const fact = (aspect: Aspect, name: string, cellOf: (of: Scored) => Cell): Row =>
    row(candidates, { aspect, of: aspect, name }, cellOf);
  return [
    fact('kind', 'What it is', ({ entry }) => listed(entry, [kindWords[entry.kind]], '–')),
    fact('management', 'Who runs it', ({ entry }) => listed(entry, [managementWords[entry.management]], '–')),
    fact('mode', 'How answers come', (of) => {
      const has = new Set(offersOf(of).flatMap((offer) => offer.modes));
      return listed(
        of.entry,
        modes.filter((mode) => has.has(mode)).map((mode) => modeWords[mode]),
        '–',
      );
    }),
    fact('place', 'Where it runs', (of) => {
      const has = new Set(offersOf(of).flatMap((offer) => offer.places));
      return listed(
        of.entry,
        places.filter((place) => has.has(place)).map((place) => placeWords[place]),
        '–',
      );
    }),
    fact('training-data', 'Training data it needs', (of) =>
      listed(of.entry, distinct(offersOf(of).map((offer) => trainingWords[offer.trainingData])), '–'),
    ),
    fact('accepts', 'Starts from', (of) => listed(of.entry, kinds(of, acceptedBy), 'No data')),
    fact('produces', 'Gives', (of) => listed(of.entry, kinds(of, producedBy), '–')),
    fact('frameworks', 'Frameworks', (of) =>
      listed(
        of.entry,
        distinct(offersOf(of).flatMap((offer) => offer.frameworks ?? [])).map(
          (id) => index.entries.get(id)?.name ?? id,
        ),
        'Any, or none needed',
      ),
    ),
    fact('audience', 'Made for', ({ entry }) =>
      listed(entry, [index.groups.get(entry.group)?.layer.audience ?? '–'], '–'),
    ),
    fact('limits', 'Limits', about('limit')),
    fact('cautions', 'Mind', about('caution')),
  ];
}

/** Aspects in the order in which equal rows stand. */
const inOrder = (rows: readonly Row[]): Row[] =>
  rows
    .map((each, place) => ({ each, place }))
    .sort(
      (left, right) =>
        Number(right.each.differs) - Number(left.each.differs) ||
        // Equal but for the noise of floating point is equal.
        Math.round(right.each.spread * 1e6) - Math.round(left.each.spread * 1e6) ||
        left.place - right.place,
    )
    .map(({ each }) => each);

/**
 * Compares entries over the catalogue that the decision was made over. Unknown ids are passed over, aliases are followed,
 * and what was named twice counts once; more than `most` are cut. Fewer than `fewest` give a comparison of what is left.
 */
export function compare(catalog: Catalog, decision: Decision, ids: readonly string[]): Comparison {
  const engine = engineOf(catalog);
  const judged = judge(engine, decision.need);
  const entries = distinct(ids.flatMap((id) => engine.index.entries.get(id) ?? [])).slice(0, most);
  const candidates = entries.map((entry) => scored(judged, entry));
  const lifecycle = row(candidates, { aspect: 'lifecycle', of: 'lifecycle', name: 'Lifecycle' }, ({ entry, parts }) => {
    const part = parts.find(({ kind }) => kind === 'lifecycle');
    return {
      text: lifecycleSentence(engine.index.entries.get(part?.of ?? entry.id) ?? entry),
      judgement: false,
      sources: entry.lifecycle.sources,
      asOf: entry.lifecycle.asOf,
      ...(part ? { points: part.points } : {}),
    };
  });
  const isNamed = candidates.some(({ parts }) => parts.some(({ kind }) => kind === 'named'));
  const named = row(candidates, { aspect: 'named', of: 'named', name: 'Named in the need' }, ({ parts }) => {
    const part = parts.find(({ kind }) => kind === 'named');
    return { text: part && part.value > 0 ? 'Yes' : 'No', judgement: true, sources: [], points: part?.points ?? 0 };
  });
  const rows = inOrder([
    ...taskRows(judged, candidates),
    ...criterionRows(judged, candidates),
    lifecycle,
    ...(isNamed ? [named] : []),
    ...factRows(judged, candidates),
  ]);
  const verdictOf = (id: string) => decision.verdicts.find((verdict) => verdict.id === id);
  return {
    candidates: candidates.map((candidate): Candidate => {
      const { entry, score } = candidate;
      const verdict = verdictOf(entry.id);
      const ruledOut = verdict?.ruledOut?.text;
      return {
        id: entry.id,
        name: entry.name,
        verdict: verdict?.verdict ?? 'not-relevant',
        score,
        ...(ruledOut === undefined ? {} : { ruledOut }),
        closing: choiceSentence(engine.index, candidate, rows, judged.tasks, ruledOut),
      };
    }),
    rows,
    unasked: judged.tasks.length === 0,
  };
}

/** Candidates to start a comparison with: the best open ones for the task that is asked for most. */
export function suggestedCandidates(catalog: Catalog, decision: Decision): readonly string[] {
  const engine = engineOf(catalog);
  const { tasks, sifted, scores } = judge(engine, decision.need);
  const listed = new Set(decision.recommendations.map(({ id }) => id));
  for (const { task } of tasks) {
    const services = (sifted.open.get(task) ?? [])
      .filter(({ offer, service }) => offer.fit >= leastListedFit && listed.has(service.id))
      .toSorted((left, right) => (scores.get(right.entry.id)?.total ?? 0) - (scores.get(left.entry.id)?.total ?? 0))
      .map(({ service }) => service.id);
    const rivals = distinct(services);
    if (rivals.length >= fewest) return rivals.slice(0, most - 1);
  }
  return distinct(decision.recommendations.map(({ id }) => id)).slice(0, most - 1);
}
