/**
 * From a decision to a draft architecture: the data at its ends, the stages in groups by the layers of the stack, what
 * stands beside them, and the flows between. A first picture to edit, so every id is stable.
 */
import { byCodeUnit } from '../base/order.ts';
import { capitalized } from '../base/words.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Entry } from '../catalog/entry.ts';
import { type CatalogIndex, indexCatalog } from '../catalog/lookup.ts';
import type { Task } from '../catalog/vocabulary.ts';
import type { Architecture, Decision, Flow, Stage } from '../decision/decision.ts';
import { engineOf } from '../decision/engine.ts';
import { foremostTask } from '../decision/foremostTask.ts';
import { feeds } from '../decision/kinds.ts';
import type { Diagram, DiagramEdge, DiagramGroup, DiagramNode } from '../diagram/diagram.ts';
import { type AskedFlow, talksOf, throughAskers } from './askers.ts';
import { type Host, throughHosts, toAskedHosts } from './hosts.ts';
import { throughRegistries } from './registries.ts';
import { fromSources } from './sources.ts';
import { handsOn, isStored, isStoreSide, storeEntry, storeId, throughStores } from './stores.ts';
import { throughTrainers } from './trainers.ts';

const cloudGroup: DiagramGroup = { id: 'aws-cloud', kind: 'cloud', label: 'AWS Cloud' };
const teamNode: DiagramNode = { id: 'team', kind: 'actor', label: 'Your team' };
const applicationNode: DiagramNode = { id: 'application', kind: 'actor', label: 'Your application' };

/** Longest title, in characters; a longer sentence is cut at a word. */
const longestTitle = 120;

function titleOf(index: CatalogIndex, decision: Decision): string {
  const said = decision.need.text?.trim().replace(/\s+/g, ' ');
  if (said !== undefined && said !== '') {
    return said.length <= longestTitle ? said : `${said.slice(0, longestTitle).replace(/\s+\S*$/, '')}…`;
  }
  const tasks = decision.need.tasks.map(({ task }) => index.tasks.get(task)?.name ?? task);
  return tasks.length > 0 ? tasks.join(', ') : 'Untitled sketch';
}

/** Where nothing was planned but something is recommended, the first recommendation stands alone: never an empty picture. */
function shownArchitecture(decision: Decision): Architecture {
  const [first] = decision.recommendations;
  if (decision.architecture.stages.length > 0 || !first) return decision.architecture;
  return { stages: [{ id: first.id, tasks: first.tasks, role: 'stage' }], flows: [] };
}

/** The group of a layer, within the cloud; what runs on devices stands outside of it. */
function groupOf(index: CatalogIndex, entry: Entry): DiagramGroup | undefined {
  const group = index.groups.get(entry.group);
  return group && { id: `layer-${group.layer.id}`, kind: 'layer', label: group.layer.name, parent: cloudGroup.id };
}

const runsOnDevices = (entry: Entry, stage: Stage): boolean => {
  const offers = entry.offers.filter(({ task }) => stage.tasks.includes(task));
  return offers.length > 0 && offers.every(({ places }) => places.includes('edge') && !places.includes('cloud'));
};

/** Whether data comes to a part and goes on from it, so that it lies on the way and not beside it. */
const isPassed = (flows: readonly Flow[], id: string): boolean =>
  flows.some((flow) => flow.to === id && handsOn(flow)) && flows.some((flow) => flow.from === id && handsOn(flow));

/**
 * A layer holds what of its own lies on the way of the data; what only stands beside lies in the cloud, or its way would lead back
 * and forth.
 */
function boundaryOf(
  index: CatalogIndex,
  entry: Entry,
  stage: Stage,
  layers: ReadonlySet<string>,
  flows: readonly Flow[],
): DiagramGroup | undefined {
  if (runsOnDevices(entry, stage)) return undefined;
  const group = stage.role === 'stage' || isPassed(flows, stage.id) ? groupOf(index, entry) : undefined;
  return group && layers.has(group.id) ? group : cloudGroup;
}

