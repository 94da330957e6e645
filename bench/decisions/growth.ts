/**
 * How the time of a decision grows with the catalogue: 2,000 entries against 120 (issue 3, section 7: at most 20 times), over
 * catalogues of the shape of the real one. json-rules-engine sifts the same ones.
 */
import type { Catalog } from '../../src/core/catalog/catalog.ts';
import { decide } from '../../src/core/decision/decide.ts';
import { median, printTable } from '../measure.ts';
import { oneEngine } from './rules.ts';
import { syntheticCatalog, syntheticNeeds, type TaskGrowth } from './syntheticCatalog.ts';

const sizes = [120, 500, 2_000] as const;
const growths: readonly TaskGrowth[] = ['kept', 'growing'];
const needsEach = 60;
const seed = 20_261_123;
const mostTimes = 20;
const warmUps = 8;
const runs = 15;

/** Measures, prints, and says whether the goal holds. */
export async function benchGrowth(model: Catalog): Promise<boolean> {
  let holds = true;
  const rows: Record<string, string | number>[] = [];
  for (const growth of growths) {
    let smallest: number | undefined;
    for (const size of sizes) {
      const catalog = syntheticCatalog(model, size, seed, growth);
      const needs = syntheticNeeds(catalog, needsEach, seed);
      const run = (): void => {
        for (const need of needs) decide(catalog, need);
      };
      // Before it counts: the first run builds the index, the others let the compiler have its say.
      for (let round = 0; round < warmUps; round += 1) run();
      const ms = (await median(runs, run)).ms / needs.length;
      smallest ??= ms;
      const times = ms / smallest;
      if (times > mostTimes) holds = false;
      const rules = oneEngine(catalog);
      const few = needs.slice(0, 6);
      const peer = await median(1, async () => {
        for (const need of few)
          await rules(
            need,
            need.tasks.map(({ task }) => task),
          );
      });
      rows.push({
        'entries and tasks': `${size} entries, ${catalog.tasks.length} tasks`,
        'ms a decision': ms.toFixed(3),
        'times that of the smallest': times.toFixed(1),
        'json-rules-engine, ms': (peer.ms / few.length).toFixed(1),
      });
    }
  }
  printTable(rows);
  console.log(`Goal, 2,000 entries in at most ${mostTimes} times the time of 120: ${holds ? 'holds' : 'MISSED'}.`);
  return holds;
}
