import { describe, expect, it } from 'vitest';
import type { Layout } from '../../../src/core/layout/layout.ts';
import { ownLayout } from '../../../src/core/layout/ownLayout.ts';
import { packLayout, unpackLayout } from '../../../src/renderer/layout/packedLayout.ts';
import { cloudGraph } from '../../support/layoutGraphs.ts';

describe('a packed layout', () => {
  it('comes out as it went in', () => {
    const made = ownLayout(cloudGraph(60));
    if (!made.ok) throw new Error(made.error.message);
    const labelled: Layout = {
      ...made.value,
      edges: {
        ...made.value.edges,
        labelled: { points: [{ x: 0.5, y: -2 }], label: { x: 1, y: 2, width: 3, height: 4 } },
        empty: { points: [] },
      },
    };
    const clone = structuredClone(packLayout(labelled));
    expect(unpackLayout(clone)).toEqual(labelled);
  });

  it('of nothing is nothing', () => {
    const nothing: Layout = { width: 0, height: 0, nodes: {}, groups: {}, edges: {} };
    expect(unpackLayout(packLayout(nothing))).toEqual(nothing);
  });

  it('that is cut short is not taken for a whole one', () => {
    const packed = packLayout({
      width: 1,
      height: 1,
      nodes: { a: { x: 0, y: 0, width: 1, height: 1 } },
      groups: {},
      edges: {},
    });
    expect(() => unpackLayout({ ...packed, numbers: packed.numbers.slice(1) })).toThrow(RangeError);
  });
});
