import type { Entry } from '../catalog/entry.ts';
import { acceptedBy, producedBy } from '../decision/engine.ts';
import { feeds, mayBe } from '../decision/kinds.ts';
import type { DiagramEdge } from '../diagram/diagram.ts';
import {
  answersRequests,
  type Checked,
  freeId,
  givenAlong,
  groupBeside,
  kindNames,
  type Part,
  takenBy,
  usedBy,
} from './checked.ts';
import { addBeside } from './companionCheck.ts';
import type { Problem } from './problem.ts';

/** Flows between two services of which one gives nothing that the other takes. */
export function checkKinds(checked: Checked): readonly Problem[] {
  return checked.edges.flatMap((edge): Problem[] => {
    const [from, to] = [checked.partOf.get(edge.from), checked.partOf.get(edge.to)];
    if (edge.style !== 'flow' || !to || isRequest(checked, edge, from, to)) return [];
    const given = givenAlong(checked, edge);
    // What runs an algorithm reads the data that this starts from.
    const recipes = runBy(checked, to).flatMap((part) => takenBy(checked, part));
    const taken = [...new Set([...takenBy(checked, to), ...recipes])];
    if (given.length === 0 || taken.length === 0) return [];
    if (given.some((kind) => mayBe(checked.engine.lattice, kind, [...usedBy(checked, to), ...recipes]))) return [];
    const source = from?.node.label ?? checked.page.nodes[edge.from]?.label ?? 'What flows';
    const between = bridge(checked, given, taken, from ? [from, to] : [to]);
    return [
      {
        id: `kinds ${edge.id}`,
        kind: 'kinds-do-not-meet',
        severity: 'warning',
        text: `${source} gives ${kindNames(checked, given)}, but ${to.node.label} takes ${kindNames(checked, taken)}.`,
        parts: [edge.id, edge.from, edge.to],
        ...(between ? { fix: putBetween(checked, edge, between) } : {}),
      },
    ];
  });
}

/** Whether a line of which nothing is said may well be a request to what answers it, or its answer to whoever hands it on. */
function isRequest(checked: Checked, edge: DiagramEdge, from: Part | undefined, to: Part): boolean {
  const asks = (part: Part): boolean => part.entry.kind === 'part' || part.entry.carries !== undefined;
  if (edge.data !== undefined || !from) return false;
  return (answersRequests(checked, to) && asks(from)) || (answersRequests(checked, from) && asks(to));
}

/** An open service that turns what is given into what is taken: the one that does its task most squarely. */
function bridge(
  { engine }: Checked,
  given: readonly string[],
  taken: readonly string[],
  ends: readonly Part[],
): Entry | undefined {
  let best: { readonly service: Entry; readonly fit: number } | undefined;
  for (const task of engine.index.catalog.tasks) {
    if (task.bridges !== true) continue;
    for (const { service, entry, offer } of engine.offerings.get(task.id) ?? []) {
      if (service.lifecycle.status !== 'active' || entry.lifecycle.status !== 'active') continue;
      if (ends.some((end) => end.entry.id === service.id)) continue;
      if (!given.some((kind) => feeds(engine.lattice, kind, acceptedBy(task, offer)))) continue;
      if (!producedBy(task, offer).some((kind) => feeds(engine.lattice, kind, taken))) continue;
      if (!best || offer.fit > best.fit) best = { service, fit: offer.fit };
    }
  }
  return best?.service;
}

/** The service in the middle of the flow, which is led through it. */
function putBetween(checked: Checked, edge: DiagramEdge, service: Entry): NonNullable<Problem['fix']> {
  const { page } = checked;
  const [from, to] = [page.nodes[edge.from]?.position, page.nodes[edge.to]?.position];
  const id = freeId(page, `${edge.id}--${service.id}`);
  const end = page.nodes[edge.to];
  return {
    label: `Put ${service.name} between`,
    commands: [
      {
        type: 'add',
        nodes: [
          {
            id,
            kind: 'service',
            label: service.name,
            entry: service.id,
            ...(from && to
              ? { position: { x: Math.round((from.x + to.x) / 2), y: Math.round((from.y + to.y) / 2) + 120 } }
              : {}),
            ...(end ? groupBeside(checked, service, end) : {}),
          },
        ],
        edges: [{ from: id, to: edge.to, style: 'flow' }],
      },
      { type: 'reconnect', id: edge.id, to: id },
      // What its start gives stays the same; its words were about the old end.
      ...(edge.label === undefined ? [] : [{ type: 'set' as const, ids: [edge.id], fields: { label: null } }]),
    ],
  };
}

