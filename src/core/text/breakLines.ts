import { measureText, type TextMeasure } from './measure.ts';

/** A line of text and its width in px. */
export interface Line {
  readonly text: string;
  readonly width: number;
}

const ellipsis = '…';
/** A longest run that is worth looking at: no line of a picture holds more, and a text may be megabytes. */
const longestText = 2000;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** After which a line may end: a space, a hyphen or slash inside a word, or any character of a square script. */
const pieces =
  /\s+|[^\s\-/\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+[-/]?|[-/]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/**
 * Breaks `text` into lines of at most `width` px, at spaces, after hyphens and slashes, and inside a word only where
 * the word alone is wider than a line. Of more than `maxLines`, the last one kept ends in an ellipsis.
 * White space is collapsed; an empty text gives no line.
 */
export function breakLines(text: string, style: TextMeasure, width: number, maxLines = 1): readonly Line[] {
  const whole = text.slice(0, longestText).replace(/\s+/g, ' ').trim();
  if (whole === '' || maxLines < 1) return [];
  const lines: string[] = [];
  let line = '';
  let rest: string[] = whole.match(pieces) ?? [];
  while (rest.length > 0) {
    const [piece = '', ...after] = rest;
    if (measureText((line + piece).trimEnd(), style) <= width) {
      line += line === '' ? piece.trimStart() : piece;
      rest = after;
    } else if (line.trim() !== '') {
      if (lines.length === maxLines - 1) return measured([...lines, ended(line + rest.join(''), style, width)], style);
      lines.push(line.trimEnd());
      line = '';
    } else {
      const [head, tail] = splitWord(piece, style, width);
      line = head;
      rest = tail === '' ? after : [tail, ...after];
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return measured(lines.length > maxLines ? lines.slice(0, maxLines) : lines, style);
}

/** One line of at most `width` px, ended by an ellipsis where the text is longer. */
export function fitLine(text: string, style: TextMeasure, width: number): Line {
  return breakLines(text, style, width, 1)[0] ?? { text: '', width: 0 };
}

const measured = (lines: readonly string[], style: TextMeasure): readonly Line[] =>
  lines.map((text) => ({ text, width: measureText(text, style) }));

/** The longest head of a word that fits, at least one character as people count them, and what is left. */
function splitWord(word: string, style: TextMeasure, width: number): [string, string] {
  let head = '';
  for (const { segment } of graphemes.segment(word)) {
    if (head !== '' && measureText(head + segment, style) > width) break;
    head += segment;
  }
  return [head, word.slice(head.length)];
}

function ended(text: string, style: TextMeasure, width: number): string {
  let head = '';
  for (const { segment } of graphemes.segment(text)) {
    if (measureText(head + segment + ellipsis, style) > width) break;
    head += segment;
  }
  return head.trimEnd() + ellipsis;
}
