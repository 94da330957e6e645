/** A verdict on every entry of the catalogue: what the map is lit by. */
import { byCodeUnit } from '../base/order.ts';
import type { Entry } from '../catalog/entry.ts';
import type { Architecture, EntryVerdict, Reason, Verdict } from './decision.ts';
import { serviceOf } from './engine.ts';
import { ruledOut } from './exclusions.ts';
import { type Judged, leastListedFit } from './judged.ts';
import { restsOnGuess } from './need.ts';
import { caveatsFor, reasonsFor } from './reasons.ts';

const irrelevant = (id: string, verdict: Verdict): EntryVerdict => ({
  id,
  verdict,
  score: 0,
  parts: [],
  reasons: [],
  caveats: [],
});

/** The verdict of one entry by itself; a service is judged again with its capabilities. */
function verdictOf(
  judged: Judged,
  entry: Entry,
  winning: ReadonlySet<string>,
  beside: ReadonlyMap<string, Reason>,
  listed: ReadonlySet<string>,
): EntryVerdict {
  const own = judged.offerings.get(entry.id);
  const support = beside.get(entry.id);
  if (own) {
    const score = judged.scores.get(entry.id) ?? { total: 0, parts: [] };
    // What the list leaves out is lit nowhere.
    const fits =
      listed.has(serviceOf(judged.engine.index, entry).id) && own.some(({ offer }) => offer.fit >= leastListedFit);
    return {
      id: entry.id,
      verdict: winning.has(entry.id) ? 'recommended' : support ? 'supporting' : fits ? 'suitable' : 'not-relevant',
      score: score.total,
      parts: score.parts,
      reasons: [...reasonsFor(judged, entry, own), ...(support ? [support] : [])],
      caveats: caveatsFor(judged, entry, own),
    };
  }
  if (support) return { ...irrelevant(entry.id, 'supporting'), reasons: [support] };
  const out = ruledOut(judged, entry);
  return out ? { ...irrelevant(entry.id, 'ruled-out'), ruledOut: out } : irrelevant(entry.id, 'not-relevant');
}

const verdictRank: Readonly<Record<Verdict, number>> = {
  recommended: 0,
  suitable: 1,
  supporting: 2,
  'ruled-out': 3,
  'not-relevant': 4,
};

/** A service takes the best verdict of itself and its capabilities, so that it is lit where one of them is. */
function rollUp(judged: Judged, alone: ReadonlyMap<string, EntryVerdict>, entry: Entry): EntryVerdict {
  const own = alone.get(entry.id) ?? irrelevant(entry.id, 'not-relevant');
  const parts = judged.engine.index.capabilities.get(entry.id);
  if (!parts) return own;
  const capabilities = parts.filter(({ kind }) => kind === 'capability').flatMap(({ id }) => alone.get(id) ?? []);
  const [best] = [own, ...capabilities].sort(
    (left, right) =>
      verdictRank[left.verdict] - verdictRank[right.verdict] ||
      right.score - left.score ||
      byCodeUnit(left.id, right.id),
  );
  return best && best !== own && verdictRank[best.verdict] < verdictRank['ruled-out'] ? { ...best, id: entry.id } : own;
}

function supportReasons(judged: Judged, supporting: ReadonlySet<string>): Map<string, Reason> {
  const beside = new Map<string, Reason>();
  for (const { offering } of judged.ordered) {
    for (const entry of [offering.entry, offering.service]) {
      for (const companion of entry.companions) {
        if (!supporting.has(companion.id) || beside.has(companion.id)) continue;
        beside.set(companion.id, { text: companion.because, sources: [], judgement: true, task: offering.offer.task });
      }
    }
  }
  for (const id of supporting) {
    if (!beside.has(id))
      beside.set(id, { text: 'It stands beside what is recommended.', sources: [], judgement: true });
  }
  return beside;
}

/** One verdict for each entry, in the catalogue's order. `listed`: ids of the services in the ranked list. */
export function verdicts(judged: Judged, architecture: Architecture, listed: ReadonlySet<string>): EntryVerdict[] {
  const { entries } = judged.engine.index.catalog;
  // What rests on a guess is suitable at most.
  const winning = new Set(restsOnGuess(judged.need) ? [] : judged.ordered.map(({ offering }) => offering.entry.id));
  const supporting = architecture.stages.filter(({ role }) => role === 'supporting').map(({ id }) => id);
  const beside = supportReasons(judged, new Set(supporting));
  const alone = new Map(entries.map((entry) => [entry.id, verdictOf(judged, entry, winning, beside, listed)]));
  return entries.map((entry) => rollUp(judged, alone, entry));
}