/** What stands at the other ends of the flows at a node. */
const besideNode = (id: string, flows: readonly Flow[]): ReadonlySet<string> =>
  new Set(flows.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : [])));

/** The tasks that a node serves: those that its part does, or, where it stands beside, those of the stages that it serves. */
function tasksServed(stage: Stage, { stages, flows }: Architecture, beside: ReadonlySet<string>): readonly string[] {
  if (stage.tasks.length > 0) return stage.tasks;
  const of = (ids: ReadonlySet<string>): readonly string[] => [
    ...new Set(stages.filter(({ id }) => ids.has(id)).flatMap(({ tasks }) => tasks)),
  ];
  // What stands beside a part that does no task itself serves what that serves.
  const served = of(beside);
  return served.length > 0 ? served : of(new Set([...beside].flatMap((id) => [...besideNode(id, flows)])));
}

/** Why one side of a store is there: what those that it stands beside say of it. */
function whyStored(index: CatalogIndex, id: string, beside: ReadonlySet<string>): string | undefined {
  const said = [...beside].flatMap((other) => index.entries.get(other)?.companions ?? []);
  return said.find((companion) => isStoreSide(companion.role) && storeId(companion.id, companion.role) === id)?.because;
}

/** Why this entry and not another, in one sentence: the first reason of the decision that speaks of what it does here. */
function whyChosen(decision: Decision, stage: Stage): string | undefined {
  const reasons = decision.verdicts.find(({ id }) => id === stage.id)?.reasons ?? [];
  const here = reasons.find(({ task }) => task !== undefined && stage.tasks.includes(task));
  return (here ?? reasons[0])?.text;
}

/** What all nodes of a draft are made from. */
interface Drafted {
  readonly index: CatalogIndex;
  readonly decision: Decision;
  readonly architecture: Architecture;
  /** Groups of the layers that are drawn. */
  readonly layers: ReadonlySet<string>;
}

/** The kind of data on a flow; what goes to and from a store is what comes in and out of the stage beside it. Else none. */
function dataOf(
  { index, architecture }: Pick<Drafted, 'index' | 'architecture'>,
  flow: Flow,
  stage: string,
): string | undefined {
  if (index.dataKinds.has(flow.data)) return flow.data;
  if (!isStored(flow)) return undefined;
  const ends = architecture.flows.filter(({ from, to }) =>
    flow.data === 'input-store' ? from === 'input' && to === stage : from === stage && to === 'output',
  );
  const known = ends.find(({ data }) => index.dataKinds.has(data))?.data;
  return known === undefined
    ? undefined
    : keptAs(index, storeEntry(flow.data === 'input-store' ? flow.from : flow.to), known);
}

/** What a store makes of data: most keep whatever comes, and one that is made for some kinds has those, such as vectors. */
function keptAs(index: CatalogIndex, store: string, data: string): string {
  const entry = index.entries.get(store);
  const made = entry?.carries ? [] : (entry?.offers ?? []).flatMap(({ task }) => index.tasks.get(task)?.accepts ?? []);
  const { lattice } = engineOf(index.catalog);
  return made.length === 0 || feeds(lattice, data, made) ? data : (made[0] ?? data);
}

/** A part of the architecture as a node; `id` tells the two sides of a store apart. */
function serviceNode(
  { index, decision, architecture, layers }: Drafted,
  stage: Stage,
  id: string,
  flows: readonly Flow[],
): Placed {
  const entry = index.entries.get(stage.id);
  const detail = stage.tasks.map((task) => index.tasks.get(task)?.name ?? task).join(', ');
  const group = entry && boundaryOf(index, entry, stage, layers, flows);
  const beside = besideNode(id, id === stage.id ? architecture.flows : flows);
  const covers = tasksServed(stage, architecture, beside);
  const why = whyStored(index, id, beside) ?? whyChosen(decision, stage);
  const data = id === stage.id ? undefined : dataHeld({ index, architecture }, id, flows);
  const node: DiagramNode = {
    id,
    kind: 'service',
    label: entry?.name ?? stage.id,
    ...(detail === '' ? {} : { detail }),
    ...(entry ? { entry: entry.id } : {}),
    ...(data === undefined ? {} : { data }),
    ...(group ? { group: group.id } : {}),
    role: stage.role,
    ...(covers.length > 0 ? { covers } : {}),
    ...(why === undefined ? {} : { why }),
  };
  return group ? { node, group } : { node };
}

