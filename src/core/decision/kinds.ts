/** Which data kind may stand for which: the `isA` lattice of the catalogue, closed once. */
import type { CatalogIndex } from '../catalog/lookup.ts';

/** By id of a kind: itself and everything that it may stand for. */
export type KindLattice = ReadonlyMap<string, ReadonlySet<string>>;

/** The lattice of a catalogue. A cycle of `isA` (which the loader refuses) ends where it starts. */
export function kindLattice(index: CatalogIndex): KindLattice {
  const lattice = new Map<string, ReadonlySet<string>>();
  for (const id of index.dataKinds.keys()) {
    const general = new Set<string>();
    let kind: string | undefined = id;
    while (kind !== undefined && !general.has(kind)) {
      general.add(kind);
      kind = index.dataKinds.get(kind)?.isA;
    }
    lattice.set(id, general);
  }
  return lattice;
}

/** Whether data of kind `given` may be handed to what takes kind `taken`. */
export const standsFor = (lattice: KindLattice, given: string, taken: string): boolean =>
  given === taken || (lattice.get(given)?.has(taken) ?? false);

/** Whether `given` will do where one of `taken` is accepted. */
export const feeds = (lattice: KindLattice, given: string, taken: readonly string[]): boolean =>
  taken.some((kind) => standsFor(lattice, given, kind));

/** Whether what a user calls `given` may be one of `taken`: the same, a more special kind, or a more general word. */
export const mayBe = (lattice: KindLattice, given: string, taken: readonly string[]): boolean =>
  taken.some((kind) => standsFor(lattice, given, kind) || standsFor(lattice, kind, given));
