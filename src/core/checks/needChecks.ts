import type { Checked, Part } from './checked.ts';
import type { Problem } from './problem.ts';

/** Tasks of the need that nothing on the page does; a click puts there what the decision recommends for them. */
export function checkNeed(checked: Checked): readonly Problem[] {
  const { decision, engine, parts } = checked;
  if (!decision) return [];
  const done = new Set(parts.flatMap(({ node, offerings }) => node.covers ?? offerings.map(({ offer }) => offer.task)));
  return decision.need.tasks.flatMap(({ task: id }): Problem[] => {
    const task = engine.index.tasks.get(id);
    if (!task || done.has(id)) return [];
    const answer = decision.recommendations.find(({ tasks }) => tasks.includes(id));
    const entry = answer && engine.index.entries.get(answer.id);
    const foremost = decision.need.tasks[0]?.task === id;
    return [
      {
        id: `need ${id}`,
        kind: 'need-not-covered',
        severity: foremost ? 'error' : 'warning',
        text: `Nothing here does what you asked for: ${task.name.toLowerCase()}.`,
        parts: [],
        ...(entry
          ? {
              fix: {
                label: `Add ${entry.name}`,
                commands: [
                  {
                    type: 'add' as const,
                    nodes: [
                      {
                        kind: 'service' as const,
                        label: entry.name,
                        detail: task.name,
                        entry: entry.id,
                        role: 'stage' as const,
                        covers: [id],
                        position: freeCorner(checked),
                      },
                    ],
                  },
                ],
              },
            }
          : {}),
      },
    ];
  });
}

/** Below everything that is there. */
function freeCorner({ page }: Checked): { readonly x: number; readonly y: number } {
  const placed = Object.values(page.nodes).flatMap(({ position }) => position ?? []);
  if (placed.length === 0) return { x: 80, y: 120 };
  return { x: Math.min(...placed.map(({ x }) => x)), y: Math.max(...placed.map(({ y }) => y)) + 240 };
}

/** Services that do nothing of what is asked for, and stand beside nothing that does. */
export function checkParts(checked: Checked): readonly Problem[] {
  const { decision, parts } = checked;
  if (!decision) return [];
  const asked = new Set([
    ...decision.need.tasks.map(({ task }) => task),
    ...decision.architecture.stages.flatMap(({ tasks }) => tasks),
  ]);
  const planned = new Set(decision.architecture.stages.map(({ id }) => id));
  const beside = new Set(parts.flatMap(({ entry }) => entry.companions.map(({ id }) => id)));
  const isIdle = ({ entry, offerings }: Part): boolean =>
    !planned.has(entry.id) && !beside.has(entry.id) && !offerings.some(({ offer }) => asked.has(offer.task));
  return parts
    .filter((part) => part.entry.kind !== 'context' && isIdle(part))
    .map(
      ({ node }): Problem => ({
        id: `idle ${node.id}`,
        kind: 'covers-no-need',
        severity: 'hint',
        text: `${node.label} does nothing of what you asked for.`,
        parts: [node.id],
        fix: { label: 'Remove it', commands: [{ type: 'remove', ids: [node.id] }] },
      }),
    );
}
