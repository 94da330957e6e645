/**
 * What a question tells: the mutual information (Shannon 1948), in bits, between its answer and the services that come out once
 * everything is said. Candidates are pairs of a task and a user's wishes, drawn by a seed from the shares of the answers.
 */
import { seededRandom } from '../base/random.ts';
import type { Need } from '../decision/need.ts';
import type { OpenQuestion, Option } from './options.ts';
import { withAnswer } from './state.ts';
import type { Winners } from './winners.ts';

/** What is weighed: each thing that may be asked for (a task), how likely it is, and what then comes out. */
export interface Prospect {
  readonly need: Need;
  readonly tasks: readonly string[];
  readonly likelihood: ReadonlyMap<string, number>;
  readonly winners: (task: string, need: Need) => Winners;
}

/** Less than this is rounding. */
export const leastInformation = 1e-9;

const seed = 7;
/** Users drawn for each step. More makes a step slower and changes few of its questions. */
const drawn = 32;

const entropy = (weights: Iterable<number>): number => {
  let total = 0;
  let sum = 0;
  for (const weight of weights) {
    if (weight <= 0) continue;
    total += weight;
    sum += weight * Math.log2(weight);
  }
  return total === 0 ? 0 : Math.log2(total) - sum / total;
};

/** Counts what comes out, by what was answered. */
class Joint {
  readonly #overall = new Map<string, number>();
  readonly #byAnswer = new Map<string, Map<string, number>>();

  add(answer: string, outcome: string, weight: number): void {
    const own = this.#byAnswer.get(answer) ?? new Map<string, number>();
    this.#byAnswer.set(answer, own);
    own.set(outcome, (own.get(outcome) ?? 0) + weight);
    this.#overall.set(outcome, (this.#overall.get(outcome) ?? 0) + weight);
  }

