/** What a decision takes for granted, as sentences. */
import type { Exclusion } from './decision.ts';
import type { Judged } from './judged.ts';
import { restsOnGuess } from './need.ts';

/** Guesses, the customer, what was put in, what nothing is open for, and the data that was not spoken of. */
export function assumptions(judged: Judged, excluded: readonly Exclusion[]): string[] {
  const { engine, need, ordered, tasks, sifted, settled } = judged;
  const said: string[] = [];
  for (const { task, entry, obstacle } of settled.refused) {
    if (!tasks.some((needed) => needed.task === task)) continue;
    const name = engine.index.tasks.get(task)?.name ?? task;
    const other = ordered.find((planned) => planned.task.id === task)?.offering.service.name;
    const instead = other === undefined ? 'Nothing else does it.' : `${other} does it in the plan.`;
    const why = obstacle ? `but it is ruled out: ${obstacle.text}` : 'which it does not do.';
    said.push(`You chose ${entry.name} for "${name}", ${why} ${instead}`);
  }
  const [foremost] = tasks;
  if (foremost && restsOnGuess(need)) {
    const name = engine.index.tasks.get(foremost.task)?.name ?? foremost.task;
    said.push(`"${name}" is a guess from few words. Say what goes in and what should come out.`);
  }
  if (
    need.constraints.customer === undefined &&
    excluded.some(({ constraint, status }) => constraint === 'lifecycle' && status === 'closed-to-new')
  ) {
    said.push(
      'You are taken for a new customer: what is closed to new customers is left out. Say so if you already use it.',
    );
  }
  for (const { task, bridge } of ordered) {
    if (bridge) said.push(`"${task.name}" was put in, so that the data at hand can be used.`);
  }
  for (const { task } of tasks) {
    if (!sifted.open.has(task))
      said.push(
        `Nothing in the catalogue is open for "${engine.index.tasks.get(task)?.name ?? task}" under these constraints.`,
      );
  }
  if (ordered.length > 0 && need.have.length === 0) {
    const first = ordered[0];
    const kind = engine.index.dataKinds.get(first?.offering.offer.accepts?.[0] ?? first?.task.accepts[0] ?? '');
    if (kind) said.push(`You did not say what data you have; ${kind.name} is assumed.`);
  }
  return said;
}
