/** Output for people: colour where it is welcome, and lines that fit. */
import { styleText } from 'node:util';
import type { Io } from './io.ts';

/** Text by what it means; how that looks, or that it looks like nothing, is the terminal's affair. */
export interface Paint {
  strong(text: string): string;
  faint(text: string): string;
  good(text: string): string;
  warning(text: string): string;
  bad(text: string): string;
  accent(text: string): string;
}

type Style = Parameters<typeof styleText>[0];

/** Colours, or none where `io` does not want them. */
export const paintFor = ({ colours }: Pick<Io, 'colours'>): Paint => {
  // Whether to colour is decided here, once, and not again from the state of the process.
  const painter = (style: Style) => (text: string) =>
    colours ? styleText(style, text, { validateStream: false }) : text;
  return {
    strong: painter('bold'),
    faint: painter('dim'),
    good: painter('green'),
    warning: painter('yellow'),
    bad: painter('red'),
    accent: painter('cyan'),
  };
};

/** Breaks a text into lines of at most `width` columns at its spaces. A longer word gets a line of its own. */
const wrapped = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    if (line === '') line = word;
    else if (line.length + 1 + word.length <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
};

/** A paragraph whose first line begins with `mark` and whose others stand under its text. `style` colours the text. */
export const paragraph = (
  mark: string,
  text: string,
  width: number,
  style: (line: string) => string = (line) => line,
): readonly string[] => {
  const hang = ' '.repeat(mark.length);
  return wrapped(text, Math.max(20, width - mark.length)).map(
    (line, index) => `${index === 0 ? mark : hang}${style(line)}`,
  );
};

/** Rows in columns, two spaces apart; the last column is not padded. */
export const columns = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, cell.length);
    });
  }
  return rows.map((row) =>
    row.map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0))).join('  '),
  );
};

/** Text of a user's as it may be shown in a terminal: control characters, which could steer it, become spaces. */
export const harmless = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');
