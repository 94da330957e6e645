/** Reading JSON that came from outside: length and depth are looked at before a parser sees it. */
import { failure, type Result, success } from './result.ts';
import type { Steps } from './steps.ts';

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
const colon = 58;

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

/** Objects and lists that are counted in one step. */
const countedAtOnce = 2_000;

/**
 * Whether a text of JSON names something twice in the same object: of those a parser keeps the last, in silence. `value` is what the text
 * was parsed as, within its limits of depth: it has fewer names then than the text.
 */
export function* namesTwice(text: string, value: unknown): Steps<boolean> {
  let written = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === quote) at = endOfText(text, at);
    else if (unit === colon) written += 1;
  }
  yield;
  let kept = 0;
  let visited = 0;
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    const inner: readonly unknown[] = Array.isArray(next) ? next : Object.values(next);
    if (!Array.isArray(next)) kept += inner.length;
    for (const each of inner) if (typeof each === 'object' && each !== null) waiting.push(each);
    visited += 1;
    if (visited % countedAtOnce === 0) yield;
  }
  return kept < written;
}
