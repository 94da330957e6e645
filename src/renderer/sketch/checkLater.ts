/** Has large pages looked over by a worker, which starts with the first of them. */
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { Problem } from '../../core/checks/problem.ts';
import type { Need } from '../../core/decision/need.ts';
import type { Page } from '../../core/diagram/page.ts';
import { nextTask } from '../app/nextTask.ts';
import { startWorker } from '../layout/trustedWorker.ts';
import type { ChecksAnswer, ChecksRequest } from './checksMessages.ts';
import checksWorkerUrl from './checksWorker.ts?worker&url';

interface Checker {
  readonly worker: Worker;
  readonly waiting: Map<number, (problems: readonly Problem[]) => void>;
}

const checkers = new WeakMap<Catalog, Checker>();
let count = 0;

function start(catalog: Catalog): Checker {
  const worker = startWorker(checksWorkerUrl, 'checks');
  const waiting: Checker['waiting'] = new Map();
  const answer = (id: number, problems: readonly Problem[]) => {
    waiting.get(id)?.(problems);
    waiting.delete(id);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<ChecksAnswer>) => answer(data.id, data.problems));
  // Without the checks a page can be drawn all the same; the next change of it asks a new worker.
  worker.addEventListener('error', () => {
    checkers.delete(catalog);
    for (const id of [...waiting.keys()]) answer(id, []);
  });
  const checker = { worker, waiting };
  checkers.set(catalog, checker);
  return checker;
}

/** What `checkPage` says of a page, with the decision on a need where there is one. */
export function checkLater(catalog: Catalog, page: Page, need: Need | undefined): Promise<readonly Problem[]> {
  const known = checkers.get(catalog);
  const { worker, waiting } = known ?? start(catalog);
  count += 1;
  const request: ChecksRequest = { id: count, page, ...(need && { need }), ...(known ? {} : { catalog }) };
  return new Promise((resolve) => {
    waiting.set(request.id, resolve);
    // A page of thousands takes its time to be copied, which the edit that asks does not wait for.
    void nextTask().then(() => worker.postMessage(request));
  });
}
