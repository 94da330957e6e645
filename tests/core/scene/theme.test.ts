import { describe, expect, it } from 'vitest';
import { type Theme, themes } from '../../../src/core/scene/theme.ts';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(left: string, right: string): number {
  const [high = 0, low = 0] = [luminance(left), luminance(right)].sort((one, other) => other - one);
  return (high + 0.05) / (low + 0.05);
}

const toneLines = (theme: Theme): string[] => [
  theme.toneBlueLine,
  theme.toneGreenLine,
  theme.toneAmberLine,
  theme.toneRoseLine,
];

const textPairs = (theme: Theme): [string, string, string][] => [
  ...[theme.canvas, theme.surface, theme.raised, theme.group, ...theme.bands].flatMap(
    (ground): [string, string, string][] => [
      ['ink', theme.ink, ground],
      ['muted', theme.muted, ground],
    ],
  ),
  ['ink on suitable', theme.ink, theme.accentFaint],
  ['ink on supporting', theme.ink, theme.supportSoft],
  ['accent on recommended', theme.accentInk, theme.accentSoft],
  ['accent on surface', theme.accentInk, theme.surface],
  ['on accent', theme.onAccent, theme.accent],
  ['support', theme.supportInk, theme.supportSoft],
  ['warning', theme.warningInk, theme.warningSoft],
  ['danger', theme.dangerInk, theme.dangerSoft],
  ['success', theme.successInk, theme.successSoft],
  ['neutral', theme.neutralInk, theme.neutralSoft],
  ...[theme.toneBlue, theme.toneGreen, theme.toneAmber, theme.toneRose].flatMap(
    (ground): [string, string, string][] => [
      ['ink on a tone', theme.ink, ground],
      ['muted on a tone', theme.muted, ground],
    ],
  ),
];

describe.each(Object.entries(themes))('theme %s', (_, theme) => {
  it.each(textPairs(theme))('%s: %s on %s is readable', (_name, text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps dimmed text and meaningful lines at 3 to 1', () => {
    expect(contrast(theme.dimmed, theme.surfaceDimmed)).toBeGreaterThanOrEqual(3);
    for (const line of [theme.lineStrong, theme.accent, theme.support, theme.flow, theme.danger, ...toneLines(theme)]) {
      expect(contrast(line, theme.canvas)).toBeGreaterThanOrEqual(3);
    }
  });
});
