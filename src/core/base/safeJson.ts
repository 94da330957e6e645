/** Reading JSON that came from outside: length and depth are looked at before a parser sees it. */
import { failure, type Result, success } from './result.ts';

/** How much a text may hold before it is not read at all: a hostile file must cost neither memory nor the stack. */
export interface JsonLimits {
  /** Most characters (UTF-16 units). */
  readonly characters: number;
  /** Most brackets within brackets. */
  readonly depth: number;
}

/** Why a text was not read: longer or deeper than its limits allow, or no JSON. */
export type JsonFailure = 'too-long' | 'too-deep' | 'not-json';

const quote = 34;
const backslash = 92;
const opening = new Set([91, 123]);
const closing = new Set([93, 125]);

/** The deepest that brackets stand within brackets, outside of texts; looks no further once `most` is passed. */
function jsonDepth(text: string, most: number): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length && deepest <= most; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === quote) at = endOfText(text, at);
    else if (opening.has(unit)) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (closing.has(unit)) depth -= 1;
  }
  return deepest;
}

/** Place of the quote that ends the text which begins at `start`; the end of all where none does. */
function endOfText(json: string, start: number): number {
  for (let at = json.indexOf('"', start + 1); at !== -1; at = json.indexOf('"', at + 1)) {
    let before = at - 1;
    while (json.charCodeAt(before) === backslash) before -= 1;
    if ((at - before) % 2 === 1) return at;
  }
  return json.length;
}

/** Parses JSON within limits. Never throws and never overflows the stack. */
export function parseJson(text: string, limits: JsonLimits): Result<unknown, JsonFailure> {
  if (text.length > limits.characters) return failure('too-long');
  if (jsonDepth(text, limits.depth) > limits.depth) return failure('too-deep');
  try {
    return success(JSON.parse(text) as unknown);
  } catch {
    return failure('not-json');
  }
}
