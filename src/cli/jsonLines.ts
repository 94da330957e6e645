/** Deciding line by line: memory stays the same however many lines there are, and the order is kept. */
import { isMapping } from '../core/base/mapping.ts';
import { failure, type Result, success } from '../core/base/result.ts';
import { decide } from '../core/decision/decide.ts';
import { interpret } from '../core/decision/interpret.ts';
import type { Need } from '../core/decision/need.ts';
import { parseNeed } from '../core/decision/parseNeed.ts';
import { decisionJson } from '../core/export/decisionJson.ts';
import type { Knowledge } from './dataFiles.ts';
import { decodeText, openInput, readProblem } from './input.ts';
import type { Io } from './io.ts';
import { largestNeed, textProblem } from './limits.ts';
import { done, type Outcome, wrongInput } from './outcome.ts';

const lineFeed = 0x0a;

/** Splits bytes into lines. A line of more than `mostBytes` comes out as undefined, without being kept. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  mostBytes: number,
): AsyncGenerator<Uint8Array | undefined> {
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (part: Uint8Array): void => {
    size += part.length;
    if (size <= mostBytes) parts.push(part);
    else parts = [];
  };
  const line = (): Uint8Array | undefined => {
    const whole = size <= mostBytes ? Buffer.concat(parts) : undefined;
    parts = [];
    size = 0;
    return whole;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      take(chunk.subarray(start, end));
      yield line();
      start = end + 1;
    }
    take(chunk.subarray(start));
  }
  if (size > 0) yield line();
}

/** One line of input: what it asks, and the `id` that it wants to be known by. */
interface Asked {
  readonly need: Need;
  readonly id?: string | number;
}

/** Reads a line: `{"text": "…"}`, whatever else it holds, or a structured need (`{"tasks": […]}`). */
const readLine = (bytes: Uint8Array | undefined, { catalog, lexicon }: Knowledge): Result<Asked, string> => {
  if (bytes === undefined) return failure(`The line is longer than ${largestNeed / 1000} kB`);
  const line = decodeText(bytes);
  if (line === undefined) return failure('The line is not text in UTF-8');
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return failure('The line is not valid JSON; write one object with a "text" a line');
  }
  if (!isMapping(value)) return failure('The line must be a JSON object with a "text"');
  const { id, ...rest } = value;
  const name = typeof id === 'string' || typeof id === 'number' ? { id } : {};
  if (typeof rest.text === 'string' && !('tasks' in rest)) {
    const problem = textProblem(rest.text);
    return problem === undefined
      ? success({ need: interpret(rest.text, catalog, lexicon), ...name })
      : failure(problem);
  }
  if (!('tasks' in rest)) return failure('The object has no "text" (a sentence) and no "tasks" (a list of task ids)');
  const need = parseNeed(rest, catalog);
  if (!need.ok) return failure(need.error.map(({ field, message }) => `${field}: ${message}`).join('; '));
  const problem = need.value.text === undefined ? undefined : textProblem(need.value.text);
  return problem === undefined ? success({ need: need.value, ...name }) : failure(problem);
};

/** One decision a line, in the order of the input; in place of a bad line `{"error": …, "line": n}`. Empty lines are
 * passed over. */
export const decideLines = async (path: string, knowledge: Knowledge, io: Io): Promise<Outcome> => {
  let line = 0;
  let bad = 0;
  try {
    for await (const bytes of splitLines(openInput(path, io), largestNeed)) {
      line += 1;
      if (bytes?.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09)) continue;
      const asked = readLine(bytes, knowledge);
      if (!asked.ok) bad += 1;
      const answer = asked.ok
        ? {
            ...(asked.value.id === undefined ? {} : { id: asked.value.id }),
            ...decisionJson(knowledge.catalog, decide(knowledge.catalog, asked.value.need)),
          }
        : { error: asked.error, line };
      await io.out(`${JSON.stringify(answer)}\n`);
    }
  } catch (error) {
    return wrongInput(readProblem(path, error));
  }
  return bad === 0 ? done : wrongInput(`${bad} of ${line} lines could not be decided; see "error" in their places`);
};
