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

/** Text and the grounds that it stands on, in the window and in pictures. */
function textPairs(theme: Theme): [string, string, string][] {
  const plain = [theme.canvas, theme.surface, theme.raised, theme.group, ...theme.bands];
  const tones = [theme.toneBlue, theme.toneGreen, theme.toneAmber, theme.toneRose];
  const soft = [theme.accentSoft, theme.accentFaint, theme.supportSoft, theme.neutralSoft];
  const badges = [theme.neutralSoft, theme.warningSoft, theme.dangerSoft];
  const on = (name: string, text: string, grounds: readonly string[]) =>
    grounds.map((ground): [string, string, string] => [name, text, ground]);
  return [
    ...on('ink', theme.ink, [...plain, ...tones, ...soft, theme.surfaceDimmed]),
    ...on('muted', theme.muted, [...plain, ...tones, ...soft, theme.surfaceDimmed]),
    // Names and badges of what steps back; what is switched off.
    ...on('dimmed', theme.dimmed, [theme.canvas, theme.surface, theme.raised, theme.surfaceDimmed, ...badges]),
    ...on('accent ink', theme.accentInk, [...plain, ...soft]),
    ...on('on accent', theme.onAccent, [theme.accent]),
    ...on('support ink', theme.supportInk, [theme.surface, theme.supportSoft]),
    ...on('warning ink', theme.warningInk, [theme.surface, theme.raised, theme.warningSoft]),
    ...on('danger ink', theme.dangerInk, [theme.surface, theme.raised, theme.dangerSoft]),
    ...on('success ink', theme.successInk, [theme.surface, theme.raised, theme.successSoft]),
    ...on('neutral ink', theme.neutralInk, [theme.surface, theme.neutralSoft]),
    // Tooltips, the sign of a problem, the width of a gap.
    ...on('canvas on ink', theme.canvas, [theme.ink]),
    ...on('canvas on danger', theme.canvas, [theme.danger]),
  ];
}

/** Lines, rings, handles and marks that carry meaning, and the grounds beside them. */
function linePairs(theme: Theme): [string, string, string][] {
  const plain = [theme.canvas, theme.surface, theme.group, ...theme.bands];
  const on = (name: string, line: string, grounds: readonly string[]) =>
    grounds.map((ground): [string, string, string] => [name, line, ground]);
  return [
    ...on('focus', theme.focus, [...plain, theme.raised, theme.accentSoft, theme.supportSoft, theme.warningSoft]),
    ...on('border of what is recommended', theme.accent, [...plain, theme.accentSoft]),
    ...on('border of what is suitable', theme.accentLine, [...plain, theme.accentFaint, theme.neutralSoft]),
    ...on('border of what supports', theme.support, [...plain, theme.supportSoft]),
    ...on('border of a control', theme.lineStrong, [...plain, theme.raised, theme.surfaceDimmed, theme.accentFaint]),
    ...on('flow', theme.flow, plain),
    ...on('danger', theme.danger, [...plain, theme.surfaceDimmed, theme.dangerSoft]),
    ...on('warning', theme.warning, plain),
    ...on('success', theme.success, [theme.canvas, theme.surface]),
    ...theme.bandMarks.flatMap((mark, band) => on('mark of a band', mark, [theme.canvas, theme.bands[band] ?? ''])),
    ...on('blue', theme.toneBlueLine, [theme.canvas, theme.toneBlue]),
    ...on('green', theme.toneGreenLine, [theme.canvas, theme.toneGreen]),
    ...on('amber', theme.toneAmberLine, [theme.canvas, theme.toneAmber]),
    ...on('rose', theme.toneRoseLine, [theme.canvas, theme.toneRose]),
    ...on('violet border', theme.borderViolet, plain),
    ...on('teal border', theme.borderTeal, plain),
  ];
}

describe.each(Object.entries(themes))('theme %s', (_, theme) => {
  it.each(textPairs(theme))('%s: %s on %s is readable', (_name, text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(linePairs(theme))('%s: %s on %s can be seen', (_name, line, ground) => {
    expect(contrast(line, ground)).toBeGreaterThanOrEqual(3);
  });
});
