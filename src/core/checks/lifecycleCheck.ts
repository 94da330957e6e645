import type { Entry, LifecycleStatus } from '../catalog/entry.ts';
import { entryObstacle, lifecycleSentence } from '../decision/constraints.ts';
import { type Need, needSchema } from '../decision/need.ts';
import { type Checked, givenAlong, givenBy, meets, offeringsOf, type Part } from './checked.ts';
import { checkCompanions } from './companionCheck.ts';
import type { Problem, Severity } from './problem.ts';

const nobody: Need = needSchema.parse({});

/** How grave each status is for who wants to build with it. */
const severities: Readonly<Record<Exclude<LifecycleStatus, 'active'>, Severity>> = {
  retired: 'error',
  'closed-to-new': 'error',
  ending: 'warning',
  legacy: 'warning',
};

/** Services that are retired, closed, ending or frozen; a click puts the successor in their place. */
export function checkLifecycle(checked: Checked): readonly Problem[] {
  const need = checked.decision?.need ?? nobody;
  const planned = new Set(checked.decision?.architecture.stages.map(({ id }) => id));
  return checked.parts.flatMap((part): Problem[] => {
    const { status, sources } = part.entry.lifecycle;
    if (status === 'active') return [];
    const kept = status === 'closed-to-new' && need.constraints.customer === 'existing';
    // The decision takes it all the same and says why; the badge on the part says how it stands.
    if ((kept || status === 'legacy') && planned.has(part.entry.id)) return [];
    const successor = openSuccessor(checked, part, need);
    return [
      {
        id: `lifecycle ${part.node.id}`,
        kind: 'lifecycle',
        severity: kept ? 'hint' : severities[status],
        text: `${part.entry.name}: ${lifecycleSentence(part.entry)}${successor ? ` Use ${successor.name} instead.` : ''}`,
        parts: [part.node.id],
        sources,
        ...(successor ? { fix: replaceBy(checked, part, successor) } : {}),
      },
    ];
  });
}

/**
 * What stands for it and can be started with: a successor, or what the decision recommends for the tasks that it is there for. What
 * does all of those comes first, then what fits the lines.
 */
function openSuccessor(checked: Checked, { entry, node }: Part, need: Need): Entry | undefined {
  const { engine, edgesAt, decision } = checked;
  const answers = (decision?.recommendations ?? []).filter(({ tasks }) =>
    tasks.some((task) => node.covers?.includes(task)),
  );
  const doesAll = (next: Entry): boolean => {
    const able = new Set(offeringsOf(engine, next, undefined).map(({ offer }) => offer.task));
    return (node.covers ?? []).every((task) => able.has(task));
  };
  const fits = (next: Entry): boolean => {
    const part: Part = { node, entry: next, offerings: offeringsOf(engine, next, node.covers) };
    return (edgesAt.get(node.id) ?? []).every((edge) => {
      if (edge.style !== 'flow') return true;
      const given =
        edge.from === node.id && edge.data === undefined ? givenBy(checked, part) : givenAlong(checked, edge);
      return meets(checked, given, edge.to === node.id ? part : checked.partOf.get(edge.to));
    });
  };
  const open = [...new Set([...entry.lifecycle.successors, ...answers.map(({ id }) => id)])]
    .flatMap((id) => engine.index.entries.get(id) ?? [])
    .filter((next) => next.lifecycle.status === 'active' && !entryObstacle(engine.index, next, need));
  const worth = (next: Entry): number => 2 * Number(doesAll(next)) + Number(fits(next));
  return open.toSorted((one, other) => worth(other) - worth(one))[0];
}

/** The node stands for the successor, with what that cannot do without; a name of the user's own stays. */
function replaceBy(checked: Checked, { node, entry }: Part, successor: Entry): NonNullable<Problem['fix']> {
  const offerings = offeringsOf(checked.engine, successor, node.covers);
  const lacking = checkCompanions(checked, [{ node, entry: successor, offerings }]);
  return {
    label: `Replace by ${successor.name}`,
    commands: [
      {
        type: 'set',
        ids: [node.id],
        fields: { entry: successor.id, why: null, ...(node.label === entry.name ? { label: successor.name } : {}) },
      },
      ...lacking.flatMap(({ fix }) => fix?.commands ?? []),
    ],
  };
}
