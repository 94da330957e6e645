/** A run of random edits with undo and redo in between, and everything that must hold after each. */
import { expect } from 'vitest';
import { countedIds } from '../../src/core/diagram/ids.ts';
import type { Command } from '../../src/core/document/command.ts';
import type { SketchDocument } from '../../src/core/document/document.ts';
import { type History, perform, redo, startHistory, undo } from '../../src/core/document/history.ts';
import { commandOf, type Whim } from './randomCommands.ts';
import { brokenPromises } from './soundDocument.ts';

/** How a run went: how many commands changed something, how many were refused, and which ones were done. */
export interface RunCount {
  readonly done: number;
  readonly refused: number;
  readonly types: ReadonlySet<Command['type']>;
}

/** Runs the whims from a start; throws (an assertion) where any promise is broken. */
export function modelRun(start: SketchDocument, run: readonly Whim[]): RunCount {
  const ids = countedIds();
  let history: History = startHistory(start);
  const count = { done: 0, refused: 0, types: new Set<Command['type']>() };
  for (const whim of run) {
    const before = history;
    if (whim.kind % 10 === 0) history = undo(history);
    else if (whim.kind % 10 === 1) history = redo(history);
    else {
      const gesture = whim.kind % 4 === 0 ? 'drag' : undefined;
      const command = commandOf(history.document, whim);
      const outcome = perform(history, command, ids, gesture);
      if (outcome.ok) {
        history = outcome.value.history;
        count.types.add(command.type);
      }
      count[outcome.ok ? 'done' : 'refused'] += 1;
    }
    if (history === before) continue;
    const broken = brokenPromises(history.document);
    if (broken.length > 0) expect.fail(`${JSON.stringify(whim)} broke: ${broken.join('; ')}`);
  }
  const end = history.document;
  let steps = 0;
  while (history.past) {
    history = undo(history);
    steps += 1;
  }
  expect(history.document).toStrictEqual(start);
  while (history.future && steps > 0) {
    history = redo(history);
    steps -= 1;
  }
  expect(history.document).toStrictEqual(end);
  return count;
}