  /** H(outcome) - H(outcome | answer), in bits. */
  bits(): number {
    let total = 0;
    let after = 0;
    for (const own of this.#byAnswer.values()) {
      const weight = [...own.values()].reduce((sum, each) => sum + each, 0);
      total += weight;
      after += weight * entropy(own.values());
    }
    return total === 0 ? 0 : Math.max(0, entropy(this.#overall.values()) - after / total);
  }
}

/** The users who are alike in their wishes: their need, how many they are, and what each says to each question. */
interface Wishes {
  readonly need: Need;
  readonly answers: ReadonlyMap<string, string>;
  readonly users: number;
}

const sharesOf = (options: readonly Option[]): number[] => {
  const said = options.reduce((sum, { share }) => sum + (share ?? 0), 0);
  return options.map(({ share }) => (share ?? 0) / Math.max(1, said));
};

/** Draws users by the shares of what the questions settle. The same questions give the same users. */
function drawWishes(need: Need, questions: readonly OpenQuestion[]): Wishes[] {
  const settings = questions.filter(({ tells }) => tells === 'settings');
  const shares = settings.map(({ options }) => sharesOf(options));
  const random = seededRandom(seed);
  const byAnswers = new Map<string, Wishes>();
  for (let user = 0; user < drawn; user += 1) {
    const answers = new Map<string, string>();
    let own = need;
    settings.forEach(({ written, options }, place) => {
      let chance = random();
      const said = options.find((_, at) => {
        chance -= shares[place]?.[at] ?? 0;
        return chance < 0;
      });
      if (!said) return;
      answers.set(written.id, said.id);
      own = withAnswer(own, said.patch);
    });
    const key = [...answers].join(' ');
    const known = byAnswers.get(key);
    byAnswers.set(key, known ? { ...known, users: known.users + 1 } : { need: own, answers, users: 1 });
  }
  return [...byAnswers.values()];
}

/** How much each question tells, worked out as it is asked for. */
export interface Informations {
  /** What a question tells of what comes out, in bits. What leaves nothing open is taken not to happen. */
  bits(question: OpenQuestion): number;
  /** The most that it can tell, in bits: the uncertainty of its answer. */
  mostBits(question: OpenQuestion): number;
}

/** How likely someone after a task gives each answer of a question that tells tasks apart: all that keep it alike. */
function chances({ options }: OpenQuestion): ReadonlyMap<string, readonly { option: Option; chance: number }[]> {
  const keeping = new Map<string, Option[]>();
  for (const option of options)
    for (const task of option.patch.tasks ?? []) keeping.set(task, [...(keeping.get(task) ?? []), option]);
  return new Map(
    [...keeping].map(([task, kept]) => [task, kept.map((option) => ({ option, chance: 1 / kept.length }))]),
  );
}

/** Weighs questions in one situation; `questions` are all that are open in it. */
export function informations(prospect: Prospect, questions: readonly OpenQuestion[]): Informations {
  const { need, tasks, likelihood, winners } = prospect;
  const wishes = drawWishes(need, questions);

  /** Runs through everyone who may be asking, and counts what they answer and what comes out for them. */
  const weigh = (
    say: (task: string, wish: Wishes) => readonly { id: string; chance: number; need: Need }[],
  ): number => {
    const joint = new Joint();
    for (const task of tasks) {
      const likely = likelihood.get(task) ?? 0;
      for (const wish of wishes) {
        for (const { id, chance, need: own } of say(task, wish)) {
          const first = winners(task, own);
          if (first.length > 0) joint.add(id, first.join(' '), likely * wish.users * chance);
        }
      }
    }
    return joint.bits();
  };

  const ofSettings = ({ written }: OpenQuestion): number =>
    weigh((_, wish) => [{ id: wish.answers.get(written.id) ?? '', chance: 1, need: wish.need }]);

  const ofTasks = (question: OpenQuestion): number => {
    const byTask = chances(question);
    // An answer about data changes the need itself: made once for each, and not for each task.
    const changed = new Map<Wishes, Map<string, Need>>();
    const after = (wish: Wishes, { id, patch }: Option): Need => {
      if (patch.have === undefined && patch.constraints === undefined) return wish.need;
      const own = changed.get(wish) ?? new Map<string, Need>();
      changed.set(wish, own);
      const known = own.get(id) ?? withAnswer(wish.need, patch);
      own.set(id, known);
      return known;
    };
    return weigh((task, wish) =>
      (byTask.get(task) ?? []).map(({ option, chance }) => ({ id: option.id, chance, need: after(wish, option) })),
    );
  };

  const mostBits = (question: OpenQuestion): number => {
    if (question.tells === 'settings') {
      const shares = sharesOf(question.options);
      return entropy([...shares, Math.max(0, 1 - shares.reduce((sum, share) => sum + share, 0))]);
    }
    const weights = new Map<string, number>();
    for (const [task, said] of chances(question))
      for (const { option, chance } of said)
        weights.set(option.id, (weights.get(option.id) ?? 0) + chance * (likelihood.get(task) ?? 0));
    return entropy(weights.values());
  };

  return { bits: (question) => (question.tells === 'settings' ? ofSettings(question) : ofTasks(question)), mostBits };
}

const changesNeed = ({ patch }: Option): boolean =>
  patch.have !== undefined || patch.constraints !== undefined || patch.preferences !== undefined;

/** What a question could change: what comes out for some task under some of its answers, with all else as it stands. */
export function outcomesOf(prospect: Prospect, { tells, options }: OpenQuestion): ReadonlyMap<string, Winners> {
  const found = new Map<string, Winners>();
  for (const option of options) {
    if (!changesNeed(option)) continue;
    const need = withAnswer(prospect.need, option.patch);
    const kept = tells === 'tasks' ? new Set(option.patch.tasks) : undefined;
    for (const task of prospect.tasks) {
      if (kept && !kept.has(task)) continue;
      const first = prospect.winners(task, need);
      if (first.length > 0) found.set(first.join(' '), first);
    }
  }
  return found;
}

/** What comes out for some task as things stand. */
export function presentOutcomes({ need, tasks, winners }: Prospect): ReadonlyMap<string, Winners> {
  const found = new Map<string, Winners>();
  for (const task of tasks) {
    const first = winners(task, need);
    if (first.length > 0) found.set(first.join(' '), first);
  }
  return found;
}
