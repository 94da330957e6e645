import { describe, expect, it } from 'vitest';
import type { Flow } from '../../../src/core/decision/decision.ts';
import { storeId, throughStores } from '../../../src/core/drafting/stores.ts';

const flow = (from: string, to: string, data = 'text'): Flow => ({ from, to, data, label: data });
const stages = new Set(['first', 'second']);
const before = storeId('shelf', 'input-store');
const after = storeId('shelf', 'output-store');

describe('throughStores', () => {
  it('leads what comes in through the store that its stage reads from', () => {
    const flows = throughStores([flow('input', 'first'), flow('shelf', 'first', 'input-store')], stages);
    expect(flows.map(({ from, to }) => [from, to])).toEqual([
      ['input', before],
      [before, 'first'],
    ]);
  });

  it('hands data on between stages without a store', () => {
    const flows = throughStores(
      [
        flow('first', 'second'),
        flow('shelf', 'second', 'input-store'),
        flow('first', 'shelf', 'output-store'),
        flow('second', 'shelf', 'output-store'),
        flow('second', 'output'),
      ],
      stages,
    );
    expect(flows.map(({ from, to }) => [from, to])).toEqual([
      ['first', 'second'],
      ['second', after],
      ['second', 'output'],
    ]);
  });

  it('leaves registries and other companions alone', () => {
    const registry = flow('registry', 'first', 'registry');
    expect(throughStores([registry, flow('input', 'first')], stages)).toEqual([registry, flow('input', 'first')]);
  });

  it('leads past the store what does not rest there', () => {
    const flows = [flow('input', 'first', 'live'), flow('shelf', 'first', 'input-store')];
    const [led] = throughStores(flows, stages, ({ data }) => data !== 'live');
    expect(led).toEqual(flow('input', 'first', 'live'));
  });

  it('does not take a call for food: who is only started by another stage still reads its own data', () => {
    const flows = throughStores(
      [flow('first', 'second', 'calls'), flow('input', 'second'), flow('shelf', 'second', 'input-store')],
      stages,
    );
    expect(flows.map(({ from, to }) => [from, to])).toContainEqual(['input', before]);
  });
});
