import { describe, expect, it } from 'vitest';
import type { Clip } from '../../../src/core/diagram/clipboard.ts';
import { pastePlace } from '../../../src/renderer/sketch/pastePlace.ts';

const clip: Clip = {
  nodes: [{ id: 'a', kind: 'note', label: 'a', position: { x: 100, y: 100 } }],
  groups: [],
  edges: [],
};
const seen = { x: 0, y: 0, width: 800, height: 600 };

describe('what is pasted', () => {
  it('lies a step beside what was copied, and each time a step further', () => {
    expect(pastePlace(clip, seen, 1)).toEqual({ x: 24, y: 24 });
    expect(pastePlace(clip, seen, 2)).toEqual({ x: 48, y: 48 });
  });

  it('lies in the middle of what is seen where its own place is not', () => {
    const by = pastePlace(clip, { ...seen, x: 5000 }, 1);
    expect(100 + by.x).toBeGreaterThan(5390);
    expect(100 + by.x).toBeLessThan(5430);
    expect(pastePlace(clip, { ...seen, x: 5000 }, 2)).toEqual({ x: by.x + 24, y: by.y + 24 });
  });
});
