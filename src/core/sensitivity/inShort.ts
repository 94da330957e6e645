/**
 * A decision in ten seconds: why the first leads, who lost and by what, and the smallest change that would turn it. Said of
 * this need: fits, points and weights, and nothing that would be said of the service anyway.
 */
import { counted, listed } from '../base/words.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { LifecycleStatus } from '../catalog/entry.ts';
import type { CatalogIndex } from '../catalog/lookup.ts';
import type { Decision, Exclusion, ScorePart } from '../decision/decision.ts';
import { engineOf } from '../decision/engine.ts';
import { type Judged, judge } from '../decision/judged.ts';
import { type Change, smallestEdit } from './smallestChange.ts';
import { type Against, againstWinner, competing } from './whyNot.ts';

/** An entry that is not the answer, and by what it lost. Reads on from its name: "is 26 points behind, mostly in fit". */
export interface Loser {
  readonly entry: string;
  readonly text: string;
}

/** What is said of a decision at once; what would turn it is looked for apart (`Turn`). */
export interface InShort {
  /** The service that is ranked first. */
  readonly leader: string;
  /** Reads on from the leader's name: "fits “Translate” at 0.95 of 1, ahead on Control" */
  readonly why: string;
  /** The nearest rival; absent where nothing else that is open does any of it. */
  readonly rival?: Loser;
  /** The first of what is ruled out. */
  readonly out?: Loser;
}

/** The smallest change of the need that was found to bring another entry into the answer. */
export interface Turn {
  readonly entry: string;
  readonly change: Change;
}

/** A preference that is weighed above this was asked for, and a rating from this on meets it. */
const evenWeight = 0.5;
const meetingValue = 0.6;
/** A lead of fewer points is none worth a word. */
const leastLead = 0.3;
/** Letters of a task that is named, and of a reason that names two preferences. */
const longestTask = 24;
const longestWhy = 64;
/** Rivals, and entries that are ruled out, whose smallest change is looked for. */
const rivalsTried = 3;
const excludedTried = 2;

/** A service of the list that is not planned, against who does what it would do best. */
interface Rivalry extends Against {
  readonly id: string;
}

/** For each open rival of the answer, how it stands against who does the task; the leader's rivals first, then the nearest. */
function rivalsOf(judged: Judged, decision: Decision, leader: string): Rivalry[] {
  const planned = new Set(judged.ordered.map(({ offering }) => offering.service.id));
  const lead = ({ winnerPoints, points }: Against): number => winnerPoints - points;
  return decision.recommendations
    .filter(({ id }) => !planned.has(id))
    .flatMap(({ id }): Rivalry[] => {
      const entry = judged.engine.index.entries.get(id);
      const against = entry && againstWinner(judged, entry);
      return against ? [{ id, ...against }] : [];
    })
    .sort(
      (left, right) =>
        Number(right.winnerService === leader) - Number(left.winnerService === leader) || lead(left) - lead(right),
    );
}

/** The fit for what the leader does, and what speaks for it besides: the stated preferences that it meets, else what it is ahead on. */
function whyOf(judged: Judged, leader: string, rival: Against | undefined): string {
  const { index } = judged.engine;
  const own = judged.ordered.filter(({ offering }) => offering.service.id === leader);
  const [main] = own;
  const partsOf = ({ offering }: (typeof own)[number]): readonly ScorePart[] =>
    judged.scores.get(offering.entry.id)?.parts ?? [];
  const fits = own.flatMap((planned) =>
    partsOf(planned).flatMap(({ kind, of, value }) => (kind === 'task' && of === planned.task.id ? value : [])),
  );
  const least = Math.round(Math.min(...fits) * 100) / 100;
  const asked = judged.ordered.length;
  const fitting =
    own.length === 1
      ? `fits ${main && main.task.name.length <= longestTask ? `“${main.task.name}”` : 'its task'} ${least === 1 ? 'in full' : `at ${least} of 1`}`
      : `does ${own.length === asked ? `all ${asked}` : `${own.length} of the ${asked}`} tasks, ${least === 1 ? 'each in full' : `with a fit of ${least} of 1 at least`}`;
  const named = (parts: readonly { readonly of: string }[]): string => {
    const [first, second] = parts.map(({ of }) => index.criteria.get(of)?.name ?? of);
    if (first === undefined) return '';
    return second === undefined || `${fitting}${first}${second}`.length > longestWhy ? first : listed([first, second]);
  };
  const met = named(
    (main ? partsOf(main) : [])
      .filter(({ kind, of }) => kind === 'criterion' && (judged.need.preferences[of] ?? 0) > evenWeight)
      .filter(({ value }) => value >= meetingValue)
      .toSorted((left, right) => right.points - left.points),
  );
  if (met !== '') return `${fitting} and meets your wish for ${met}`;
  const ahead = named(
    (rival?.winnerService === leader ? rival.gaps : []).filter(
      ({ kind, gap }) => kind === 'criterion' && gap >= leastLead,
    ),
  );
  if (ahead !== '') return `${fitting}, ahead on ${ahead}`;
  return rival ? fitting : `${fitting}; nothing else that is open does it`;
}

