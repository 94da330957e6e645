/**
 * Letters that the shipped font has none of, such as Chinese, Arabic or emoji. An SVG leaves them to the fonts of whoever opens
 * it; a PNG is painted with the shipped font alone, so that it is the same everywhere, and leaves them out.
 */
import { counted, listed } from '../base/words.ts';
import { fontMetrics } from '../text/fontMetrics.ts';
import type { Scene, SceneText } from './scene.ts';

/** Has no shape of its own: marks that join a letter, joiners, variation selectors, controls, and what is white. */
const shapeless = /^[\p{M}\p{C}\p{Z}\s]$/u;

/** Letters named in a sentence at most. */
const mostNamed = 3;

/** What a PNG of the scene leaves out, as a sentence with the way out; undefined where it has every letter. */
export function missingLetters(scene: Scene): string | undefined {
  const missing = new Set<string>();
  for (const { text } of wordsOf(scene))
    for (const letter of text) if (!has(letter) && !shapeless.test(letter)) missing.add(letter);
  if (missing.size === 0) return undefined;
  const named = [...missing].slice(0, mostNamed);
  const rest = missing.size - named.length;
  const all = rest > 0 ? [...named, counted(rest, 'other letter')] : named;
  return `A PNG leaves out ${listed(all)}, which the font of pictures does not have. An SVG with embedded text shows them.`;
}

/** The weights have the same letters. */
const has = (letter: string): boolean => fontMetrics[400].glyphs.has(letter.codePointAt(0) ?? 0);

function* wordsOf({ texts, groups, nodes, edges, legend }: Scene): Generator<SceneText> {
  yield* texts;
  for (const group of groups) yield* group.texts;
  for (const edge of edges) yield* edge.label?.texts ?? [];
  for (const { text } of legend) yield text;
  for (const node of nodes) {
    yield* node.texts;
    for (const { text } of [...node.rows, ...node.badges]) yield text;
  }
}
