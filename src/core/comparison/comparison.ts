/** What a comparison says. Plain data, but for `Scored`, which it is made from. */
import type { Entry } from '../catalog/entry.ts';
import type { ScorePart, Verdict } from '../decision/decision.ts';
import type { Offering } from '../decision/engine.ts';

/** What a row speaks of: the first four are scored by the need, the others are facts. */
export type Aspect =
  | 'task'
  | 'criterion'
  | 'lifecycle'
  | 'named'
  | 'kind'
  | 'management'
  | 'mode'
  | 'place'
  | 'training-data'
  | 'accepts'
  | 'produces'
  | 'frameworks'
  | 'audience'
  | 'limits'
  | 'cautions';

/** What is true of one candidate in one aspect. */
export interface Cell {
  readonly text: string;
  /** Points of the score; absent for what is not scored. */
  readonly points?: number;
  /** 0 to 1: the fit or the rating. */
  readonly value?: number;
  /** Our opinion, and not a sourced fact. */
  readonly judgement: boolean;
  /** Ids of sources of the catalogue. */
  readonly sources: readonly string[];
  /** The day as of which it holds. */
  readonly asOf?: string;
}

/** One aspect of all candidates side by side. */
export interface Row {
  readonly aspect: Aspect;
  /** A task's or criterion's id; for others the aspect. */
  readonly of: string;
  readonly name: string;
  /** In the order of the candidates. */
  readonly cells: readonly Cell[];
  readonly differs: boolean;
  /** Points between the best and the worst: how much the row matters here. 0 for what is not scored. */
  readonly spread: number;
  /** Ids of the candidates that lead; empty where it is not scored or all are alike. */
  readonly leaders: readonly string[];
}

/** An entry that is compared, and how it stands in this need. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly verdict: Verdict;
  /** What it scores, or for what is ruled out would score; 0 where it does nothing that is asked. */
  readonly score: number;
  /** What rules it out. */
  readonly ruledOut?: string;
  /** "Choose X where …", the case for it. */
  readonly closing: string;
}

/** A few entries side by side, under one need. */
export interface Comparison {
  readonly candidates: readonly Candidate[];
  readonly rows: readonly Row[];
  /** The need in which they were compared asks for nothing: only facts are compared, no points. */
  readonly unasked: boolean;
}

/** A candidate with its score as it is, or would be if nothing ruled it out. */
export interface Scored {
  readonly entry: Entry;
  /** Ways to do what is asked; where nothing asked is done, all that it offers. */
  readonly offerings: readonly Offering[];
  readonly competes: boolean;
  readonly score: number;
  readonly parts: readonly ScorePart[];
}
