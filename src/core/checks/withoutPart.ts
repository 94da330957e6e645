/** Edits that take a part away so that nothing is left hanging: what only stood beside it goes too, and its neighbours are joined. */
import type { PageCommand } from '../diagram/command.ts';
import type { DiagramEdge } from '../diagram/diagram.ts';
import { type Checked, givenAlong, meets, needs, type Part } from './checked.ts';

/** The edits; none where another part would be left without its data, without what it needs or without a line. */
export function withoutPart(checked: Checked, { node: { id } }: Part): readonly PageCommand[] | undefined {
  const { page, edgesAt, partOf, present } = checked;
  const own = edgesAt.get(id) ?? [];
  /** Edges of a neighbour that stay. */
  const others = (neighbour: string): readonly DiagramEdge[] =>
    (edgesAt.get(neighbour) ?? []).filter(({ from, to }) => from !== id && to !== id);
  const hangs = (neighbour: string): boolean => others(neighbour).length === 0;
  const goes = (neighbour: string): boolean => {
    const node = page.nodes[neighbour];
    return hangs(neighbour) && (node?.role === 'supporting' || node?.kind === 'data');
  };
  const coming = own.filter(({ from, to }) => to === id && from !== id && !goes(from));
  const going = own.filter(({ from, to }) => from === id && to !== id && !goes(to));
  const isUnfed = (neighbour: string): boolean => !others(neighbour).some(({ to }) => to === neighbour);
  const joins = going.flatMap(({ to }) => {
    const from = coming.find((edge) => meets(checked, givenAlong(checked, edge), partOf.get(to)));
    const isLoose = isUnfed(to) || (from !== undefined && hangs(from.from));
    return from && from.from !== to && isLoose ? [{ ...from, to }] : [];
  });
  const neighbours = own.map(({ from, to }) => (from === id ? to : from)).filter((each) => each !== id);
  const gone = new Set([id, ...neighbours.filter(goes)]);
  const joined = new Set(joins.flatMap(({ from, to }) => [from, to]));
  const isLost = (each: string): boolean => hangs(each) && !gone.has(each) && !joined.has(each);
  const isFed = (each: string): boolean => joins.some(({ to }) => to === each);
  const isStarved = ({ to }: DiagramEdge): boolean => isUnfed(to) && partOf.has(to) && !isFed(to);
  // Another one needs what would go, and there is no second one of it; or it may have needed just what came from here.
  const isNeeded = (each: string): boolean => {
    const entry = partOf.get(each)?.entry.id ?? '';
    return present.get(entry) === 1 && checked.needersOf(entry).some(({ node }) => !gone.has(node.id));
  };
  const isBare = ({ to }: DiagramEdge): boolean => {
    const companions = needs(partOf.get(to)?.entry ?? { companions: [] });
    return companions.length > 0 && !companions.some((companion) => present.has(companion.id));
  };
  if (neighbours.some(isLost) || going.some(isStarved) || going.some(isBare) || [...gone].some(isNeeded))
    return undefined;
  return [
    { type: 'remove', ids: [...gone] },
    ...(joins.length === 0
      ? []
      : [{ type: 'add' as const, edges: joins.map(({ id: _own, byHand: _hand, ...edge }) => edge) }]),
  ];
}
