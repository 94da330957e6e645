/**
 * How many questions the guide asks until the winner is sure: `npm run bench guide`. Every task of the catalogue is asked for by
 * users who answer truthfully: one who minds nothing else, and some with wishes drawn by a seed. The same questions are
 * put with the same rule for the end, in the order that the guide picks, in a fixed order, and at random.
 */

import { loadBundledData, loadQuestionsAt } from '../../src/cli/dataFiles.ts';
import { seededRandom } from '../../src/core/base/random.ts';
import { needSchema } from '../../src/core/decision/need.ts';
import { answer, createGuide, nextStep, startGuide } from '../../src/core/guide/guide.ts';
import { leastInformation } from '../../src/core/guide/information.ts';
import { type Picker, pickMostTelling } from '../../src/core/guide/pickNext.ts';
import { formatMs, printTable } from '../measure.ts';
import { drawUser, reply, type User } from './user.ts';

const seed = 20261123;
/** Users with wishes for each task. */
const withWishes = Number(process.argv[2] ?? 1);
/** More would be a form; the guide asks each question once. */
const mostAsked = 30;

const { catalog } = loadBundledData();
const loaded = loadQuestionsAt();
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const questions = loaded.value;
const guide = createGuide(catalog, questions);

interface Talk {
  readonly asked: number;
  readonly right: boolean;
  readonly stable: boolean;
}

const times: number[] = [];

function talk(user: User, pick: Picker): Talk {
  let state = startGuide(needSchema.parse({}));
  for (let asked = 0; asked < mostAsked; asked += 1) {
    const known = guide.steps.size;
    const started = performance.now();
    const step = nextStep(guide, state, pick);
    if (pick === pickMostTelling && guide.steps.size !== known) times.push(performance.now() - started);
    if (step.next.kind === 'finished')
      return { asked, right: step.next.winners[0] === user.right, stable: step.next.stable };
    const said = answer(state, step, reply(catalog, user, step.next));
    if (!said.ok) throw new Error(said.error);
    if (process.env.DEBUG === user.task)
      console.log(asked, step.next.id, step.left.length, said.value.answered.at(-1)?.label);
    state = said.value;
  }
  return { asked: mostAsked, right: false, stable: false };
}

const random = seededRandom(seed);
const chance = seededRandom(seed);

const orders: readonly (readonly [string, Picker])[] = [
  ['most telling first (ours)', pickMostTelling],
  ['fixed order, passing over what tells nothing', (each) => each.find(({ bits }) => bits() > leastInformation)],
  ['fixed order, as a form', (each) => each[0]],
  [
    'random, passing over what tells nothing',
    (each) => {
      const telling = each.filter(({ bits }) => bits() > leastInformation);
      return telling[Math.floor(chance() * telling.length)];
    },
  ],
];

const share = (sorted: readonly number[], part: number): number => sorted[Math.floor(part * (sorted.length - 1))] ?? 0;

for (const minds of [false, true]) {
  const users = catalog.tasks.flatMap((task) =>
    Array.from({ length: minds ? withWishes : 1 }, () => drawUser(catalog, questions, task, random, minds)).flatMap(
      (user) => user ?? [],
    ),
  );
  console.log(`\n${users.length} users ${minds ? 'with wishes of their own' : 'who mind nothing but the task'}`);
  printTable(
    orders.map(([order, pick]) => {
      const talks = users.map((user) => talk(user, pick));
      const asked = talks.map((each) => each.asked).sort((one, other) => one - other);
      const percent = (of: (each: Talk) => boolean): string =>
        `${Math.round((100 * talks.filter(of).length) / talks.length)} %`;
      return {
        order,
        median: share(asked, 0.5),
        '90th': share(asked, 0.9),
        most: asked.at(-1) ?? 0,
        mean: (asked.reduce((sum, each) => sum + each, 0) / asked.length).toFixed(2),
        'right winner': percent(({ right }) => right),
        'sure of it': percent(({ stable }) => stable),
      };
    }),
  );
}
times.sort((one, other) => one - other);
console.log(
  `\nA step of ours: median ${formatMs(share(times, 0.5))} ms, 99th percentile ${formatMs(share(times, 0.99))} ms, longest ${formatMs(times.at(-1) ?? 0)} ms.`,
);
