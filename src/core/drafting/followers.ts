/** What could follow a part of a diagram: the services that take the data that flows out of it. */
import { byCodeUnit } from '../base/order.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Companion, Entry } from '../catalog/entry.ts';
import type { Decision } from '../decision/decision.ts';
import { acceptedBy, type Engine, engineOf, type Offering, producedBy } from '../decision/engine.ts';
import { feeds } from '../decision/kinds.ts';
import type { DiagramNode } from '../diagram/diagram.ts';
import { inOrder, type Page } from '../diagram/page.ts';

/** A part that takes what flows, and what it would do with it. */
export interface Follower {
  readonly entry: string;
  /** What it would do, as a line of a list says it. */
  readonly use: string;
  /** The task that it would do; absent for what only keeps the data or hands it on. */
  readonly task?: string;
  /** The kind of data that would flow to it, where it is known. */
  readonly data?: string;
  /** What the line to it is called. */
  readonly label?: string;
  /** How near at hand it lies; what the decision recommends stands first whatever it is. */
  readonly worth: number;
}

/** Services whose lifecycle lets anybody start with them. */
const isOpen = ({ lifecycle }: Entry): boolean => lifecycle.status === 'active';

/**
 * Kinds of data that flow out of a node: what it holds; of what only keeps data or hands it on, the kinds that arrive there; else
 * what its tasks give, those that it is there for first.
 */
export function dataFrom(catalog: Catalog, node: DiagramNode, arriving: readonly string[] = []): readonly string[] {
  const engine = engineOf(catalog);
  if (node.data !== undefined) return [node.data];
  const handedOn = engine.index.entries.get(node.entry ?? '')?.carries;
  if (arriving.length > 0 && handedOn?.gives.length === 0) return arriving;
  const offerings = offeringsOf(engine, node.entry);
  const own = offerings.filter(({ offer }) => node.covers?.includes(offer.task));
  const kinds = (own.length > 0 ? own : offerings)
    .toSorted((left, right) => right.offer.fit - left.offer.fit)
    .flatMap(({ offer }) => {
      const task = engine.index.tasks.get(offer.task);
      return task ? producedBy(task, offer) : [];
    });
  const carried = own.length > 0 ? [] : (engine.index.entries.get(node.entry ?? '')?.carries?.gives ?? []);
  return [...new Set([...kinds, ...carried])];
}

/** What an entry and its capabilities offer. */
function offeringsOf(engine: Engine, id: string | undefined) {
  const entry = engine.index.entries.get(id ?? '');
  if (!entry) return [];
  return [entry, ...(engine.index.capabilities.get(entry.id) ?? [])].flatMap(
    (each) => engine.offeringsOf.get(each.id) ?? [],
  );
}

/** What each of these is worth beside a service that does a task squarely (1). */
const worths = {
  /** A store or a callee that stands after the part, as the catalogue says. */
  companion: 1.15,
  /** What reads from the part or runs from it. */
  reader: 1.1,
  /** What stands after it in line, by a relation of the catalogue. */
  fed: 1.3,
  /** What keeps or hands on just this kind of data. */
  carrier: 0.9,
  ownCarrier: 0.85,
  /** What takes whatever comes: a service, or a part around the stack. */
  anyCarrier: 0.55,
  anyPart: 0.5,
  /** Each kind that the part rather gives than the one in question. */
  laterKind: -0.05,
  mostLaterKinds: 6,
  /** A wish of the need. */
  asked: 1,
  /** Each further task that a service does well on the same data. */
  furtherTask: 0.04,
  mostFurtherTasks: 5,
  /** The task names the kind itself and not a more general one. */
  exact: 0.1,
  /** A step of building. */
  building: -0.35,
  /** Each layer of the stack between the two. */
  layer: -0.12,
} as const;

/** A service does a task well from here on. */
const well = 0.7;

/** Roles of companions that come after the part that they stand beside. */
const rolesAfter: ReadonlySet<Companion['role']> = new Set(['output-store', 'calls', 'hosting']);
/** Roles of companions that come before it: so what has such a companion follows it. */
const rolesBefore: ReadonlySet<Companion['role']> = new Set(['input-store', 'registry', 'source', 'trigger']);

/**
 * Parts that could take what flows out of `node`, best first, each once with what it does best with that data: services that have
 * a task for it, what the catalogue puts beside the part, and what keeps or hands on data. Where a decision is given, what it
 * recommends comes first. Nothing is offered that is closed, or that is the node itself.
 */
export function followersOf(
  catalog: Catalog,
  node: DiagramNode,
  { decision, arriving = [] }: { readonly decision?: Decision | undefined; readonly arriving?: readonly string[] } = {},
): readonly Follower[] {
  const engine = engineOf(catalog);
  const given = dataFrom(catalog, node, arriving);
  const isKnown = node.data !== undefined || arriving.length > 0;
  const own = engine.index.entries.get(node.entry ?? '');
  const rank = new Map(decision?.recommendations.map(({ id }, place) => [id, place]));
  const asked = new Set(decision?.need.tasks.map(({ task }) => task));
  const best = new Map<string, Follower>();
  for (const follower of [
    ...byData(engine, given, own, asked),
    ...inLine(engine, own, isKnown),
    ...carriers(engine, given, own),
  ]) {
    const known = best.get(follower.entry);
    if (!known || known.worth < follower.worth) best.set(follower.entry, follower);
  }
  const order = ({ task }: Follower): number => engine.taskOrder.get(task ?? '') ?? Number.POSITIVE_INFINITY;
  const place = ({ entry }: Follower): number => rank.get(entry) ?? Number.POSITIVE_INFINITY;
  const compare = (left: number, right: number): number => (left === right ? 0 : left - right);
  return [...best.values()].sort(
    (left, right) =>
      compare(place(left), place(right)) ||
      Math.round((right.worth - left.worth) * 1e6) ||
      compare(order(left), order(right)) ||
      byCodeUnit(left.entry, right.entry),
  );
}

