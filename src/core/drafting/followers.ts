/** What could follow a part of a diagram: the services that take the data that flows out of it. */
import { byCodeUnit } from '../base/order.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Entry } from '../catalog/entry.ts';
import type { Decision } from '../decision/decision.ts';
import { acceptedBy, type Engine, engineOf, producedBy } from '../decision/engine.ts';
import { feeds } from '../decision/kinds.ts';
import type { DiagramNode } from '../diagram/diagram.ts';

/** A service that takes what flows, what it would do with it, and the kind of data that would flow to it. */
export interface Follower {
  readonly entry: string;
  readonly task: string;
  readonly data: string;
  /** 0 to 1: how squarely it does that task; what the decision recommends stands first whatever it is. */
  readonly fit: number;
}

/** Services whose lifecycle lets anybody start with them. */
const isOpen = ({ lifecycle }: Entry): boolean => lifecycle.status === 'active';

/** Kinds of data that flow out of a node: what it holds, or what its tasks give; those that it is there for first. */
export function dataFrom(catalog: Catalog, node: DiagramNode): readonly string[] {
  const engine = engineOf(catalog);
  if (node.data !== undefined) return [node.data];
  const offerings = offeringsOf(engine, node.entry);
  const own = offerings.filter(({ offer }) => node.covers?.includes(offer.task));
  const kinds = (own.length > 0 ? own : offerings)
    .toSorted((left, right) => right.offer.fit - left.offer.fit)
    .flatMap(({ offer }) => {
      const task = engine.index.tasks.get(offer.task);
      return task ? producedBy(task, offer) : [];
    });
  return [...new Set(kinds)];
}

/** What an entry and its capabilities offer. */
function offeringsOf(engine: Engine, id: string | undefined) {
  const entry = engine.index.entries.get(id ?? '');
  if (!entry) return [];
  return [entry, ...(engine.index.capabilities.get(entry.id) ?? [])].flatMap(
    (each) => engine.offeringsOf.get(each.id) ?? [],
  );
}

/**
 * Services that could take what flows out of `node`, best first, each once with the task that it does best on that data. Where
 * a decision is given, what it recommends comes first. Nothing is offered that is closed, or that is the node itself.
 */
export function followersOf(catalog: Catalog, node: DiagramNode, decision?: Decision): readonly Follower[] {
  const engine = engineOf(catalog);
  const rank = new Map(decision?.recommendations.map(({ id }, place) => [id, place]));
  const asked = new Set(decision?.need.tasks.map(({ task }) => task));
  const best = new Map<string, Follower>();
  const own = node.entry === undefined ? undefined : engine.index.entries.get(node.entry)?.id;
  for (const data of dataFrom(catalog, node)) {
    for (const [task, offerings] of engine.offerings) {
      const known = engine.index.tasks.get(task);
      if (!known) continue;
      for (const { entry, offer, service } of offerings) {
        if (service.id === own || !isOpen(service) || !isOpen(entry)) continue;
        if (!feeds(engine.lattice, data, acceptedBy(known, offer))) continue;
        const fit = asked.has(task) ? offer.fit + 1 : offer.fit;
        const before = best.get(service.id);
        if (!before || before.fit < fit) best.set(service.id, { entry: service.id, task, data, fit });
      }
    }
  }
  // Of two that do it equally well, what is made for this data, and what comes early in the way of data.
  const breadth = ({ task }: Follower): number => engine.index.tasks.get(task)?.accepts.length ?? 0;
  const order = ({ task }: Follower): number => engine.taskOrder.get(task) ?? 0;
  const place = ({ entry }: Follower): number => rank.get(entry) ?? Number.POSITIVE_INFINITY;
  return [...best.values()]
    .sort((left, right) => {
      const byRank = place(left) - place(right);
      return (
        (Number.isNaN(byRank) ? 0 : byRank) ||
        right.fit - left.fit ||
        breadth(left) - breadth(right) ||
        order(left) - order(right) ||
        byCodeUnit(left.entry, right.entry)
      );
    })
    .map((follower) => ({ ...follower, fit: Math.min(1, follower.fit > 1 ? follower.fit - 1 : follower.fit) }));
}
