import { describe, expect, it } from 'vitest';
import { missingLetters } from '../../../src/core/scene/missingLetters.ts';
import { placeLine } from '../../../src/core/scene/placeText.ts';
import type { Scene } from '../../../src/core/scene/scene.ts';
import { fontMetrics } from '../../../src/core/text/fontMetrics.ts';

const titled = (title: string): Scene => ({
  theme: 'light',
  title,
  width: 400,
  height: 200,
  texts: [placeLine(title, 'heading', { x: 40, top: 32 })],
  groups: [],
  nodes: [],
  edges: [],
  legend: [],
});

describe('missingLetters', () => {
  it('says nothing of what the font has, nor of marks and what is white', () => {
    for (const title of ['', 'Calls → “insights”', 'Звонки, Κλήσεις, Çağrı', 'e\u0301 a\u200db\ufe0f c\u00a0d'])
      expect(missingLetters(titled(title))).toBeUndefined();
  });

  it('names each once, three at most, and the way out', () => {
    expect(missingLetters(titled('通話通話 😀'))).toBe(
      'A PNG leaves out 通, 話 and 😀, which the font of pictures does not have. An SVG with embedded text shows them.',
    );
    expect(missingLetters(titled('通話録音分析'))).toContain('通, 話, 録 and 3 other letters, which');
  });

  it('finds them wherever words stand', () => {
    const label = placeLine('音声', 'label', { x: 0, top: 0 });
    const box = { x: 0, y: 0, width: 10, height: 10 };
    const edge = {
      id: 'e',
      from: 'a',
      to: 'b',
      style: 'flow',
      state: 'plain',
      points: [],
      label: { box, texts: [label] },
    };
    expect(missingLetters({ ...titled('Calls'), edges: [edge] as Scene['edges'] })).toContain('音 and 声');
  });

  it('may ask one weight for all', () => {
    const [regular, ...others] = ([400, 500, 600] as const).map((weight) => [...fontMetrics[weight].glyphs.keys()]);
    for (const other of others) expect(other).toEqual(regular);
  });
});
