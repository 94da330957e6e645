/** Why an entry is offered, and what to mind: sentences with the facts on which they rest. */
import type { Entry } from '../catalog/entry.ts';
import { lifecycleSentence } from './constraints.ts';
import type { Reason } from './decision.ts';
import type { Offering } from './engine.ts';
import type { Judged } from './judged.ts';
import { offerReason } from './score.ts';

const mostCaveats = 3;

const factReason = (entry: Entry, fact: Entry['facts'][number]): Reason => ({
  text: fact.text,
  fact: { entry: entry.id, id: fact.id },
  sources: fact.sources,
  judgement: false,
});

/** For each offer, heaviest task first: its fact and its case; then the preferences that the entry meets. */
export function reasonsFor(judged: Judged, entry: Entry, own: readonly Offering[]): Reason[] {
  const weight = new Map(judged.tasks.map((task) => [task.task, task.weight]));
  const ranked = own.toSorted(
    (left, right) =>
      (weight.get(right.offer.task) ?? 0) * right.offer.fit - (weight.get(left.offer.task) ?? 0) * left.offer.fit,
  );
  const reasons = ranked.flatMap((offering): Reason[] => {
    const fact = offerReason(offering);
    const { useWhen } = offering.offer;
    if (useWhen === undefined) return [fact];
    return [
      fact,
      {
        text: `Use it when ${useWhen}`,
        sources: [],
        judgement: true,
        task: offering.offer.task,
      },
    ];
  });
  const score = judged.scores.get(entry.id);
  const weighed = (score?.parts ?? [])
    .filter((part) => part.kind === 'criterion' && (judged.need.preferences[part.of] ?? 0) > 0.5 && part.value >= 0.6)
    .map((part) => part.reason);
  const seen = new Set<string>();
  return [...reasons, ...weighed].filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** How long it lives, when to look elsewhere, and the limits that the catalogue knows. */
export function caveatsFor(judged: Judged, entry: Entry, own: readonly Offering[]): Reason[] {
  const lifecycle: Reason[] =
    entry.lifecycle.status === 'active'
      ? []
      : [{ text: lifecycleSentence(entry), sources: entry.lifecycle.sources, judgement: false }];
  const restsOn = new Set(own.flatMap(({ offer }) => offer.facts));
  const facts = entry.facts
    .filter(({ kind }) => kind !== 'is')
    .toSorted((left, right) => Number(restsOn.has(right.id)) - Number(restsOn.has(left.id)))
    .slice(0, mostCaveats)
    .map((fact) => factReason(entry, fact));
  const better = own.flatMap(({ offer }): Reason[] => {
    if (!offer.avoidWhen) return [];
    const { text, instead } = offer.avoidWhen;
    const better = instead === undefined ? undefined : judged.engine.index.entries.get(instead);
    const named = better ? `; ${better.name} is the better choice then` : '';
    return [{ text: `Look elsewhere when ${text}${named}`, sources: [], judgement: true, task: offer.task }];
  });
  return [...lifecycle, ...better, ...facts];
}
