/**
 * An order in which little weight runs backwards: sources are taken to the front, sinks to the back, and in a cycle the one that
 * gives most more than it takes (Eades, Lin, Smyth 1993). Equals keep their order; without cycles nothing runs backwards.
 */
export function flowOrder<Item>(
  items: readonly Item[],
  edges: readonly { readonly from: Item; readonly to: Item; readonly weight: number }[],
): ReadonlyMap<Item, number> {
  const outgoing = new Map(items.map((item) => [item, 0]));
  const incoming = new Map(outgoing);
  const touching = new Map<Item, (typeof edges)[number][]>(items.map((item) => [item, []]));
  const add = (sums: Map<Item, number>, item: Item, weight: number): number => {
    const sum = (sums.get(item) ?? 0) + weight;
    sums.set(item, sum);
    return sum;
  };
  for (const edge of edges) {
    if (edge.from === edge.to) continue;
    add(outgoing, edge.from, edge.weight);
    add(incoming, edge.to, edge.weight);
    touching.get(edge.from)?.push(edge);
    touching.get(edge.to)?.push(edge);
  }
  const left = new Set(items);
  const sources = items.filter((item) => incoming.get(item) === 0);
  const sinks = items.filter((item) => outgoing.get(item) === 0 && incoming.get(item) !== 0);
  const front: Item[] = [];
  const back: Item[] = [];
  const take = (item: Item, end: Item[]): void => {
    left.delete(item);
    end.push(item);
    for (const { from, to, weight } of touching.get(item) ?? []) {
      if (from === item && left.has(to) && add(incoming, to, -weight) === 0) sources.push(to);
      if (to === item && left.has(from) && add(outgoing, from, -weight) === 0) sinks.push(from);
    }
  };
  while (left.size > 0) {
    const source = sources.shift();
    if (source !== undefined) {
      if (left.has(source)) take(source, front);
      continue;
    }
    const sink = sinks.shift();
    if (sink !== undefined) {
      if (left.has(sink)) take(sink, back);
      continue;
    }
    let best: { item: Item; gain: number } | undefined;
    for (const item of left) {
      const gain = (outgoing.get(item) ?? 0) - (incoming.get(item) ?? 0);
      if (best === undefined || gain > best.gain) best = { item, gain };
    }
    if (best !== undefined) take(best.item, front);
  }
  return new Map([...front, ...back.toReversed()].map((item, index) => [item, index]));
}
