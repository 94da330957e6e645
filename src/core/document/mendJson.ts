/** Making JSON of a damaged file of ours again, line by line: the form has a record a line for this too. */
import { endOfText } from '../base/safeJson.ts';

export interface MendedJson {
  readonly value: unknown;
  /** What was left out, in sentences. */
  readonly lost: readonly string[];
}

const parsed = (json: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(json) as unknown };
  } catch {
    return undefined;
  }
};

/** A line that is whole in itself: `"name": value`, with or without a comma. */
const isWholeLine = (line: string): boolean => parsed(`{${line.replace(/,\s*$/, '')}}`) !== undefined;

/** A line that opens or closes something: `"pages": [`, `{`, `},`, `]`. */
const isFrame = (line: string): boolean => /^\s*("(?:[^"\\]|\\.)*"\s*:\s*)?[[{]\s*$|^\s*[\]}],?\s*$/.test(line);

/**
 * Leaves out the lines that can't be read and closes what a cut has left open; undefined where that is not enough. The depth
 * of the text has been looked at before.
 */
export function mendJson(text: string): MendedJson | undefined {
  const lost: string[] = [];
  const kept: string[] = [];
  for (const [place, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    if (isFrame(line) || isWholeLine(line)) kept.push(line);
    else lost.push(`Line ${place + 1} can't be read: ${line.trim().slice(0, 40)}`);
  }
  const closed = closedFrames(kept);
  if (closed.added > 0) lost.push('The file is cut off at its end');
  const whole = parsed(closed.json);
  if (whole === undefined) return undefined;
  return { value: whole.value, lost: lost.length > 0 ? lost : ['A bracket or a comma was wrong'] };
}

/** The lines with commas just where they belong, frames that were never closed closed, and nothing after the end. */
function closedFrames(lines: readonly string[]): { readonly json: string; readonly added: number } {
  const open: string[] = [];
  const out: string[] = [];
  let mayNeedComma = false;
  for (const line of lines) {
    const bare = line.trim().replace(/,$/, '');
    const closes = bare === '}' || bare === ']';
    if (closes) {
      if (open.length === 0) break;
      if (open.at(-1) === bare) open.pop();
      // A bracket that closes nothing here is one whose opening line is lost.
      else continue;
    }
    out.push(mayNeedComma && !closes ? `,${bare}` : bare);
    mayNeedComma = closes || !opensFrame(bare);
    if (!closes && opensFrame(bare)) open.push(bare.endsWith('{') ? '}' : ']');
    if (open.length === 0) break;
  }
  return { json: [...out, ...[...open].reverse()].join('\n'), added: open.length };
}

/** Whether the line's last bracket stands outside of a text. */
function opensFrame(line: string): boolean {
  if (!line.endsWith('{') && !line.endsWith('[')) return false;
  const quote = line.indexOf('"');
  return quote === -1 || endOfText(line, quote) < line.length - 1;
}
