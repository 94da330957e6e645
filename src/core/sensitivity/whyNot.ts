/**
 * Why an entry is not the answer: the constraint that ruled it out, or what it scored lower on than the one that is
 * recommended for the same task; what to use instead; and the smallest change of the need that would bring it to the top.
 */
import { counted, listed } from '../base/words.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Entry } from '../catalog/entry.ts';
import { lifecycleSentence } from '../decision/constraints.ts';
import { tieInPoints } from '../decision/cover.ts';
import type { Decision, RuledOut, ScorePart } from '../decision/decision.ts';
import { engineOf, type Offering, serviceOf } from '../decision/engine.ts';
import { type Judged, judge } from '../decision/judged.ts';
import { scoreEntry } from '../decision/score.ts';
import { offeringsUnder } from './candidates.ts';
import { type Change, smallestChange } from './smallestChange.ts';

/**
 * - `recommended`: it is the answer, or part of it.
 * - `outscored`: it is open for a task that is asked, and another service does that task in the plan.
 * - `ruled-out`: a constraint or its lifecycle forbids it.
 * - `supporting`: it stands beside the answer, and does none of the asked tasks itself.
 * - `other-tasks`: it does other tasks than those asked.
 * - `no-task`: it does nothing that can be asked for.
 */
export type Standing = 'recommended' | 'outscored' | 'ruled-out' | 'supporting' | 'other-tasks' | 'no-task';

/** One part of two scores side by side, in points. `gap`: how far the entry lies behind (positive) or ahead (negative). */
export interface Gap {
  readonly kind: ScorePart['kind'];
  /** A task's or criterion's id, or the entry's. */
  readonly of: string;
  readonly own: number;
  readonly winner: number;
  readonly gap: number;
  readonly ownPart: ScorePart;
  readonly winnerPart: ScorePart;
}

/** The entry against who does the task in the plan, on that task alone. */
export interface Against {
  readonly task: string;
  /** The entry, or its capability, that competes. */
  readonly entry: string;
  /** The entry that does the task in the plan, and the service that it is recommended through. */
  readonly winner: string;
  readonly winnerService: string;
  readonly points: number;
  readonly winnerPoints: number;
  /** All parts, the largest deficit first. */
  readonly gaps: readonly Gap[];
  /** It scores no less, or within a tie: the other is taken because it does more of what is asked. */
  readonly lostByCover: boolean;
}

/** Why an entry is not the answer, and what would make it one. */
export interface WhyNot {
  readonly entry: string;
  readonly standing: Standing;
  /** The answer in one or two sentences. */
  readonly text: string;
  readonly ruledOut?: RuledOut;
  readonly against?: Against;
  /** Id of what to use instead. */
  readonly alternative?: string;
  readonly change?: Change;
  /** Where there is no change: why nothing that was tried brings it to the top. */
  readonly nothing?: string;
}

/** An entry's way to do a task, and its score on that task alone. */
interface Alone {
  readonly offering: Offering;
  readonly points: number;
  readonly parts: readonly ScorePart[];
}

function alone(judged: Judged, offering: Offering): Alone {
  const task = { task: offering.offer.task, weight: 1, triggers: [] };
  const { total, parts } = scoreEntry(judged.engine, offering.entry, judged.need, [task], [offering]);
  return { offering, points: total, parts };
}

/** Parts of two scores that speak of the same: the only task, the same criterion, lifecycle, having been named. */
function gapsOf(own: Alone, winner: Alone): Gap[] {
  return own.parts
    .flatMap((part): Gap[] => {
      const other = winner.parts.find(({ kind, of }) => kind === part.kind && (kind !== 'criterion' || of === part.of));
      if (!other) return [];
      const common = { kind: part.kind, of: part.of, ownPart: part, winnerPart: other };
      return [{ ...common, own: part.points, winner: other.points, gap: other.points - part.points }];
    })
    .sort((left, right) => right.gap - left.gap);
}

