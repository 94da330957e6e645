/** What a review of an old decision finds. Plain data: the window and the command line show the same object. */
import type { Lifecycle } from '../catalog/entry.ts';
import type { Decision, Exclusion, Recommendation } from '../decision/decision.ts';
import type { Need } from '../decision/need.ts';
import type { DecidedLifecycle, DecidedPart } from './decisionFile.ts';
import type { Renamed, UnknownPart } from './needOfToday.ts';

/** An entry by the name it goes by now, or went by then. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Where an entry stood in a ranking. */
export interface Standing {
  readonly rank: number;
  readonly score: number;
  readonly verdict: Recommendation['verdict'];
}

/** A part of a score that differs: points then and now. */
export interface PartChange {
  /** What the part is of, as a person calls it. */
  readonly name: string;
  readonly kind: DecidedPart['kind'];
  readonly before: number;
  readonly after: number;
}

/** One line of either ranking. */
export interface RankingMove extends Named {
  readonly change: 'up' | 'down' | 'stays' | 'joins' | 'leaves';
  readonly before?: Standing;
  readonly after?: Standing;
  /** Why it joined or left, as a sentence. */
  readonly why?: string;
  /** What moved its score by half a point or more, most first; empty where it is on one side only. */
  readonly parts: readonly PartChange[];
}

/** Ruled out now, and not then. */
export interface NewlyExcluded extends Named {
  readonly reason: string;
  readonly constraint: Exclusion['constraint'];
  readonly successor?: Named;
}

/** A change of how it stands with an entry that the old decision named. */
export interface LifecycleChange extends Named {
  /** Whether the old decision chose it, or chose a service through it. */
  readonly chosen: boolean;
  readonly before: LifecycleThen;
  /** Absent: the catalogue knows it no longer. */
  readonly after?: Lifecycle;
  /** What to use instead now, best first. */
  readonly successors: readonly Named[];
  readonly worse: boolean;
}

export type LifecycleThen = Omit<DecidedLifecycle, 'note'>;

/** An old decision against the catalogue of today: what would be chosen now, and what has changed since. */
export interface DecisionReview {
  /** `same`: nothing changed. `same-choice`: the choice stands, other things changed. `new-choice`: it would be another one. */
  readonly outcome: 'same' | 'same-choice' | 'new-choice';
  /** All of it in a sentence or two. */
  readonly sentence: string;
  /** Days of the two catalogues, and what was chosen over each, in the order in which data flows. */
  readonly before: { readonly asOf: string; readonly chosen: readonly Named[] };
  readonly after: { readonly asOf: string; readonly chosen: readonly Named[] };
  /** The new ranking first, then what left it. */
  readonly moves: readonly RankingMove[];
  readonly newlyRecommended: readonly Named[];
  readonly newlyExcluded: readonly NewlyExcluded[];
  /** Ruled out then, and not now. */
  readonly readmitted: readonly Named[];
  /** What was chosen first, then by name. */
  readonly lifecycle: readonly LifecycleChange[];
  /** Tasks, data kinds, criteria and entries of the old need that the catalogue no longer knows: they were left out. */
  readonly unknown: readonly UnknownPart[];
  readonly renamed: readonly Renamed[];
  /** The old need in the ids of this catalogue. */
  readonly need: Need;
  readonly decision: Decision;
}