/** How far the rival lies behind, and what most of it is. */
function rivalText(index: CatalogIndex, against: Against, leader: string): string {
  const winner = index.entries.get(against.winnerService);
  const winnerName = winner?.shortName ?? winner?.name ?? against.winnerService;
  const whose = against.winnerService === leader ? '' : ` ${winnerName}`;
  if (against.lostByCover) return `fits as well; ${winnerName} does more of what you ask`;
  const lead = against.winnerPoints - against.points;
  const [most] = against.gaps;
  if (!most || lead < 0.05) return `scores the same as ${winnerName}`;
  const where =
    most.kind === 'criterion'
      ? `in ${index.criteria.get(most.of)?.name ?? most.of}`
      : {
          task: 'in fit',
          lifecycle: 'for its lifecycle',
          named: 'for what you named',
        }[most.kind];
  const points = Math.round(lead);
  return `is ${points < 1 ? 'less than a point' : counted(points, 'point')} behind${whose}, mostly ${where}`;
}

const endings: Readonly<Record<LifecycleStatus, string>> = {
  active: 'is ruled out',
  'closed-to-new': 'is closed to new customers',
  ending: 'is ending',
  retired: 'is retired',
  legacy: 'is superseded',
};

function outText(index: CatalogIndex, { id, constraint, status, reason }: Exclusion): string {
  const entry = index.entries.get(id);
  const parent = entry?.partOf === undefined ? undefined : index.entries.get(entry.partOf);
  if (constraint === 'lifecycle') return endings[status === 'active' ? (parent?.lifecycle.status ?? status) : status];
  const name = entry?.name ?? '';
  // The reason starts with the name, which stands before this already.
  const said = reason.startsWith(`${name} `) ? reason.slice(name.length + 1) : `is out: ${reason}`;
  return said.replace(/\.$/, '');
}

/** The decision in short, over the catalogue that it was made over. Undefined where nothing is ranked. Under a millisecond. */
export function inShort(catalog: Catalog, decision: Decision): InShort | undefined {
  const [first] = decision.recommendations;
  if (!first) return undefined;
  const engine = engineOf(catalog);
  const judged = judge(engine, decision.need);
  const [rival] = rivalsOf(judged, decision, first.id);
  const [out] = decision.excluded;
  return {
    leader: first.id,
    why: whyOf(judged, first.id, rival),
    ...(rival ? { rival: { entry: rival.id, text: rivalText(engine.index, rival, first.id) } } : {}),
    ...(out ? { out: { entry: out.id, text: outText(engine.index, out) } } : {}),
  };
}

/** Entries that a small change may bring into the answer: the nearest rivals, and what is ruled out and not gone. */
function turnable(judged: Judged, decision: Decision): string[] {
  const [first] = decision.recommendations;
  if (!first) return [];
  const rivals = rivalsOf(judged, decision, first.id).map(({ id }) => id);
  const planned = new Set(judged.ordered.flatMap(({ offering: { entry, service } }) => [entry.id, service.id]));
  const excluded = decision.excluded
    .filter(({ id, status }) => status !== 'retired' && !planned.has(id))
    .map(({ id }) => id);
  return [...rivals.slice(0, rivalsTried), ...excluded.slice(0, excludedTried)];
}

/**
 * Looks for what would turn the decision, one candidate a step, so that a window may breathe between the steps (some 1 to 10 ms
 * each). The engine verified what it returns: under the changed need the entry is part of the answer. Undefined: no single
 * change brings any of the nearest in.
 */
export function* searchTurn(catalog: Catalog, decision: Decision): Generator<undefined, Turn | undefined> {
  const engine = engineOf(catalog);
  const judged = judge(engine, decision.need);
  let least: Turn | undefined;
  for (const id of turnable(judged, decision)) {
    const entry = engine.index.entries.get(id);
    const change = entry && smallestEdit(catalog, decision.need, entry, competing(judged, entry));
    if (entry && change && (least === undefined || change.cost < least.change.cost)) least = { entry: id, change };
    yield undefined;
  }
  return least;
}