/** What a store holds: the first kind of data that is known to come to it, or else to leave it. */
function dataHeld(
  drafted: Pick<Drafted, 'index' | 'architecture'>,
  store: string,
  flows: readonly Flow[],
): string | undefined {
  const coming = flows.filter(({ to }) => to === store).map((flow) => dataOf(drafted, flow, flow.from));
  const going = flows.filter(({ from }) => from === store).map((flow) => dataOf(drafted, flow, flow.to));
  return [...coming, ...going].find((data) => data !== undefined);
}

interface Placed {
  readonly node: DiagramNode;
  readonly group?: DiagramGroup;
}

/** The nodes of a part: itself, or the sides on which it stores; none where no flow is left that it takes part in. */
function nodesOf(drafted: Drafted, stage: Stage, flows: readonly Flow[]): Placed[] {
  const ids = [stage.id, storeId(stage.id, 'input-store'), storeId(stage.id, 'output-store')];
  const drawn = ids.filter((id) => flows.some(({ from, to }) => from === id || to === id));
  if (stage.role === 'stage' && !drawn.includes(stage.id)) drawn.unshift(stage.id);
  return drawn.map((id) => serviceNode(drafted, stage, id, flows));
}

function layersOfStages(index: CatalogIndex, stages: readonly Stage[]): Set<string> {
  const asked = stages.filter(({ role }) => role === 'stage').flatMap(({ id }) => index.entries.get(id) ?? []);
  return new Set(asked.flatMap((entry) => groupOf(index, entry)?.id ?? []));
}

/** A node for each kind of data that comes in; their edges need no label, since the node says it. */
const inputId = (data: string): string => `input-${data}`;

/** What stands at an end of a flow: a part, or what comes in or goes out. */
const endOf = (end: string, data: string): string =>
  end === 'input' ? inputId(data) : end === 'output' ? applicationNode.id : end;

function edgeOf(
  drafted: Pick<Drafted, 'index' | 'architecture'>,
  flow: AskedFlow,
  main: ReadonlySet<string>,
): DiagramEdge & Pick<AskedFlow, 'asked'> {
  const [from, to] = [endOf(flow.from, flow.data), endOf(flow.to, flow.data)];
  const data = dataOf(drafted, flow, flow.data === 'input-store' ? flow.to : flow.from);
  return {
    id: `${from}--${to}`,
    from,
    to,
    ...(flow.from === 'input' ? {} : { label: flow.label }),
    ...(flow.asked === undefined ? {} : { asked: flow.asked }),
    style:
      drafted.index.dataKinds.has(flow.data) || (isStored(flow) && main.has(from) && main.has(to)) ? 'flow' : 'support',
    ...(data === undefined ? {} : { data }),
  };
}

/** Flows between the same ends become one edge with the words of all, what is asked before what comes back. */
function joined(edges: readonly ReturnType<typeof edgeOf>[]): DiagramEdge[] {
  return [...new Set(edges.map(({ id }) => id))].flatMap((id) => {
    const same = edges.filter((edge) => edge.id === id);
    const [first] = same;
    if (!first) return [];
    const { asked: _words, label: _label, ...edge } = first;
    const asked = same.flatMap((each) => each.asked ?? []);
    const words = [...new Set([...asked, ...same.flatMap(({ label }) => label ?? [])])];
    return [
      {
        ...edge,
        ...(words.length > 0 ? { label: words.join(', ') } : {}),
        ...(asked.length > 0 ? { direction: 'both' as const } : {}),
      },
    ];
  });
}

