/** What the engine looks up of a catalogue again and again, built once and kept as long as the catalogue lives. */
import { oncePer } from '../base/oncePer.ts';
import { byCodeUnit } from '../base/order.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Entry, Offer } from '../catalog/entry.ts';
import { type CatalogIndex, indexCatalog } from '../catalog/lookup.ts';
import type { Task } from '../catalog/vocabulary.ts';
import { feeds, type KindLattice, kindLattice } from './kinds.ts';

/** An entry that can do a task, how, and the service under whose name it is recommended. */
export interface Offering {
  readonly entry: Entry;
  readonly offer: Offer;
  readonly service: Entry;
}

/** What may do each task under the need's constraints, best first. */
export type OpenOfferings = ReadonlyMap<string, readonly Offering[]>;

/** What is settled by hand: by task, who does it. */
export type SettledOfferings = ReadonlyMap<string, Offering>;

/** A catalogue made ready to decide with: indexes that every decision needs and none changes. */
export interface Engine {
  readonly index: CatalogIndex;
  readonly lattice: KindLattice;
  /** By task id, sorted by the entry's id, so that the order of the catalogue's files does not matter. */
  readonly offerings: ReadonlyMap<string, readonly Offering[]>;
  /** By entry id: what it offers. */
  readonly offeringsOf: ReadonlyMap<string, readonly Offering[]>;
  /** By task id: its place in the vocabulary, which lists tasks in the order in which data usually flows. */
  readonly taskOrder: ReadonlyMap<string, number>;
  /** By data kind: the tasks that may start from it, in the order of the vocabulary. */
  readonly takers: ReadonlyMap<string, Takers>;
}

/** Tasks that start from a kind: those that it feeds, also as a more special kind, and those that name it. */
export interface Takers {
  readonly fed: readonly Task[];
  readonly naming: readonly Task[];
}

/** The service that a capability is recommended through; anything else stands for itself. */
export function serviceOf(index: CatalogIndex, entry: Entry): Entry {
  const seen = new Set<string>();
  let service = entry;
  while (service.kind === 'capability' && service.partOf !== undefined && !seen.has(service.id)) {
    seen.add(service.id);
    const parent = index.entries.get(service.partOf);
    if (!parent) break;
    service = parent;
  }
  return service;
}

function build(catalog: Catalog): Engine {
  const index = indexCatalog(catalog);
  const offerings = new Map<string, Offering[]>();
  const offeringsOf = new Map<string, Offering[]>();
  for (const entry of [...catalog.entries].sort((left, right) => byCodeUnit(left.id, right.id))) {
    const service = serviceOf(index, entry);
    for (const offer of entry.offers) {
      const offering = { entry, offer, service };
      offerings.set(offer.task, [...(offerings.get(offer.task) ?? []), offering]);
      offeringsOf.set(entry.id, [...(offeringsOf.get(entry.id) ?? []), offering]);
    }
  }
  const taskOrder = new Map(catalog.tasks.map((task, place) => [task.id, place]));
  const lattice = kindLattice(index);
  return { index, lattice, offerings, offeringsOf, taskOrder, takers: takersOf(catalog, lattice) };
}

/** Looked up for every step of every chain, where a walk over all tasks would cost their square. */
function takersOf(catalog: Catalog, lattice: KindLattice): Map<string, Takers> {
  return new Map(
    catalog.dataKinds.map(({ id }) => [
      id,
      {
        fed: catalog.tasks.filter(({ accepts }) => feeds(lattice, id, accepts)),
        naming: catalog.tasks.filter(({ accepts }) => accepts.includes(id)),
      },
    ]),
  );
}

/** The engine's index of a catalogue; the same catalogue object gives the same one. */
export const engineOf: (catalog: Catalog) => Engine = oncePer(build);

/** Kinds that an offer starts from: its own, else its task's. */
export const acceptedBy = (task: Task, offer?: Offer): readonly string[] => offer?.accepts ?? task.accepts;

/** Kinds that an offer gives: its own, else its task's. */
export const producedBy = (task: Task, offer?: Offer): readonly string[] => offer?.produces ?? task.produces;

/** Kinds of a second input: the task's, but for an offer that starts from something else altogether, which takes none. */
export const joinedBy = (lattice: KindLattice, task: Task, offer?: Offer): readonly string[] => {
  if (task.joins === undefined) return [];
  const isUsual = offer?.accepts?.some((kind) => feeds(lattice, kind, task.accepts)) ?? true;
  return isUsual ? task.joins : [];
};