/** The asked tasks for which the entry, or what is part of it, competes. */
export function competing(judged: Judged, entry: Entry): string[] {
  const asked = new Set(judged.tasks.map(({ task }) => task));
  const own = new Set(offeringsUnder(judged.engine, entry).map(({ offer }) => offer.task));
  return [...own].filter((task) => asked.has(task));
}

/** The asked task on which the entry comes nearest to who does it in the plan. */
export function againstWinner(judged: Judged, entry: Entry): Against | undefined {
  const mine = offeringsUnder(judged.engine, entry);
  const matches = judged.ordered.flatMap(({ task, offering }): Against[] => {
    const open = new Set(judged.sifted.open.get(task.id) ?? []);
    const [own] = mine
      .filter((each) => each.offer.task === task.id && open.has(each))
      .map((each) => alone(judged, each))
      .sort((left, right) => right.points - left.points);
    if (!own) return [];
    const winner = alone(judged, offering);
    return [
      {
        task: task.id,
        entry: own.offering.entry.id,
        winner: offering.entry.id,
        winnerService: offering.service.id,
        points: own.points,
        winnerPoints: winner.points,
        gaps: gapsOf(own, winner),
        lostByCover: own.points >= winner.points - tieInPoints && own.points > winner.points,
      },
    ];
  });
  return matches.sort((left, right) => left.winnerPoints - left.points - (right.winnerPoints - right.points))[0];
}

const points = (count: number): string => {
  const rounded = Math.round(count * 10) / 10;
  return rounded < 0.1 ? 'less than a tenth of a point' : counted(rounded, 'point');
};

/** The largest deficits that together say most of it. */
const mostGaps = 2;

function outscoredText(judged: Judged, entry: Entry, against: Against): string {
  const { index } = judged.engine;
  const winner = index.entries.get(against.winnerService)?.name ?? against.winnerService;
  const task = index.tasks.get(against.task)?.name ?? against.task;
  if (against.lostByCover)
    return `It would do “${task}” as well, but ${winner} scores within ${tieInPoints} points and does more of what you ask, so that fewer services are needed.`;
  const nameOf = ({ kind, of }: Gap): string => {
    if (kind === 'task') return `how squarely it does “${index.tasks.get(of)?.name ?? of}”`;
    if (kind === 'criterion') return index.criteria.get(of)?.name ?? of;
    return kind === 'lifecycle' ? 'its lifecycle' : 'what you named';
  };
  const behind = against.gaps.filter(({ gap }) => gap > 0.05).slice(0, mostGaps);
  const where = behind.map((gap) => `${nameOf(gap)} (${points(gap.gap)})`);
  const lead = against.winnerPoints - against.points;
  return lead < 0.05
    ? `${entry.name} and ${winner} score the same for “${task}”.`
    : `${winner} does “${task}” ${points(lead)} better: it leads most on ${listed(where)}.`;
}

function standingOf(decision: Decision, judged: Judged, entry: Entry, against: Against | undefined): Standing {
  const verdict = decision.verdicts.find(({ id }) => id === entry.id);
  // A guess recommends nothing, and what it plans is the answer all the same.
  const planned = judged.ordered.some(({ offering }) => offering.entry === entry || offering.service === entry);
  if (verdict?.verdict === 'recommended' || planned) return 'recommended';
  if (against) return 'outscored';
  if (verdict?.verdict === 'ruled-out' || verdict?.ruledOut) return 'ruled-out';
  if (verdict?.verdict === 'supporting') return 'supporting';
  return offeringsUnder(judged.engine, entry).length === 0 ? 'no-task' : 'other-tasks';
}

const taskNames = (judged: Judged, tasks: readonly string[]): string =>
  listed(tasks.map((task) => `“${judged.engine.index.tasks.get(task)?.name ?? task}”`));

/** What it does at most, for a sentence. */
const mostTasksNamed = 3;

