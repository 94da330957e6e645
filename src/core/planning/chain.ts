/** A way to build what is needed: plain data, the same for the window, the command line and the exports. */
import type { Flow } from '../decision/decision.ts';
import type { Need } from '../decision/need.ts';

/** A service of the chain, what it does there, and through which of its capabilities. */
export interface ChainStage {
  readonly entry: string;
  readonly tasks: readonly string[];
  readonly via: readonly string[];
}

/** What chains are compared by. */
export interface ChainMeasures {
  /** Services that do what is asked, and what was put in between. */
  readonly parts: number;
  /** What stands beside them: stores, registries, hosts. */
  readonly supporting: number;
  /** Mean score of what does the asked tasks, 0 to 100, by the weight of the tasks. */
  readonly score: number;
  /** Share of the parts that are open to all customers and not on their way out, 0 to 1. */
  readonly lifecycle: number;
  /** By criterion: the mean rating of the parts, 0 to 1. Effort, control and the shape of cost are criteria of the catalogue. */
  readonly ratings: Readonly<Record<string, number>>;
}

/** One way from what is at hand to what is wanted. */
export interface Chain {
  /** Stable: which entry does which task. */
  readonly id: string;
  /** The need with the choices that give this chain: `decide(catalog, chain.need)` gives its architecture. */
  readonly need: Need;
  /** In the order in which data flows. */
  readonly stages: readonly ChainStage[];
  /** What stands beside the stages: ids of entries. */
  readonly supporting: readonly string[];
  readonly flows: readonly Flow[];
  /** Stages and what stands beside them. */
  readonly parts: number;
  readonly measures: ChainMeasures;
  /** Sentences against the first chain, the balance first; empty for the first one. */
  readonly tradeOff: readonly string[];
  /** What to mind: what was put in, what is on its way out, what was assumed. */
  readonly caveats: readonly string[];
}
