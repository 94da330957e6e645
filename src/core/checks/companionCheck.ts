import type { Companion, Entry } from '../catalog/entry.ts';
import { foremostTask } from '../decision/foremostTask.ts';
import { mayBe } from '../decision/kinds.ts';
import type { EdgeStyle } from '../diagram/diagram.ts';
import { type Checked, freeId, givenAlong, groupBeside, lowest, needs, type Part } from './checked.ts';
import type { Problem } from './problem.ts';

/** How far above its part a companion is put, px. */
const above = 260;

/**
 * Parts that need another one beside them that is nowhere on the page: a container without a registry. What itself only stands
 * beside another part is that one's to run.
 */
export function checkCompanions(checked: Checked, parts: readonly Part[] = checked.parts): readonly Problem[] {
  return parts.flatMap((part): Problem[] => {
    if (part.node.role === 'supporting') return [];
    const roles = new Set(needs(part.entry).map(({ role }) => role));
    return [...roles].flatMap((role): Problem[] => {
      const companions = part.entry.companions.filter((companion) => companion.role === role);
      const known = companions.flatMap((companion) => {
        const entry = checked.engine.index.entries.get(companion.id);
        return entry ? [{ companion, entry }] : [];
      });
      const [first] = known;
      if (!first || known.some(({ entry }) => checked.present.has(entry.id) || isDoneWithout(checked, part, entry)))
        return [];
      return [
        {
          id: `companion ${role} ${part.node.id}`,
          kind: 'missing-companion',
          severity: 'warning',
          text: `${part.node.label} needs ${first.entry.name} beside it: ${lowest(first.companion.because)}.`,
          parts: [part.node.id],
          fix: addBeside(checked, part, first.entry, first.companion),
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
  // What is there for it by its tasks is; a service that could do it besides is not.
  if (checked.makersOf(work).some((other) => other.node.id !== part.node.id)) return true;
  return (checked.edgesAt.get(part.node.id) ?? []).some(
    (edge) =>
      edge.to === part.node.id && givenAlong(checked, edge).some((kind) => mayBe(engine.lattice, kind, work.produces)),
  );
}

/** How the line from a companion is drawn, and the data that it hands on, if any. */
interface Held {
  readonly style: EdgeStyle;
  readonly data?: string;
}

/** A companion before a part, joined to it as the catalogue says. */
export function addBeside(
  checked: Checked,
  { node }: Part,
  entry: Entry,
  { flow }: Companion,
  held: Held = { style: 'support' },
): NonNullable<Problem['fix']> {
  const id = freeId(checked.page, `${node.id}--${entry.id}`);
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
            ...(held.data === undefined ? {} : { data: held.data }),
            ...groupBeside(checked, entry, node),
            ...(node.position ? { position: { x: node.position.x, y: node.position.y - above } } : {}),
          },
        ],
        edges: [{ from: id, to: node.id, label: flow, ...held }],
      },
    ],
  };
}
