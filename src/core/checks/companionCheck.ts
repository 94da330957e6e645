import type { Companion, Entry } from '../catalog/entry.ts';
import { foremostTask } from '../decision/companions.ts';
import { mayBe } from '../decision/kinds.ts';
import { type Checked, givenAlong, type Part } from './checked.ts';
import type { Problem } from './problem.ts';

/** Roles without which a part can't start; stores and triggers are often left out of a picture on purpose. */
const needed: ReadonlySet<Companion['role']> = new Set(['registry', 'training']);

/** How far above its part a companion is put, px. */
const above = 260;

/**
 * Parts that need another one beside them that is nowhere on the page: a container without a registry. What itself only stands
 * beside another part is that one's to run.
 */
export function checkCompanions(checked: Checked): readonly Problem[] {
  const present = new Set(checked.parts.map(({ entry }) => entry.id));
  return checked.parts.flatMap((part): Problem[] => {
    if (part.node.role === 'supporting') return [];
    const roles = new Set(part.entry.companions.map(({ role }) => role).filter((role) => needed.has(role)));
    return [...roles].flatMap((role): Problem[] => {
      const companions = part.entry.companions.filter((companion) => companion.role === role);
      const known = companions.flatMap((companion) => {
        const entry = checked.engine.index.entries.get(companion.id);
        return entry ? [{ companion, entry }] : [];
      });
      const [first] = known;
      if (!first || known.some(({ entry }) => present.has(entry.id) || isDoneWithout(checked, part, entry))) return [];
      return [
        {
          id: `companion ${role} ${part.node.id}`,
          kind: 'missing-companion',
          severity: 'warning',
          text: `${part.node.label} needs ${first.entry.name} beside it: ${lowest(first.companion.because)}.`,
          parts: [part.node.id],
          fix: addBeside(part, first.entry, first.companion),
        },
      ];
    });
  });
}

/** Whether another part does what the companion is there for, or what it would give flows in: then nothing is missing. */
function isDoneWithout(checked: Checked, part: Part, companion: Entry): boolean {
  const { engine } = checked;
  const work = foremostTask(engine.index, companion);
  if (!work) return false;
  const gives = ({ offerings }: Part): boolean =>
    offerings.some(({ offer }) => {
      const task = engine.index.tasks.get(offer.task);
      return task?.group === work.group && task.produces.some((kind) => work.produces.includes(kind));
    });
  // What is one's own with `covers` is there for that; a service that could do it besides is not.
  if (checked.parts.some((other) => other !== part && other.node.covers !== undefined && gives(other))) return true;
  return checked.edges.some(
    (edge) =>
      edge.to === part.node.id && givenAlong(checked, edge).some((kind) => mayBe(engine.lattice, kind, work.produces)),
  );
}

const lowest = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

function addBeside({ node }: Part, entry: Entry, { flow }: Companion): NonNullable<Problem['fix']> {
  const id = `${node.id}--${entry.id}`.slice(0, 120);
  return {
    label: `Add ${entry.name}`,
    commands: [
      {
        type: 'add',
        nodes: [
          {
            id,
            kind: 'service',
            label: entry.name,
            entry: entry.id,
            role: 'supporting',
            ...(node.group === undefined ? {} : { group: node.group }),
            ...(node.position ? { position: { x: node.position.x, y: node.position.y - above } } : {}),
          },
        ],
        edges: [{ from: id, to: node.id, label: flow, style: 'support' }],
      },
    ],
  };
}
