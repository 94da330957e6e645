/** How far an engine answers needs whose answers are known: the four shares of the goal. */
import { readFileSync } from 'node:fs';

/** One need of a corpus. `expected_all`: each must appear, `a|b` means either. `held`: never looked at while tuning. */
export interface JudgedNeed {
  readonly text: string;
  readonly need: 'single' | 'pipeline' | 'algorithm' | 'infra' | 'lifecycle';
  readonly expected_any: readonly string[];
  readonly expected_all: readonly string[];
  readonly must_not: readonly string[];
  readonly held?: boolean;
}

/** An answer: ids, best first, and those that are part of the pipeline. */
export interface Answer {
  readonly ids: readonly string[];
  readonly pipeline: readonly string[];
}

/** Counts over needs; divide by `needs`, and `stages` by `staged`. */
export interface Marks {
  readonly needs: number;
  readonly first: number;
  readonly firstThree: number;
  readonly noneWrong: number;
  readonly staged: number;
  readonly stages: number;
}

/** Reads a corpus: JSON lines. */
export const readNeeds = (path: string): JudgedNeed[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as JudgedNeed);

/** Marks of an engine over some needs. A stage is found if it is in the pipeline, or else in the first five. */
export function judge(needs: readonly JudgedNeed[], answer: (text: string) => Answer): Marks {
  let first = 0;
  let firstThree = 0;
  let noneWrong = 0;
  let staged = 0;
  let stages = 0;
  for (const need of needs) {
    const { ids, pipeline } = answer(need.text);
    const right = new Set(need.expected_any);
    const three = ids.slice(0, 3);
    if (right.has(ids[0] ?? '')) first += 1;
    if (three.some((id) => right.has(id))) firstThree += 1;
    if (!three.some((id) => need.must_not.includes(id))) noneWrong += 1;
    if (need.expected_all.length > 0) {
      staged += 1;
      const found = new Set([...pipeline, ...ids.slice(0, 5)]);
      if (need.expected_all.every((each) => each.split('|').some((id) => found.has(id)))) stages += 1;
    }
  }
  return { needs: needs.length, first, firstThree, noneWrong, staged, stages };
}
