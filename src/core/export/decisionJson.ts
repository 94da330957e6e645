/**
 * A decision as the stable JSON of the command line (design.md, "Command line"). Keys are added, never renamed or
 * dropped; what is absent is `null` or an empty list, so that a script need not ask whether a key is there.
 */
import type { Catalog } from '../catalog/catalog.ts';
import type { LifecycleStatus } from '../catalog/entry.ts';
import { indexCatalog } from '../catalog/lookup.ts';
import type { Architecture, Decision, Exclusion, Reason } from '../decision/decision.ts';
import type { Constraints } from '../decision/need.ts';
import { type OpenQuestion, openQuestions } from '../decision/openQuestions.ts';

export interface SourceJson {
  readonly id: string;
  readonly title: string | null;
  readonly url: string | null;
}

export interface ReasonJson {
  readonly text: string;
  /** Whether it is our opinion, and not a sourced fact. */
  readonly judgement: boolean;
  readonly sources: readonly SourceJson[];
  /** The task or the criterion that it speaks of. */
  readonly about: string | null;
}

export interface NeededTaskJson {
  readonly task: string;
  readonly name: string;
  readonly weight: number;
  /** The words of the text that gave it, in the order of the text; empty where it was asked for by id. */
  readonly words: readonly string[];
}

export interface RecommendationJson {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
  readonly score: number;
  readonly verdict: 'recommended' | 'suitable';
  readonly status: LifecycleStatus;
  readonly tasks: readonly string[];
  /** Capabilities of the service through which it does the tasks. */
  readonly via: readonly string[];
  readonly reasons: readonly ReasonJson[];
  readonly caveats: readonly ReasonJson[];
}

export interface ExclusionJson {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly constraint: Exclusion['constraint'];
  readonly status: LifecycleStatus;
  readonly successor: string | null;
  /** The smallest change of the need that would bring it back. */
  readonly change: string | null;
}

export interface DecisionJson {
  readonly text: string | null;
  readonly needs: readonly NeededTaskJson[];
  readonly constraints: Constraints;
  readonly recommendations: readonly RecommendationJson[];
  /** Ids in the order in which data flows; empty where one service does it all. */
  readonly pipeline: readonly string[];
  readonly excluded: readonly ExclusionJson[];
  readonly architecture: Architecture;
  readonly assumptions: readonly string[];
  /** What was left open, what was assumed, and the answers that would change the decision. */
  readonly openQuestions: readonly OpenQuestion[];
  readonly catalogAsOf: string;
}

/** Maps a decision that was made over `catalog`. */
export const decisionJson = (catalog: Catalog, decision: Decision): DecisionJson => {
  const index = indexCatalog(catalog);
  const entryName = (id: string): string => index.entries.get(id)?.name ?? id;

  const sourceJson = (id: string): SourceJson => {
    const source = index.sources.get(id);
    return { id, title: source?.title ?? null, url: source?.url ?? null };
  };
  const reasonJson = (reason: Reason): ReasonJson => ({
    text: reason.text,
    judgement: reason.judgement,
    sources: reason.sources.map(sourceJson),
    about: reason.task ?? reason.criterion ?? null,
  });

  return {
    text: decision.need.text ?? null,
    needs: decision.need.tasks.map(({ task, weight, triggers }) => ({
      task,
      name: index.tasks.get(task)?.name ?? task,
      weight,
      words: triggers.map(({ words }) => words),
    })),
    constraints: decision.need.constraints,
    recommendations: decision.recommendations.map((recommendation) => ({
      id: recommendation.id,
      name: entryName(recommendation.id),
      rank: recommendation.rank,
      score: recommendation.score,
      verdict: recommendation.verdict,
      status: index.entries.get(recommendation.id)?.lifecycle.status ?? 'active',
      tasks: recommendation.tasks,
      via: recommendation.via,
      reasons: recommendation.reasons.map(reasonJson),
      caveats: recommendation.caveats.map(reasonJson),
    })),
    pipeline: decision.pipeline,
    excluded: decision.excluded.map(({ id, reason, constraint, status, successor, change }) => ({
      id,
      name: entryName(id),
      reason,
      constraint,
      status,
      successor: successor ?? null,
      change: change ?? null,
    })),
    architecture: decision.architecture,
    assumptions: decision.assumptions,
    openQuestions: openQuestions(catalog, decision),
    catalogAsOf: decision.catalogAsOf,
  };
};
