/** Rows 13, 14 and 17 of what is promised, in full: the modest runs are in tests/core/document. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/core/document/command.ts';
import { damages } from '../support/damage.ts';
import { tellFigure } from '../support/figure.ts';
import { modelRun } from '../support/modelRun.ts';
import { openDamaged, roundTrip } from '../support/openingRuns.ts';
import { whims } from '../support/randomCommands.ts';
import { documents } from '../support/randomDocuments.ts';
import { draftedSketch, emptySketch } from '../support/sketches.ts';

/** `LODESTACK_SEED` repeats a run; by default each is another. */
const seed = Number(process.env.LODESTACK_SEED ?? Date.now() % 1_000_000);

/** Every command that there is: one more must be among the random ones. */
const everyCommand: Readonly<Record<Command['type'], true>> = {
  add: true,
  remove: true,
  set: true,
  move: true,
  resize: true,
  place: true,
  fit: true,
  reconnect: true,
  nest: true,
  order: true,
  align: true,
  distribute: true,
  duplicate: true,
  paste: true,
  'merge-draft': true,
  'add-page': true,
  'remove-page': true,
  'rename-page': true,
  'duplicate-page': true,
  'move-page': true,
  'set-title': true,
  'set-need': true,
  'set-decision': true,
  batch: true,
};

describe(`documents (seed ${seed})`, () => {
  it('row 17: 20,000 runs of 60 random commands with undo and redo keep every promise', (context) => {
    const types = new Set<string>();
    let [done, refused] = [0, 0];
    fc.assert(
      fc.property(fc.constantFrom(emptySketch, draftedSketch), whims(60), (start, run) => {
        const count = modelRun(start, run);
        done += count.done;
        refused += count.refused;
        for (const type of count.types) types.add(type);
      }),
      { numRuns: 20_000, seed },
    );
    tellFigure(context, `20,000 runs of 60: ${done} commands of ${types.size} types done, ${refused} refused`);
    expect([...types].sort()).toEqual(Object.keys(everyCommand).sort());
  });

  it('row 14: 5,000 random documents open as they were saved, and are saved again byte by byte', (context) => {
    fc.assert(fc.property(documents(60), roundTrip), { numRuns: 5_000, seed });
    tellFigure(context, '5,000 documents');
  });

  it('row 13: 10,000 damaged files lose nothing in silence, and give a sound document or a typed error', (context) => {
    const counts: Record<string, number> = {};
    fc.assert(
      fc.property(documents(20), damages, (document, damage) => {
        const outcome = openDamaged(document, damage);
        counts[outcome] = (counts[outcome] ?? 0) + 1;
      }),
      { numRuns: 10_000, seed },
    );
    const told = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
    tellFigure(context, `10,000 documents: ${told.join(', ')}`);
    expect(counts.salvaged).toBeGreaterThan(5_000);
  });
});