/** Services that work on data and get none from anywhere. What only stands beside others, as a machine does that runs them, needs none. */
export function checkInputs(checked: Checked): readonly Problem[] {
  const fed = new Set(checked.edges.map(({ to }) => to));
  const flowing = new Set(checked.edges.filter(({ style }) => style === 'flow').flatMap(({ from, to }) => [from, to]));
  const wired = new Set(checked.edges.flatMap(({ from, to }) => [from, to]));
  return checked.parts.flatMap((part): Problem[] => {
    if (fed.has(part.node.id) || !worksOnData(checked, part) || isRunElsewhere(checked, part)) return [];
    if (part.entry.kind === 'compute' && !flowing.has(part.node.id)) return [];
    const fix = storeBefore(checked, part);
    // What is wired to nothing, and usually reads from no store, is told as that.
    if (!wired.has(part.node.id) && !fix) return [];
    return [
      {
        id: `input ${part.node.id}`,
        kind: 'no-input',
        severity: 'warning',
        text: `Nothing flows into ${part.node.label}, which needs ${kindNames(checked, takenBy(checked, part))}.`,
        parts: [part.node.id],
        ...(fix ? { fix } : {}),
      },
    ];
  });
}

/** Algorithms and frameworks that a part runs, as a training job does: those that a line hands to it as what it joins to its data. */
function runBy(checked: Checked, { node, offerings }: Part): readonly Part[] {
  const joins = offerings.flatMap(({ offer }) => checked.engine.index.tasks.get(offer.task)?.joins ?? []);
  return (checked.edgesAt.get(node.id) ?? []).flatMap(({ from, to, data }) => {
    const other = to === node.id && data !== undefined && joins.includes(data) ? checked.partOf.get(from) : undefined;
    return other && (other.entry.kind === 'algorithm' || other.entry.kind === 'framework') ? [other] : [];
  });
}

/** Whether another part runs this one and reads the data for it. */
const isRunElsewhere = (checked: Checked, { node }: Part): boolean =>
  (checked.edgesAt.get(node.id) ?? []).some(({ to }) => {
    const other = checked.partOf.get(to);
    return other !== undefined && runBy(checked, other).some((part) => part.node.id === node.id);
  });

/** The store that the part usually reads from, with what it takes; none for what arrives live. */
function storeBefore(checked: Checked, part: Part): Problem['fix'] {
  const { index } = checked.engine;
  const store = part.entry.companions.find(({ role }) => role === 'input-store');
  const entry = store && index.entries.get(store.id);
  const data = takenBy(checked, part).find((kind) => index.dataKinds.get(kind)?.live !== true);
  if (!store || entry?.lifecycle.status !== 'active' || data === undefined) return undefined;
  return addBeside(checked, part, entry, store, { style: 'flow', data });
}

/**
 * Whether what a part does most squarely starts from data. What only stands beside, as a store or a registry does, may stand
 * at the beginning.
 */
function worksOnData({ engine }: Checked, { node, entry, offerings }: Part): boolean {
  if (node.role === 'supporting' || entry.kind === 'context' || entry.kind === 'part') return false;
  const squarely = Math.max(0, ...offerings.map(({ offer }) => offer.fit));
  const foremost = offerings.filter(({ offer }) => offer.fit === squarely);
  return foremost.some(({ offer }) => {
    const task = engine.index.tasks.get(offer.task);
    return task !== undefined && acceptedBy(task, offer).length > 0;
  });
}

/** Parts that no line leads to or from, though others are joined; not those of which it is told what has to flow in. */
export function checkConnections(checked: Checked): readonly Problem[] {
  const { page, edges } = checked;
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const nodes = Object.values(page.nodes).filter(({ kind }) => kind !== 'note' && kind !== 'text' && kind !== 'image');
  if (nodes.length < 2) return [];
  const hungry = new Set(checkInputs(checked).flatMap(({ parts }) => parts));
  return nodes
    .filter(({ id }) => !joined.has(id) && !hungry.has(id))
    .map(
      (node): Problem => ({
        id: `unconnected ${node.id}`,
        kind: 'unconnected',
        severity: 'hint',
        text: `No line leads to ${node.label || 'a part without a name'} or from it.`,
        parts: [node.id],
      }),
    );
}
