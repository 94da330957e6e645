/** What is found out about how firmly an answer stands. Plain data. */
import type { Share } from './sampling.ts';

/** A task that goes from one service to another. Both are ids of entries. */
export interface Handover {
  readonly task: string;
  readonly from: string;
  readonly to: string;
}

/** A stretch of a weight: whether the plan stands there, and if not, what goes over to whom. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly holds: boolean;
  readonly handovers: readonly Handover[];
}

/** An end of the interval: the weight beyond which the plan stands no longer, and who takes over. */
export interface Takeover {
  readonly at: number;
  readonly handovers: readonly Handover[];
}

/** How far the weight of one criterion may move before another service takes over. All weights are 0 to 1. */
export interface CriterionSensitivity {
  readonly criterion: string;
  /** The present weight, and whether the need states it. */
  readonly weight: number;
  readonly stated: boolean;
  /** The interval around the present weight in which the plan stands while all other weights stay. */
  readonly from: number;
  readonly to: number;
  /** What lies beyond each end; absent where the interval reaches 0 or 1. */
  readonly below?: Takeover;
  readonly above?: Takeover;
  /** Points by which the plan leads its closest rival with this weight at 0, as it is, and at 1. Between them it is
   * never smaller than at both. Below nought: the plan's service scores less, within a tie, and does more of the rest.
   * Absent where there is no rival. */
  readonly lead?: { readonly atNought: number; readonly now: number; readonly atOne: number };
  /** All of [0, 1], end to end. */
  readonly stretches: readonly Stretch[];
}

/** Who takes a task over, and in which share of the draws. */
export interface Challenger {
  readonly service: string;
  readonly task: string;
  readonly share: Share;
}

/** The other service that comes nearest, and by how many points it stays behind at present, and at worst whatever the weights. */
export interface Runner {
  readonly service: string;
  readonly task: string;
  readonly behind: number;
  readonly behindAtLeast: number;
}

/** How firmly something stands: the plan as a whole, or one service of it. */
export interface Firmness {
  readonly criteria: readonly CriterionSensitivity[];
  readonly share: Share;
  /** Most frequent first. */
  readonly challengers: readonly Challenger[];
  /** Absent where nothing else that is open does any of it. */
  readonly runner?: Runner;
  /** One plain sentence. */
  readonly sentence: string;
}

/** One service of the plan: it stands while it keeps all of its tasks. */
export interface ServiceSensitivity extends Firmness {
  readonly service: string;
  readonly tasks: readonly string[];
}

/** How firmly a decision stands, found by changing its weights. */
export interface Sensitivity {
  /** The plan as a whole: it stands while all of its tasks stay where they are. */
  readonly whole: Firmness;
  /** In the order in which the data flows. */
  readonly services: readonly ServiceSensitivity[];
  readonly samples: number;
  readonly seed: number;
}
