import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Need, needSchema } from '../../../src/core/decision/need.ts';
import { applyReading } from '../../../src/renderer/state/applyReading.ts';
import { toggleTask } from '../../../src/renderer/state/needEdits.ts';

const need = (parts: Partial<Record<keyof Need, unknown>> = {}): Need => needSchema.parse(parts);
const asking = (...tasks: string[]): Need => need({ tasks: tasks.map((task) => ({ task })) });
const tasksOf = ({ tasks }: Need): string[] => tasks.map(({ task }) => task);

describe('a change of the sentence', () => {
  it('brings what is new and takes what is gone', () => {
    expect(tasksOf(applyReading(asking('a', 'b'), asking('a', 'b'), asking('b', 'c')))).toEqual(['b', 'c']);
  });

  it('leaves what was picked by hand', () => {
    expect(tasksOf(applyReading(asking('picked', 'a'), asking('a'), asking('b')))).toEqual(['picked', 'b']);
  });

  it('does not bring back what was removed by hand while the words still stand', () => {
    const removed = toggleTask(asking('a', 'b'), 'a');
    expect(tasksOf(applyReading(removed, asking('a', 'b'), asking('a', 'b', 'c')))).toEqual(['b', 'c']);
  });

  it('brings it back when the words were gone and come again', () => {
    const without = applyReading(toggleTask(asking('a'), 'a'), asking('a'), asking());
    expect(tasksOf(applyReading(without, asking(), asking('a')))).toEqual(['a']);
  });

  it('follows a constraint, unless it was set by hand', () => {
    const live = need({ constraints: { mode: 'live' } });
    const batch = need({ constraints: { mode: 'batch' } });
    expect(applyReading(live, live, batch).constraints).toEqual({ mode: 'batch' });
    expect(applyReading(live, live, need()).constraints).toEqual({});
    expect(applyReading(need({ constraints: { mode: 'batch' } }), live, need()).constraints).toEqual({ mode: 'batch' });
    expect(applyReading(need(), live, live).constraints).toEqual({});
  });

  it('takes the new words of what both sentences say', () => {
    const words = (start: number) =>
      need({ tasks: [{ task: 'a', triggers: [{ start, end: start + 1, words: 'x' }] }] });
    expect(applyReading(words(1), words(1), words(5))).toEqual(words(5));
  });

  it('forgets the sentence when it is deleted', () => {
    expect('text' in applyReading(need({ text: 'x' }), need({ text: 'x' }), need())).toBe(false);
  });
});

const someTasks = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e')).map((tasks) => asking(...tasks));

describe('whatever the sentences say', () => {
  it('an untouched need is always what the last sentence reads as', () => {
    fc.assert(
      fc.property(fc.array(someTasks, { minLength: 1 }), (readings) => {
        let current = asking();
        let before = asking();
        for (const after of readings) {
          current = applyReading(current, before, after);
          before = after;
        }
        expect(new Set(tasksOf(current))).toEqual(new Set(tasksOf(before)));
      }),
    );
  });

  it('what was picked by hand is never lost, and nothing is asked twice', () => {
    fc.assert(
      fc.property(someTasks, someTasks, (before, after) => {
        const picked = toggleTask(before, 'z');
        const result = tasksOf(applyReading(picked, before, after));
        expect(result).toContain('z');
        expect(new Set(result).size).toBe(result.length);
      }),
    );
  });
});
