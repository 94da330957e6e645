/**
 * Why an entry scores what it scores: each part of the score down to the facts on which it rests, with source and date, and
 * each judgement of ours marked as one, with its grounds.
 */
import type { Catalog } from '../catalog/catalog.ts';
import type { Entry, Fact } from '../catalog/entry.ts';
import type { Rating } from '../catalog/vocabulary.ts';
import type { Decision, EntryVerdict, ScorePart } from '../decision/decision.ts';
import { type Engine, engineOf } from '../decision/engine.ts';

/** Where something was read. */
export interface CitedSource {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  /** The date of the page or commit in the source's own precision; "undated" where it has none. */
  readonly dated: string;
}

/** One thing that a part of a score rests on. */
export interface Ground {
  readonly text: string;
  /** Our opinion, and not a sourced fact. */
  readonly judgement: boolean;
  /** The fact of the catalogue. */
  readonly fact?: { readonly entry: string; readonly id: string };
  /** The day as of which it holds, `YYYY-MM-DD`; absent for what does not age, and for judgements. */
  readonly asOf?: string;
  readonly sources: readonly CitedSource[];
}

/** A part of the score, how its points come about, and what they rest on. */
export interface ExplainedPart {
  readonly part: ScorePart;
  /** What it is about: a task, a criterion, the lifecycle. */
  readonly name: string;
  /** "62 points at most x 0.95": the weight times the value. */
  readonly reckoning: string;
  /** Judgements first, then the facts under them. */
  readonly grounds: readonly Ground[];
}

/** Where the points of an entry come from. */
export interface Explanation {
  readonly entry: string;
  /** The entry whose score it is: the entry itself, or the capability of it that scores best. */
  readonly scored: string;
  readonly score: number;
  readonly parts: readonly ExplainedPart[];
}

const oneDecimal = (count: number): string => String(Math.round(count * 10) / 10);
const twoDecimals = (count: number): string => String(Math.round(count * 100) / 100);

function cited(engine: Engine, ids: readonly string[]): CitedSource[] {
  return [...new Set(ids)].flatMap((id): CitedSource[] => {
    const source = engine.index.sources.get(id);
    if (!source) return [];
    const { title, url, dated } = source;
    return [{ id, title, dated, ...(url === undefined ? {} : { url }) }];
  });
}

const factGround = (engine: Engine, entry: Entry, fact: Fact): Ground => ({
  text: fact.text,
  judgement: false,
  fact: { entry: entry.id, id: fact.id },
  ...(fact.asOf === undefined ? {} : { asOf: fact.asOf }),
  sources: cited(engine, fact.sources),
});

/** How squarely it does the task is our judgement; that it does it at all is a fact. */
function taskGrounds(engine: Engine, entry: Entry, part: ScorePart): Ground[] {
  const offer = entry.offers.find(({ task }) => task === part.of);
  const name = engine.index.tasks.get(part.of)?.name ?? part.of;
  if (!offer) return [{ text: part.reason.text, judgement: part.reason.judgement, sources: [] }];
  const less = part.value < offer.fit - 1e-9;
  const judged: Ground[] = [
    {
      text: `It fits “${name}” to ${twoDecimals(offer.fit)} of 1${less ? `; ${twoDecimals(part.value)} here, since it takes other data than you have` : ''}.`,
      judgement: true,
      sources: [],
    },
    ...(offer.useWhen === undefined
      ? []
      : [{ text: `Use it when ${offer.useWhen}`, judgement: true, sources: [] as CitedSource[] }]),
  ];
  const facts = entry.facts.filter(({ id }) => offer.facts.includes(id));
  return [...judged, ...facts.map((fact) => factGround(engine, entry, fact))];
}

const own = (ratings: Readonly<Record<string, Rating>>, id: string): Rating | undefined =>
  Object.hasOwn(ratings, id) ? ratings[id] : undefined;

/** A rating is our judgement, of the entry alone or of everything that works as it does. */
function criterionGrounds(engine: Engine, entry: Entry, part: ScorePart): Ground[] {
  const alone = own(entry.ratings, part.of);
  const profile = engine.index.profiles.get(entry.profile);
  const rating = alone ?? (profile && own(profile.ratings, part.of));
  if (!rating) return [{ text: part.reason.text, judgement: true, sources: [] }];
  const whose = alone
    ? `rated for ${entry.name} itself`
    : `rated alike for everything of the kind “${profile?.name ?? entry.profile}”`;
  return [
    {
      text: `${rating.judgement}: ${twoDecimals(rating.value)} of 1, ${whose}.`,
      judgement: true,
      sources: cited(engine, rating.sources),
    },
  ];
}

function groundsOf(engine: Engine, entry: Entry, part: ScorePart): Ground[] {
  if (part.kind === 'task') return taskGrounds(engine, entry, part);
  if (part.kind === 'criterion') return criterionGrounds(engine, entry, part);
  if (part.kind === 'lifecycle') {
    const { asOf, sources } = entry.lifecycle;
    return [{ text: part.reason.text, judgement: false, asOf, sources: cited(engine, sources) }];
  }
  return [{ text: part.reason.text, judgement: true, sources: [] }];
}

function nameOf(engine: Engine, { kind, of }: ScorePart): string {
  if (kind === 'task') return engine.index.tasks.get(of)?.name ?? of;
  if (kind === 'criterion') return engine.index.criteria.get(of)?.name ?? of;
  return kind === 'named' ? 'Named in the need' : 'Lifecycle';
}

/** Explains parts of a score of `entry`; the part of a lifecycle names the entry that is scored. */
export function explainParts(catalog: Catalog, verdict: Pick<EntryVerdict, 'id' | 'parts'>): ExplainedPart[] {
  const engine = engineOf(catalog);
  const scored = engine.index.entries.get(scoredEntry(verdict));
  if (!scored) return [];
  return verdict.parts.map((part) => ({
    part,
    name: nameOf(engine, part),
    reckoning: `${oneDecimal(part.weight)} × ${twoDecimals(part.value)} = ${oneDecimal(part.points)}`,
    grounds: groundsOf(engine, scored, part),
  }));
}

/** The entry whose score a verdict shows: a service is lit by its best capability. */
export const scoredEntry = ({ id, parts }: Pick<EntryVerdict, 'id' | 'parts'>): string =>
  parts.find(({ kind }) => kind === 'lifecycle')?.of ?? id;

/** The whole score of an entry; undefined where it has none. */
export function why(catalog: Catalog, decision: Decision, entryId: string): Explanation | undefined {
  const id = engineOf(catalog).index.entries.get(entryId)?.id;
  const verdict = decision.verdicts.find((each) => each.id === id);
  if (!verdict || verdict.parts.length === 0) return undefined;
  return {
    entry: verdict.id,
    scored: scoredEntry(verdict),
    score: verdict.score,
    parts: explainParts(catalog, verdict),
  };
}
