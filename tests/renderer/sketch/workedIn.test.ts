import { expect, it } from 'vitest';
import { emptyPage, tableOf } from '../../../src/core/diagram/page.ts';
import { boundariesWorkedIn, mayHold } from '../../../src/renderer/sketch/workedIn.ts';

const page = {
  ...emptyPage('page-1', ''),
  nodes: tableOf([
    { id: 'one', kind: 'service' as const, label: '', group: 'subnet' },
    { id: 'other', kind: 'service' as const, label: '', group: 'vpc' },
    { id: 'alone', kind: 'service' as const, label: '' },
  ]),
  groups: tableOf([
    { id: 'vpc', kind: 'vpc' as const, label: '' },
    { id: 'subnet', kind: 'subnet' as const, label: '', parent: 'vpc' },
  ]),
  edges: tableOf([{ id: 'line', from: 'one', to: 'other', style: 'flow' as const }]),
};
const workedIn = (...ids: readonly string[]) => boundariesWorkedIn(page, new Set(ids));

it('is the boundary that is selected, or that holds all that is', () => {
  expect(workedIn('subnet')).toEqual(['subnet', 'vpc']);
  expect(workedIn('one', 'line')).toEqual(['subnet', 'vpc']);
  expect(workedIn('other')).toEqual(['vpc']);
  for (const ids of [[], ['alone'], ['line'], ['one', 'other'], ['gone']]) expect(workedIn(...ids)).toEqual([]);
});

it('holds boundaries as AWS nests them', () => {
  for (const [holder, kind] of [
    ['cloud', 'region'],
    ['vpc', 'subnet'],
    ['vpc', 'zone'],
    ['custom', 'vpc'],
    ['subnet', 'custom'],
  ] as const)
    expect(mayHold(holder, kind), `${holder} ${kind}`).toBe(true);
  for (const [holder, kind] of [
    ['subnet', 'vpc'],
    ['subnet', 'public-subnet'],
    ['layer', 'subnet'],
    ['cloud', 'on-premises'],
    ['on-premises', 'vpc'],
  ] as const)
    expect(mayHold(holder, kind), `${holder} ${kind}`).toBe(false);
});
