import type { Entry } from '../catalog/entry.ts';
import type { DiagramNode } from '../diagram/diagram.ts';
import type { Page } from '../diagram/page.ts';
import { draftArchitecture } from '../drafting/draft.ts';
import { type Checked, freeId, lowest, type Part } from './checked.ts';
import { placeBetween } from './companionCheck.ts';
import type { Problem } from './problem.ts';
import { withoutPart } from './withoutPart.ts';

/** Tasks of the need that nothing on the page does; a click puts there what the decision recommends for them. */
export function checkNeed(checked: Checked): readonly Problem[] {
  const { decision, engine } = checked;
  if (!decision) return [];
  const done = doneOn(checked);
  return decision.need.tasks.flatMap(({ task: id }): Problem[] => {
    const task = engine.index.tasks.get(id);
    if (!task || done.has(id)) return [];
    const foremost = decision.need.tasks[0]?.task === id;
    const fix = fixOf(checked, decision, id);
    return [
      {
        id: `need ${id}`,
        kind: 'need-not-covered',
        severity: foremost ? 'error' : 'warning',
        text: `Nothing here does what you asked for: ${lowest(task.name)}.`,
        parts: [],
        ...(fix ? { fix } : {}),
      },
    ];
  });
}

/** Tasks that something on the page does: not what only stands beside, nor a service that can't do what it is there for. */
function doneOn({ page, parts, partOf }: Checked): ReadonlySet<string> {
  const able = parts.filter(({ node }) => node.role !== 'supporting');
  const own = Object.values(page.nodes).filter(({ id, entry }) => entry === undefined && !partOf.has(id));
  return new Set([
    ...able.flatMap(({ node: { covers }, offerings }) => {
      const tasks = offerings.map(({ offer }) => offer.task);
      return covers === undefined ? tasks : tasks.filter((task) => covers.includes(task));
    }),
    ...own.flatMap(({ covers = [] }) => covers),
  ]);
}

type Decided = NonNullable<Checked['decision']>;

/** What is there already does the task too, or what the decision recommends for it is added as the draft has it. */
function fixOf(checked: Checked, decision: Decided, task: string): Problem['fix'] {
  const answer = decision.recommendations.find(({ tasks }) => tasks.includes(task));
  const entry = answer && checked.engine.index.entries.get(answer.id);
  if (!entry) return undefined;
  const there = checked.parts.find(({ node, entry: own }) => own.id === entry.id && node.role !== 'supporting');
  if (there) {
    const { id, label, covers = [] } = there.node;
    return {
      label: `Let ${label} do it`,
      commands: [{ type: 'set', ids: [id], fields: { covers: [...covers, task] } }],
    };
  }
  return { label: `Add ${entry.name}`, commands: [addAsDrafted(checked, decision, entry.id, task)] };
}

/** The part as today's draft has it, with the stores and the ends beside it that are missing, joined to what is there. */
function addAsDrafted({ page, engine }: Checked, decision: Decided, entry: string, task: string) {
  const fresh = draftArchitecture(engine.index.catalog, decision);
  const nodes = new Map(fresh.nodes.map((node) => [node.id, node]));
  const main = fresh.nodes.find((node) => node.entry === entry && node.role === 'stage') ?? {
    id: entry,
    kind: 'service' as const,
    label: engine.index.entries.get(entry)?.name ?? entry,
    entry,
    role: 'stage' as const,
    covers: [task],
  };
  const isThere = (id: string): boolean => {
    const [here, drafted] = [page.nodes[id], nodes.get(id)];
    return here !== undefined && here.entry === drafted?.entry && here.kind === drafted?.kind;
  };
  const added = new Map<string, DiagramNode>([[main.id, main]]);
  for (const id of added.keys()) {
    for (const edge of fresh.edges.filter(({ from, to }) => from === id || to === id)) {
      const other = nodes.get(edge.from === id ? edge.to : edge.from);
      if (other && other.role !== 'stage' && !isThere(other.id)) added.set(other.id, other);
    }
  }
  const named = (id: string): string => (added.has(id) ? freeId(page, id) : id);
  const fromThere = (end: 'from' | 'to', at: 'from' | 'to') =>
    fresh.edges.flatMap((edge) => (edge[end] === main.id && isThere(edge[at]) ? (page.nodes[edge[at]] ?? []) : []));
  const [before, after] = [fromThere('to', 'from'), fromThere('from', 'to')];
  const gap = added.size === 1 && before.length > 0 && after.length > 0 ? placeBetween(page, before, after) : undefined;
  const corner = gap ?? freeCorner(page);
  return {
    type: 'add' as const,
    nodes: [...added.values()].map((node, place) => {
      const { group, ...rest } = node;
      const position = { x: corner.x + place * columnWidth, y: corner.y };
      const inside = group !== undefined && page.groups[group] ? { group } : {};
      return { ...rest, ...inside, id: named(node.id), position };
    }),
    edges: fresh.edges
      .filter(({ from, to }) => added.has(from) || added.has(to))
      .filter(({ from, to }) => [from, to].every((id) => added.has(id) || isThere(id)))
      .map(({ id: _own, from, to, ...edge }) => ({ ...edge, from: named(from), to: named(to) })),
  };
}

/** From one added part to the next, px. */
const columnWidth = 220;

/** Below everything that is there. */
function freeCorner(page: Page): { readonly x: number; readonly y: number } {
  const placed = Object.values(page.nodes).flatMap(({ position }) => position ?? []);
  if (placed.length === 0) return { x: 80, y: 120 };
  return { x: Math.min(...placed.map(({ x }) => x)), y: Math.max(...placed.map(({ y }) => y)) + 240 };
}

/** Kinds of entries that no decision weighs: nobody asks for them, so nothing is said of what they are there for. */
const beyondDecision: ReadonlySet<Entry['kind']> = new Set(['context', 'part']);

/** Services that do nothing of what is asked for, stand beside nothing that does, and change no data for what follows. */
export function checkParts(checked: Checked): readonly Problem[] {
  const { decision, edgesAt, engine, parts } = checked;
  if (!decision) return [];
  const asked = new Set([
    ...decision.need.tasks.map(({ task }) => task),
    ...decision.architecture.stages.flatMap(({ tasks }) => tasks),
  ]);
  const planned = new Set(decision.architecture.stages.map(({ id }) => id));
  const beside = new Set(parts.flatMap(({ entry }) => entry.companions.map(({ id }) => id)));
  const passes = ({ node, offerings }: Part): boolean => {
    if (!offerings.some(({ offer }) => engine.index.tasks.get(offer.task)?.bridges === true)) return false;
    const flows = (edgesAt.get(node.id) ?? []).filter(({ style }) => style === 'flow');
    return flows.some(({ to }) => to === node.id) && flows.some(({ from }) => from === node.id);
  };
  const isIdle = (part: Part): boolean =>
    !planned.has(part.entry.id) &&
    !beside.has(part.entry.id) &&
    !part.offerings.some(({ offer }) => asked.has(offer.task)) &&
    !passes(part);
  return parts
    .filter((part) => !beyondDecision.has(part.entry.kind) && isIdle(part))
    .map((part): Problem => {
      const commands = withoutPart(checked, part);
      return {
        id: `idle ${part.node.id}`,
        kind: 'covers-no-need',
        severity: 'hint',
        text: `${part.node.label} does nothing of what you asked for.`,
        parts: [part.node.id],
        ...(commands ? { fix: { label: 'Remove it', commands } } : {}),
      };
    });
}
