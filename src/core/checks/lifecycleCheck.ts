import type { Entry, LifecycleStatus } from '../catalog/entry.ts';
import { entryObstacle, lifecycleSentence } from '../decision/constraints.ts';
import { type Need, needSchema } from '../decision/need.ts';
import type { Checked, Part } from './checked.ts';
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
  return checked.parts.flatMap((part): Problem[] => {
    const { status, sources } = part.entry.lifecycle;
    if (status === 'active') return [];
    const kept = status === 'closed-to-new' && need.constraints.customer === 'existing';
    const successor = openSuccessor(checked, part.entry, need);
    return [
      {
        id: `lifecycle ${part.node.id}`,
        kind: 'lifecycle',
        severity: kept ? 'hint' : severities[status],
        text: `${part.entry.name}: ${lifecycleSentence(part.entry)}${successor ? ` Use ${successor.name} instead.` : ''}`,
        parts: [part.node.id],
        sources,
        ...(successor ? { fix: replaceBy(part, successor) } : {}),
      },
    ];
  });
}

/** The first successor that this customer can start with. */
const openSuccessor = ({ engine }: Checked, entry: Entry, need: Need): Entry | undefined =>
  entry.lifecycle.successors
    .map((id) => engine.index.entries.get(id))
    .find((next) => next && next.lifecycle.status === 'active' && !entryObstacle(engine.index, next, need));

/** The node stands for the successor; a name of the user's own stays. */
const replaceBy = ({ node, entry }: Part, successor: Entry): NonNullable<Problem['fix']> => ({
  label: `Replace by ${successor.name}`,
  commands: [
    {
      type: 'set',
      ids: [node.id],
      fields: { entry: successor.id, why: null, ...(node.label === entry.name ? { label: successor.name } : {}) },
    },
  ],
});
