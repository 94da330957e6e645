/** What `decide` answers. Plain data: the window, the command line and the exports show the same object. */
import type { LifecycleStatus } from '../catalog/entry.ts';
import type { ConstraintName, Need } from './need.ts';

/** How an entry stands in a need. `supporting`: asked for by none, needed beside what is recommended. */
export type Verdict = 'recommended' | 'suitable' | 'supporting' | 'ruled-out' | 'not-relevant';

/** Why, in one sentence, and what it rests on. `judgement` marks what is our opinion and not a sourced fact. */
export interface Reason {
  readonly text: string;
  /** The fact of the catalogue: its entry and its id there. Absent for a judgement, and for what a lifecycle says. */
  readonly fact?: { readonly entry: string; readonly id: string };
  /** Ids of sources of the catalogue. */
  readonly sources: readonly string[];
  readonly judgement: boolean;
  readonly task?: string;
  readonly criterion?: string;
}

/** One part of a score: `weight` of `total weights`, times `value`, gives `points`; the points add up to the score. */
export interface ScorePart {
  /** A task id (how well it does what is asked), a criterion id (how it meets a preference) or the entry's id. */
  readonly of: string;
  readonly kind: 'task' | 'criterion' | 'lifecycle' | 'named';
  readonly weight: number;
  readonly value: number;
  readonly points: number;
  readonly reason: Reason;
}

/** Which constraint ruled an entry out, and the smallest change of the need that would bring it back. */
export interface RuledOut {
  readonly constraint: ConstraintName | 'lifecycle';
  readonly text: string;
  readonly change: string;
  readonly alternative?: string;
}

/** The verdict on one entry of the catalogue. */
export interface EntryVerdict {
  readonly id: string;
  readonly verdict: Verdict;
  /** 0 to 100; 0 where the entry does none of the tasks. */
  readonly score: number;
  readonly parts: readonly ScorePart[];
  readonly reasons: readonly Reason[];
  readonly caveats: readonly Reason[];
  readonly ruledOut?: RuledOut;
}

/** One line of the ranked list. Capabilities are listed under the service that they are part of, in `via`. */
export interface Recommendation {
  readonly id: string;
  readonly rank: number;
  readonly score: number;
  readonly verdict: 'recommended' | 'suitable';
  readonly tasks: readonly string[];
  readonly via: readonly string[];
  readonly reasons: readonly Reason[];
  readonly caveats: readonly Reason[];
}

/** A stage of the pipeline: the entry, the tasks that it does there, and whether it is asked for or supports. */
export interface Stage {
  readonly id: string;
  readonly tasks: readonly string[];
  readonly role: 'stage' | 'supporting';
}

/** Data of a kind flowing from one part of the architecture to the next. `input` and `output` are the two ends. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly data: string;
  readonly label: string;
}

/** What is built: stages that do the work, and the data that flows between them. */
export interface Architecture {
  readonly stages: readonly Stage[];
  readonly flows: readonly Flow[];
}

/** Asked for, or near it, and not offered: closed, or ruled out by a constraint. */
export interface Exclusion {
  readonly id: string;
  readonly reason: string;
  readonly constraint: ConstraintName | 'lifecycle';
  readonly status: LifecycleStatus;
  readonly successor?: string;
  readonly change?: string;
}

/** All that is decided about a need: a pure function of the need and the catalogue, the same every time. */
export interface Decision {
  readonly catalogAsOf: string;
  readonly need: Need;
  /** One for every entry of the catalogue, in the catalogue's order. */
  readonly verdicts: readonly EntryVerdict[];
  readonly recommendations: readonly Recommendation[];
  /** Ids in the order in which data flows; empty where one service does it all. */
  readonly pipeline: readonly string[];
  readonly architecture: Architecture;
  readonly excluded: readonly Exclusion[];
  /** What was taken for granted, as sentences. */
  readonly assumptions: readonly string[];
}

/** Ids of the capabilities through which the recommended services do what is asked. */
export const partsAtWork = ({ recommendations }: Decision): readonly string[] =>
  recommendations.flatMap(({ verdict, via }) => (verdict === 'recommended' ? via : []));