/** The people who do part of what a stage does, each joined to it both ways. */
function peopleBeside(index: CatalogIndex, stages: readonly Stage[]): Pick<Diagram, 'nodes' | 'edges'>[] {
  return stages.flatMap(({ id, tasks }) => {
    const people = tasks.flatMap((task) => index.tasks.get(task)?.people ?? [])[0];
    if (!people) return [];
    const node: DiagramNode = { id: `${id}--people`, kind: 'actor', label: people.name };
    const ends = { id: `${id}--${node.id}`, from: id, to: node.id };
    return [{ nodes: [node], edges: [{ ...ends, label: people.flow, style: 'support', direction: 'both' }] }];
  });
}

/** Whether a part only runs or steers others. */
const steers = (flows: readonly Flow[], id: string): boolean => {
  const own = flows.filter(({ from }) => from === id);
  return own.length > 0 && own.every((flow) => !handsOn(flow) && !isStored(flow));
};

/** Ids of the stages that do what was asked. */
const askedOf = (stages: readonly Stage[]): Set<string> =>
  new Set(stages.filter(({ role }) => role === 'stage').map(({ id }) => id));

/** The architecture with what is trained joined to what trains it, which alone reads data and gives a model, and to its host. */
function withTrainers(index: CatalogIndex, { have }: Decision['need'], { stages, flows }: Architecture): Architecture {
  const { lattice } = engineOf(index.catalog);
  const handed = (part: string): string | undefined =>
    index.entries.get(part)?.companions.find(({ role }) => role === 'hosting')?.flow;
  const isMissing = ({ to, data }: Flow): boolean => {
    const entry = index.entries.get(to);
    const task = entry && foremostTask(index, entry);
    const takes = task?.asked === undefined ? [] : task.accepts;
    return feeds(lattice, data, takes) && !have.some((kind) => feeds(lattice, kind, takes));
  };
  const nameOf = (kind: string): string => index.dataKinds.get(kind)?.name ?? kind;
  const led = throughTrainers(toAskedHosts(flows, handed, isMissing), {
    recipe: (part, trainer) => {
      const [entry, job] = [index.entries.get(part), index.entries.get(trainer)];
      if (!job || (entry?.kind !== 'algorithm' && entry?.kind !== 'framework')) return undefined;
      const given = entry.offers.flatMap(({ task }) => index.tasks.get(task)?.produces ?? []);
      const joins = foremostTask(index, job)?.joins ?? [];
      // What is known by what its model will say, and by nothing else, is a recipe all the same: the first that a job joins.
      const data = joins.find((kind) => given.includes(kind)) ?? joins[0];
      return data === undefined ? undefined : { data, label: nameOf(data) };
    },
    isLive: (kind) => index.dataKinds.get(kind)?.live === true,
    nameOf,
  });
  return { stages, flows: led };
}

