/**
 * How often the right answer comes first, against keyword search over the same facts: `npx tsx bench/needs/index.ts`.
 * `--misses` lists what went wrong; `--unseen` adds the totals of the needs that another hand wrote; README.md says how blind they are.
 */
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../src/cli/dataFiles.ts';
import { keywordSearch, lodestack } from './engines.ts';
import { type Answer, type JudgedNeed, judge, readNeeds } from './judge.ts';

const here = dirname(fileURLToPath(import.meta.url));
const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong; see: npm run -s cli -- catalog check');
const { catalog, lexicon } = knowledge.value;
const engine = lodestack(catalog, lexicon);
const peer = keywordSearch(catalog);

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–'.padStart(7) : `${((100 * part) / whole).toFixed(1)}%`.padStart(7);

function row(name: string, needs: readonly JudgedNeed[], answer: (text: string) => Answer): string {
  const marks = judge(needs, answer);
  return [
    name.padEnd(34),
    String(marks.needs).padStart(5),
    percent(marks.first, marks.needs),
    percent(marks.firstThree, marks.needs),
    percent(marks.noneWrong, marks.needs),
    percent(marks.stages, marks.staged),
  ].join('  ');
}

function table(title: string, needs: readonly JudgedNeed[]): void {
  console.log(`\n${title}`);
  console.log(`${''.padEnd(34)}  needs    first  first 3  no wrong   stages`);
  for (const kind of ['single', 'pipeline', 'algorithm', 'infra', 'lifecycle'] as const) {
    console.log(
      row(
        `  ${kind}`,
        needs.filter(({ need }) => need === kind),
        engine,
      ),
    );
  }
  console.log(row('  all', needs, engine));
  console.log(row('  keyword search (BM25), all', needs, peer));
}

const sample = readNeeds(join(here, 'sample.jsonl'));
const own = readNeeds(join(here, 'own.jsonl'));
const second = readNeeds(join(here, 'second.jsonl'));
const third = readNeeds(join(here, 'third.jsonl'));
const fourth = readNeeds(join(here, 'fourth.jsonl'));
const fifth = readNeeds(join(here, 'fifth.jsonl'));
/** Every third line was never read while the others were tuned on. */
const isHeld = (_: JudgedNeed, place: number): boolean => (place + 1) % 3 === 0;
const fifthOpen = fifth.filter((need, place) => !isHeld(need, place));
table('The sample of the issue', sample);
table('Own needs, used while tuning', own);
table('Own needs, second lot, tuned on after their first look', second);
table('Own needs, third lot, tuned on after their first look', third);
table('Own needs, fourth lot, tuned on after their first look', fourth);
table('Fifth lot, by another hand, the two thirds tuned on after their first look', fifthOpen);
table('Fifth lot, the third that nobody read', fifth.filter(isHeld));
// Scored as totals alone: nobody who tunes the lexicon reads these sentences.
if (process.argv.includes('--unseen')) {
  table('By another hand, no longer blind', readNeeds(join(here, 'unseen.jsonl')));
  table('By a second other hand, no longer blind', readNeeds(join(here, 'unseen2.jsonl')));
  table('By a third other hand, read by nobody who tunes', readNeeds(join(here, 'unseen3.jsonl')));
}

const texts = [...sample, ...own, ...second, ...third, ...fourth].map(({ text }) => text);
const times = Array.from({ length: 5 }, () => {
  const start = performance.now();
  for (const text of texts) engine(text);
  return (performance.now() - start) / texts.length;
}).sort((left, right) => left - right);
console.log(
  `\nA decision from a sentence: ${(times[2] ?? 0).toFixed(2)} ms (median of 5 rounds over ${texts.length} needs)`,
);

if (process.argv.includes('--misses')) {
  for (const need of [...sample, ...own, ...second, ...third, ...fourth]) {
    const marks = judge([need], engine);
    if (marks.first === 1 && marks.noneWrong === 1 && marks.stages === marks.staged) continue;
    console.log(
      `\n${need.text}\n  wanted ${need.expected_any.join(', ')}; got ${engine(need.text).ids.slice(0, 5).join(', ')}`,
    );
  }
}
