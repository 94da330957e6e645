/** Texts in the room that there is for them. */
import { type Context, textWidth } from './brush.ts';

/** Breaks words into at most two lines, the first as long as can be; undefined where they do not fit. */
export function inLines(
  context: Context,
  text: string,
  font: string,
  room: number,
  most: number,
): readonly string[] | undefined {
  if (textWidth(context, text, font) <= room) return [text];
  if (most < 2) return undefined;
  const words = text.split(' ');
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(context, longer, font) <= room) line = longer;
    else if (line === '' || lines.length + 1 >= most) return undefined;
    else {
      lines.push(line);
      line = word;
      if (textWidth(context, word, font) > room) return undefined;
    }
  }
  return [...lines, line];
}

/** The longest beginning of a text that fits, with an ellipsis; undefined where less than `least` letters of it do. */
export function cut(context: Context, text: string, font: string, room: number, least: number): string | undefined {
  const beginning = (length: number) => `${text.slice(0, length).trimEnd()}…`;
  let fits = least - 1;
  let tooLong = text.length;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (textWidth(context, beginning(middle), font) <= room) fits = middle;
    else tooLong = middle;
  }
  return fits < least ? undefined : beginning(fits);
}
