import { expect, it, vi } from 'vitest';
import type { Catalog } from '../../../src/core/catalog/catalog.ts';
import { emptyPage } from '../../../src/core/diagram/page.ts';
import { checkLater } from '../../../src/renderer/sketch/checkLater.ts';
import type { ChecksAnswer, ChecksRequest } from '../../../src/renderer/sketch/checksMessages.ts';

const world = vi.hoisted(() => ({ posted: [] as unknown[], answer: (_: unknown) => {} }));

vi.mock('../../../src/renderer/layout/trustedWorker.ts', () => ({
  startWorker: () => ({
    postMessage: (request: unknown) => world.posted.push(request),
    addEventListener: (kind: string, listener: (event: { data: unknown }) => void) => {
      if (kind === 'message') world.answer = (data) => listener({ data });
    },
  }),
}));
vi.mock('../../../src/renderer/sketch/checksWorker.ts?worker&url', () => ({ default: 'checks' }));

it('copies a page to the worker in a task of its own, the catalogue with the first, and takes each answer to its question', async () => {
  const catalog = {} as Catalog;
  const asked = [emptyPage('one', ''), emptyPage('two', '')].map((page) => checkLater(catalog, page, undefined));
  await Promise.resolve();
  expect(world.posted).toEqual([]);
  await vi.waitFor(() => expect(world.posted).toHaveLength(2));
  const [first, second] = world.posted as [ChecksRequest, ChecksRequest];
  expect([first.page.id, first.catalog === catalog, second.page.id, second.catalog]).toEqual([
    'one',
    true,
    'two',
    undefined,
  ]);
  const found = [{ id: 'p', kind: 'unconnected', severity: 'hint', text: 'p', parts: [] }] as const;
  world.answer({ id: second.id, problems: found } satisfies ChecksAnswer);
  world.answer({ id: first.id, problems: [] } satisfies ChecksAnswer);
  expect(await Promise.all(asked)).toEqual([[], found]);
});