function textOf(
  judged: Judged,
  entry: Entry,
  standing: Standing,
  against: Against | undefined,
  out?: RuledOut,
): string {
  const own = [...new Set(offeringsUnder(judged.engine, entry).map(({ offer }) => offer.task))];
  const does = `${taskNames(judged, own.slice(0, mostTasksNamed))}${own.length > mostTasksNamed ? ' and more' : ''}`;
  switch (standing) {
    case 'recommended':
      return `${entry.name} is part of the answer.`;
    case 'outscored':
      return against ? outscoredText(judged, entry, against) : '';
    case 'ruled-out':
      return out?.text ?? `${entry.name} is ruled out.`;
    case 'supporting':
      return own.length === 0
        ? `${entry.name} stands beside the answer; it does none of the tasks by itself.`
        : `${entry.name} stands beside the answer. By itself it does ${does}, which you did not ask for.`;
    case 'other-tasks':
      return `None of what you ask is its task: it does ${does}.`;
    case 'no-task':
      return `${entry.name} does no task that can be asked for by itself; others use it or are made with it.`;
  }
}

/** Why nothing brings it to the top. */
function nothingText(judged: Judged, entry: Entry, standing: Standing, against: Against | undefined): string {
  const gone = [entry, serviceOf(judged.engine.index, entry)].find(({ lifecycle }) => lifecycle.status === 'retired');
  if (gone) return `Nothing brings it back: ${gone.name} is gone for everyone. ${lifecycleSentence(gone)}`;
  if (standing === 'no-task' || offeringsUnder(judged.engine, entry).length === 0)
    return 'Nothing makes it the answer: it does no task of its own.';
  if (against) {
    const [task] = against.gaps.filter(({ kind }) => kind === 'task');
    const name = judged.engine.index.tasks.get(against.task)?.name ?? against.task;
    return `No one or two changes of this need bring it to the top for “${name}”${task ? `: its fit is ${task.ownPart.value.toFixed(2)} of 1, against ${task.winnerPart.value.toFixed(2)}` : ''}.`;
  }
  return 'No one or two changes of this need bring it to the top.';
}

/** An entry of the catalogue that is related as an alternative and is open, else who does most of the plan. */
function alternativeOf(judged: Judged, entry: Entry, against: Against | undefined, out?: RuledOut): string | undefined {
  if (against) return against.winnerService;
  if (out?.alternative !== undefined) return out.alternative;
  const planned = new Set(judged.ordered.map(({ offering }) => offering.service.id));
  const { relationsFrom, relationsTo } = judged.engine.index;
  const related = [
    ...(relationsFrom.get(entry.id) ?? []).map(({ type, to }) => ({ type, other: to })),
    ...(relationsTo.get(entry.id) ?? []).map(({ type, from }) => ({ type, other: from })),
  ];
  return related.find(({ type, other }) => type === 'alternative-to' && planned.has(other))?.other;
}

/**
 * Why not this entry, over the catalogue that the decision was made over. Undefined where the catalogue has no such entry.
 * Some 1 to 30 ms: ask when it is shown.
 */
export function whyNot(catalog: Catalog, decision: Decision, entryId: string): WhyNot | undefined {
  const engine = engineOf(catalog);
  const entry = engine.index.entries.get(entryId);
  if (!entry) return undefined;
  const judged = judge(engine, decision.need);
  const against = againstWinner(judged, entry);
  const standing = standingOf(decision, judged, entry, against);
  const out = decision.verdicts.find(({ id }) => id === entry.id)?.ruledOut;
  const shown = standing === 'outscored' ? against : undefined;
  const base = { entry: entry.id, standing, text: textOf(judged, entry, standing, shown, out) };
  if (standing === 'recommended') return base;
  const retired = [entry, serviceOf(engine.index, entry)].some(({ lifecycle }) => lifecycle.status === 'retired');
  const hopeless = retired || offeringsUnder(engine, entry).length === 0;
  const change = hopeless ? undefined : smallestChange(catalog, decision.need, entry, competing(judged, entry));
  const alternative = alternativeOf(judged, entry, shown, out);
  return {
    ...base,
    ...(out && standing === 'ruled-out' ? { ruledOut: out } : {}),
    ...(shown ? { against: shown } : {}),
    ...(alternative === undefined ? {} : { alternative }),
    ...(change ? { change } : { nothing: nothingText(judged, entry, standing, shown) }),
  };
}
