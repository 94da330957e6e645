import { expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
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