/** Flows as an architect draws them: past nothing that they go through. */
function ledThrough(index: CatalogIndex, { flows: all, stages }: Architecture): AskedFlow[] {
  const lattice = engineOf(index.catalog).lattice;
  const tasksOf = (id: string): readonly Task[] =>
    (index.entries.get(id)?.offers ?? []).flatMap(({ task }) => index.tasks.get(task) ?? []);
  const takes = (kind: string, id: string): boolean => tasksOf(id).some(({ accepts }) => feeds(lattice, kind, accepts));
  const gives = (kind: string, id: string): boolean => tasksOf(id).some(({ produces }) => produces.includes(kind));
  const talks = talksOf(index, stages, all);
  const rests = ({ to, data }: Flow, store: string): boolean =>
    takes(data, store) || (index.dataKinds.get(data)?.live !== true && talks.sent(to, data) === undefined);
  const hostOf = (id: string): Host => {
    const entry = index.entries.get(id);
    const task = entry && foremostTask(index, entry);
    const [data] = task?.produces ?? [];
    return {
      starts: task?.accepts[0],
      takes: (kind) => task !== undefined && feeds(lattice, kind, task.accepts),
      gives: data === undefined ? undefined : { data, label: index.dataKinds.get(data)?.name ?? data },
    };
  };
  const building = new Set(
    stages.filter(({ tasks }) => tasks.every((id) => index.tasks.get(id)?.building === true)).map(({ id }) => id),
  );
  const asked = askedOf(stages);
  // What a machine runs is no result of the model that is written for it.
  const isMachine = (id: string): boolean => index.entries.get(id)?.kind === 'compute';
  const isResult = (flow: Flow): boolean =>
    handsOn(flow) && (flow.to === 'output' || (asked.has(flow.to) && !building.has(flow.to) && !isMachine(flow.to)));
  const hosted = throughHosts(fromSources(all, gives), isResult, hostOf);
  return throughAskers(throughStores(throughRegistries(hosted, takes), asked, rests), talks);
}

/** The draft of a decision. A decision that recommends something never gives an empty picture. */
export function draftArchitecture(catalog: Catalog, decision: Decision): Diagram {
  const index = indexCatalog(catalog);
  const architecture = withTrainers(index, decision.need, shownArchitecture(decision));
  const { stages } = architecture;
  const asked = askedOf(stages);
  const flows = ledThrough(index, architecture);
  const drawnLayers = layersOfStages(index, stages);
  const drafted: Drafted = { index, decision, architecture, layers: drawnLayers };
  const services = stages.flatMap((stage) => nodesOf(drafted, stage, flows));
  const inputs = [...new Set(flows.filter(({ from }) => from === 'input').map(({ data }) => data))].map(
    (data): DiagramNode => {
      const name = index.dataKinds.get(data)?.name ?? data;
      return { id: inputId(data), kind: 'data', label: capitalized(name), data };
    },
  );
  // The way of the data: from the ends through the stages, and through the stores that what comes in rests in.
  const entered = flows.filter(({ from }) => from === 'input').map(({ to }) => to);
  const handed = flows.filter((flow) => asked.has(flow.from) && handsOn(flow)).map(({ to }) => to);
  const main = new Set([...inputs.map(({ id }) => id), ...asked, ...entered, ...handed, applicationNode.id]);
  const edges = joined(flows.map((flow) => edgeOf(drafted, flow, main)));
  // What nothing leads to and nothing but others run on is no place to start.
  const first = stages.find(({ id, role }) => role === 'stage' && !steers(flows, id)) ?? stages[0];
  const nodes = [...inputs, ...services.map(({ node }) => node)];
  // Who asks stands at the beginning, who only gets something at the end.
  const asks = edges.some(({ from }) => from === applicationNode.id);
  if (asks) nodes.unshift(applicationNode);
  else if (edges.some(({ to }) => to === applicationNode.id)) nodes.push(applicationNode);
  for (const people of peopleBeside(index, stages)) {
    nodes.push(...people.nodes);
    edges.push(...people.edges);
  }
  if (inputs.length === 0 && !asks && first) {
    nodes.unshift(teamNode);
    edges.unshift({ id: `${teamNode.id}--${first.id}`, from: teamNode.id, to: first.id, style: 'flow' });
  }
  const layers = new Map(
    services.flatMap(({ group }) => (group && group !== cloudGroup ? [[group.id, group] as const] : [])),
  );
  const order = new Map(catalog.layers.map(({ id }, place) => [`layer-${id}`, place]));
  const groups = [...layers.values()].sort(
    (left, right) => (order.get(left.id) ?? 0) - (order.get(right.id) ?? 0) || byCodeUnit(left.id, right.id),
  );
  return {
    title: titleOf(index, decision),
    nodes,
    groups: services.some(({ group }) => group) ? [cloudGroup, ...groups] : [],
    edges,
  };
}
