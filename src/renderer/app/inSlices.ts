import type { Steps } from '../../core/base/steps.ts';
import { nextTask } from './nextTask.ts';

/** How long one slice may take, ms: with the step that it ends in still well below what is felt. */
const slice = 12;

/** Does work in slices of so many ms, each in a task of its own. */
export async function inSlices<Value>(steps: Steps<Value>, atOnce = slice): Promise<Value> {
  for (;;) {
    await nextTask();
    const ends = performance.now() + atOnce;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < ends);
  }
}
