/**
 * A decision as the stable JSON of the command line (design.md, "Command line"). Keys are added, never renamed or
 * dropped; what is absent is `null` or an empty list, so that a script need not ask whether a key is there.
 */
import type { Catalog } from '../catalog/catalog.ts';
import type { Lifecycle, LifecycleStatus } from '../catalog/entry.ts';
import { indexCatalog } from '../catalog/lookup.ts';
import type { Architecture, Decision, Exclusion, Reason, ScorePart } from '../decision/decision.ts';
import { type Constraints, type Need, restsOnGuess } from '../decision/need.ts';
import { decisionFormat, decisionVersion } from '../review/decisionFile.ts';
import { scoreParts } from '../review/scoreParts.ts';

/** Where a reason comes from; null where the catalogue does not know it. */
export interface SourceJson {
  readonly id: string;
  readonly title: string | null;
  readonly url: string | null;
}

/** A sentence that speaks for or against a service, and what it rests on. */
export interface ReasonJson {
  readonly text: string;
  /** Whether it is our opinion, and not a sourced fact. */
  readonly judgement: boolean;
  readonly sources: readonly SourceJson[];
  /** The task or the criterion that it speaks of. */
  readonly about: string | null;
}

/** How it stands with an entry: since or from when, as of which day that is known, what to use instead, and who says so. */
export interface LifecycleJson {
  readonly status: LifecycleStatus;
  readonly date: string | null;
  readonly asOf: string;
  readonly note: string | null;
  readonly successors: readonly { readonly id: string; readonly name: string }[];
  readonly sources: readonly SourceJson[];
}

/** A capability through which a service does what is asked. */
export interface CapabilityJson {
  readonly id: string;
  readonly name: string;
  readonly lifecycle: LifecycleJson;
}

/** A part of a score: `weight` times `value` gives `points`, and the points add up to the score. */
export interface ScorePartJson {
  readonly of: string;
  readonly kind: ScorePart['kind'];
  readonly weight: number;
  readonly value: number;
  readonly points: number;
}

/** The record that was written of a decision. */
export interface RecordOfDecision {
  /** Its name beside the JSON; `null` where it was not written into a file. */
  readonly file: string | null;
  readonly title: string;
  readonly date: string;
}

/** A task that was asked for, and the words it was read from. */
export interface NeededTaskJson {
  readonly task: string;
  readonly name: string;
  readonly weight: number;
  /** Weak words alone speak for it. */
  readonly guess: boolean;
  /** The words of the text that gave it, in the order of the text; empty where it was asked for by id. */
  readonly words: readonly string[];
}

/** A service that does some of what is needed, the best first. */
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
  readonly lifecycle: LifecycleJson;
  /** Those of `via`, each with its own lifecycle. */
  readonly capabilities: readonly CapabilityJson[];
  readonly parts: readonly ScorePartJson[];
  readonly reasons: readonly ReasonJson[];
  readonly caveats: readonly ReasonJson[];
}

/** What is ruled out, by what, and what would bring it back. */
export interface ExclusionJson {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly constraint: Exclusion['constraint'];
  readonly status: LifecycleStatus;
  readonly lifecycle: LifecycleJson;
  readonly successor: string | null;
  /** The smallest change of the need that would bring it back. */
  readonly change: string | null;
}

/** A decision as scripts and a later `review` read it. Fields are added, never renamed, as long as `version` stays. */
export interface DecisionJson {
  /** By these two a later Lodestack knows the file again (`review`). */
  readonly format: typeof decisionFormat;
  readonly version: typeof decisionVersion;
  readonly text: string | null;
  readonly needs: readonly NeededTaskJson[];
  /** All that was understood is a guess: nothing is recommended. */
  readonly guess: boolean;
  readonly constraints: Constraints;
  readonly recommendations: readonly RecommendationJson[];
  /** Ids in the order in which data flows; empty where one service does it all. */
  readonly pipeline: readonly string[];
  readonly excluded: readonly ExclusionJson[];
  readonly architecture: Architecture;
  readonly assumptions: readonly string[];
  readonly catalogAsOf: string;
  /** The whole need, so that it can be decided again. */
  readonly need: Need;
  /** `null` where none was written. */
  readonly record: RecordOfDecision | null;
}

/** Maps a decision that was made over `catalog`. */
export const decisionJson = (
  catalog: Catalog,
  decision: Decision,
  record: RecordOfDecision | null = null,
): DecisionJson => {
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

  const lifecycleJson = (id: string): LifecycleJson => {
    const { status, date, asOf, note, successors, sources } =
      index.entries.get(id)?.lifecycle ?? unknownLifecycle(catalog);
    return {
      status,
      date: date ?? null,
      asOf,
      note: note ?? null,
      successors: successors.map((successor) => ({ id: successor, name: entryName(successor) })),
      sources: sources.map(sourceJson),
    };
  };

  return {
    format: decisionFormat,
    version: decisionVersion,
    text: decision.need.text ?? null,
    needs: decision.need.tasks.map(({ task, weight, guess, triggers }) => ({
      task,
      name: index.tasks.get(task)?.name ?? task,
      weight,
      guess: guess ?? false,
      words: triggers.map(({ words }) => words),
    })),
    guess: restsOnGuess(decision.need),
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
      lifecycle: lifecycleJson(recommendation.id),
      capabilities: recommendation.via.map((id) => ({ id, name: entryName(id), lifecycle: lifecycleJson(id) })),
      parts: scoreParts(decision, recommendation, index).map(({ of, kind, weight, value, points }) => ({
        of,
        kind,
        weight,
        value,
        points,
      })),
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
      lifecycle: lifecycleJson(id),
      successor: successor ?? null,
      change: change ?? null,
    })),
    architecture: decision.architecture,
    assumptions: decision.assumptions,
    catalogAsOf: decision.catalogAsOf,
    need: decision.need,
    record,
  };
};

/** A decision names entries of its own catalogue only; whoever mixes two gets what is safe to say. */
const unknownLifecycle = ({ asOf }: Catalog): Lifecycle => ({ status: 'active', asOf, successors: [], sources: [] });
