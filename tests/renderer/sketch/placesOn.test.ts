import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { overlap } from '../../../src/core/base/geometry.ts';
import { emptyPage, tableOf } from '../../../src/core/diagram/page.ts';
import { placesOn } from '../../../src/renderer/sketch/placesOn.ts';
import { sceneNode, sceneOf } from '../../support/sceneParts.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong');
const { catalog } = knowledge.value;

const cloud = { id: 'cloud', x: 0, y: 0, width: 600, height: 500, depth: 0, outlined: true, texts: [] };
const page = {
  ...emptyPage('page-1', ''),
  groups: tableOf([{ id: 'cloud', kind: 'cloud' as const, label: 'AWS Cloud' }]),
};
const size = { width: 144, height: 108 };
const isInside = ({ x, y }: { readonly x: number; readonly y: number }) =>
  x >= 0 && y >= 0 && x + size.width <= cloud.width && y + size.height <= cloud.height;

it('keeps what runs in AWS within its boundary while there is room, and what does not where it is free', () => {
  // Room is left at the right only; to the left of the boundary it would be nearer.
  const nodes = [sceneNode('wide', { x: 20, y: 40, width: 330, height: 440 })];
  const place = placesOn(page, sceneOf({ nodes, groups: [cloud] }), catalog);
  const wished = { x: 60, y: 250 };
  expect(isInside(place(size, wished, { type: 'entry', entry: 'transcribe' }))).toBe(true);
  expect(isInside(place(size, wished, { type: 'node', kind: 'actor', label: 'Person' }))).toBe(false);
  // Where it is put outside on purpose it stays.
  expect(isInside(place(size, { x: -300, y: 250 }, { type: 'entry', entry: 'transcribe' }))).toBe(false);
});

it('goes out of a boundary that is full', () => {
  const nodes = [sceneNode('full', { x: 20, y: 40, width: 560, height: 440 })];
  const place = placesOn(page, sceneOf({ nodes, groups: [cloud] }), catalog);
  expect(isInside(place(size, { x: 300, y: 250 }, { type: 'entry', entry: 'transcribe' }))).toBe(false);
});

describe('a boundary that is worked in', () => {
  const vpc = { ...cloud, id: 'vpc', x: 100, y: 100, width: 320, height: 220 };
  const subnet = { ...vpc, id: 'subnet', x: 116, y: 144, width: 240, height: 160 };
  const nested = {
    ...emptyPage('page-1', ''),
    groups: tableOf([
      { id: 'vpc', kind: 'vpc' as const, label: 'VPC' },
      { id: 'subnet', kind: 'subnet' as const, label: 'Private subnet', parent: 'vpc' },
    ]),
  };
  const seen = { x: 0, y: 0, width: 1200, height: 800 };
  const middle = { x: 600, y: 400 };
  const lambda = { type: 'entry', entry: 'lambda' } as const;
  const another = { type: 'group', kind: 'subnet', label: 'Private subnet' } as const;
  const placeWith = (selected: string, groups = [vpc, subnet], nodes: Parameters<typeof sceneOf>[0]['nodes'] = []) =>
    placesOn(nested, sceneOf({ groups, nodes }), catalog, { selection: new Set([selected]), seen });

  it('takes what belongs in it, and grows where it is full', () => {
    expect(placeWith('subnet')({ width: 120, height: 60 }, middle, lambda)).toEqual({ x: 176, y: 194 });
    const large = placeWith('subnet')({ width: 300, height: 108 }, middle, lambda);
    expect(large).toEqual({ x: subnet.x + 16, y: subnet.y + 44, group: 'subnet' });
    // A subnet is no place for another: both stand in the VPC, which grows for it.
    const beside = placeWith('subnet')({ width: 320, height: 220 }, middle, another);
    expect(beside.group).toBe('vpc');
    expect(overlap({ ...beside, width: 320, height: 220 }, subnet)).toBe(false);
  });

  it('grows over nothing else, and takes no people', () => {
    const nodes = [
      sceneNode('right', { x: 440, y: 100, width: 100, height: 900 }),
      sceneNode('below', { x: 100, y: 340, width: 320, height: 60 }),
    ];
    expect(placeWith('vpc', [vpc, subnet], nodes)({ width: 320, height: 220 }, middle, another).group).toBe(undefined);
    const person = placeWith('subnet')({ width: 100, height: 60 }, middle, { type: 'node', kind: 'actor', label: 'P' });
    expect(person).toEqual({ x: middle.x - 50, y: middle.y - 30 });
  });

  it('counts only while it is seen', () => {
    const away = { x: 2000, y: 0, width: 800, height: 600 };
    const place = placesOn(nested, sceneOf({ groups: [vpc, subnet] }), catalog, {
      selection: new Set(['vpc']),
      seen: away,
    });
    expect(place({ width: 120, height: 60 }, { x: 2400, y: 300 }, lambda)).toEqual({ x: 2340, y: 270 });
  });
});
