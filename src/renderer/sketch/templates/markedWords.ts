import type { Need } from '../../../core/decision/need.ts';

/** The need of a template with the words of its sentence that say so, as far as the reading of it finds them. */
export const markedWords = (need: Need, reading: Need): Need => {
  const read = new Map(reading.tasks.map(({ task, triggers }) => [task, triggers]));
  return {
    ...need,
    tasks: need.tasks.map((task) => ({ ...task, triggers: read.get(task.task) ?? task.triggers })),
  };
};