/** The layer of the stack that a group lies in, counted from above. */
function layerOf(engine: Engine, entry: Entry): number {
  return engine.index.catalog.layers.findIndex(({ groups }) => groups.some(({ id }) => id === entry.group));
}

/** How much less near an entry lies for each layer between it and where the line starts: at the top, where that is no service. */
function layerWorth(engine: Engine, own: Entry | undefined, entry: Entry): number {
  const last = engine.index.catalog.layers.length - 1;
  // What stands around the stack is at home beside every layer of it.
  const from = own ? layerOf(engine, own) : 0;
  const to = layerOf(engine, entry);
  return from === last || to === last
    ? worths.layer * (from === last ? Math.max(0, to) % last : 1)
    : worths.layer * Math.abs(from - to);
}

/** Services that have a task for one of the kinds that flow, each with the task that it does best. */
function byData(
  engine: Engine,
  given: readonly string[],
  own: Entry | undefined,
  asked: ReadonlySet<string>,
): Follower[] {
  return given.flatMap((data, place) => {
    const tasks = new Map<string, { readonly follower: Follower; readonly others: number }>();
    for (const task of engine.index.catalog.tasks) {
      for (const { entry, offer, service } of engine.offerings.get(task.id) ?? ([] as readonly Offering[])) {
        const taken = acceptedBy(task, offer);
        if (service.id === own?.id || !isOpen(service) || !isOpen(entry) || !feeds(engine.lattice, data, taken))
          continue;
        const worth =
          offer.fit +
          (asked.has(task.id) ? worths.asked : 0) +
          (taken.includes(data) ? worths.exact : 0) +
          worths.laterKind * Math.min(worths.mostLaterKinds, place) +
          (task.building ? worths.building : 0) +
          layerWorth(engine, own, service);
        const known = tasks.get(service.id);
        const others = (known?.others ?? 0) + (offer.fit >= well && !task.building ? 1 : 0);
        const isBetter = !known || known.follower.worth < worth;
        const follower = isBetter ? { entry: service.id, task: task.id, use: task.name, data, worth } : known.follower;
        tasks.set(service.id, { follower, others });
      }
    }
    return [...tasks.values()].map(({ follower, others }) => ({
      ...follower,
      use: others > 1 ? `${follower.use} and ${others - 1} more` : follower.use,
      worth: follower.worth + worths.furtherTask * Math.min(worths.mostFurtherTasks, others),
    }));
  });
}

/** What stands after the part by the catalogue's own word: what it feeds, its stores of results, and what reads from it. */
function inLine(engine: Engine, own: Entry | undefined, isDataKnown: boolean): Follower[] {
  if (!own) return [];
  const { catalog, entries } = engine.index;
  const fed = catalog.relations
    .filter(({ from, type, historical }) => from === own.id && type === 'feeds' && !historical)
    .map(({ to, note = '' }) => ({ entry: to, use: note, worth: worths.fed }));
  const after = own.companions
    .filter(({ role }) => rolesAfter.has(role))
    .map(({ id, flow, because }) => ({ entry: id, use: because, label: flow, worth: worths.companion }));
  // Of a store whose data is known, that says it better what reads from it.
  const reading = isDataKnown ? [] : catalog.entries.filter(({ kind }) => kind !== 'capability');
  const before = reading.flatMap((entry) => {
    const companion = entry.companions.find(({ id, role }) => id === own.id && rolesBefore.has(role));
    const worth = worths.reader + layerWorth(engine, undefined, entry);
    return companion ? [{ entry: entry.id, use: companion.because, label: companion.flow, worth }] : [];
  });
  return [...fed, ...after, ...before].filter(({ entry }) => {
    const known = entries.get(entry);
    return known !== undefined && known.id !== own.id && known.kind !== 'capability' && isOpen(known);
  });
}

/** What keeps, lets wait or hands on one of the kinds that flow. */
function carriers(engine: Engine, given: readonly string[], own: Entry | undefined): Follower[] {
  return engine.index.catalog.entries.flatMap((entry): Follower[] => {
    const { carries, kind } = entry;
    if (!carries || entry.id === own?.id || !isOpen(entry)) return [];
    const { takes, use } = carries;
    if (takes === 'any') {
      const [data] = given;
      const worth = kind === 'part' ? worths.anyPart : worths.anyCarrier;
      return [{ entry: entry.id, use, worth, ...(data === undefined ? {} : { data }) }];
    }
    const data = given.find((each) => feeds(engine.lattice, each, takes));
    const worth = entry.management === 'own-infrastructure' ? worths.ownCarrier : worths.carrier;
    return data === undefined ? [] : [{ entry: entry.id, use, worth, data }];
  });
}

/** Kinds of data that lines bring to a node. */
export function arrivingAt({ nodes, edges }: Page, id: string): readonly string[] {
  const kinds = inOrder(edges).flatMap((edge) => (edge.to === id ? (edge.data ?? nodes[edge.from]?.data ?? []) : []));
  return [...new Set(kinds)];
}
