/** A user who knows what they want and answers truthfully; drawn by a seed. */
import type { Random } from '../../src/core/base/random.ts';
import type { Catalog } from '../../src/core/catalog/catalog.ts';
import { decide } from '../../src/core/decision/decide.ts';
import { engineOf } from '../../src/core/decision/engine.ts';
import { mayBe } from '../../src/core/decision/kinds.ts';
import { type Constraints, type Need, needSchema } from '../../src/core/decision/need.ts';
import { dontKnow, type Question } from '../../src/core/guide/guide.ts';
import { somethingElse } from '../../src/core/guide/options.ts';
import type { GuideQuestion } from '../../src/core/guide/questions.ts';

export interface User {
  readonly task: string;
  readonly have: string | undefined;
  readonly want: string | undefined;
  readonly constraints: Constraints;
  readonly preferences: Readonly<Record<string, number>>;
  /** What is right for them: the first recommendation when everything is said. */
  readonly right: string;
}

const pickOf = <Item>(random: Random, items: readonly Item[]): Item | undefined =>
  items[Math.floor(random() * items.length)];

/** Wishes drawn by the shares of the questions: most users have a wish or two, and do not mind the rest. */
function wishes(
  questions: readonly GuideQuestion[],
  catalog: Catalog,
  random: Random,
): Pick<User, 'constraints' | 'preferences'> {
  let constraints: Constraints = {};
  let preferences: Record<string, number> = {};
  for (const { answers, from } of questions) {
    let chance = random();
    if (from === 'criteria' && chance < 0.6) {
      const criterion = pickOf(random, catalog.criteria);
      if (criterion) preferences = { [criterion.id]: 1 };
    }
    for (const { share, constraints: set } of answers ?? []) {
      if (set === undefined || share === undefined) continue;
      if (chance >= 0 && chance < share / 10) constraints = { ...constraints, ...set };
      chance -= share / 10;
    }
  }
  return { constraints, preferences };
}

/** The need of a user who said everything. */
const wholeNeed = (user: Omit<User, 'right'>): Need =>
  needSchema.parse({
    tasks: [{ task: user.task }],
    have: user.have === undefined ? [] : [user.have],
    want: user.want === undefined ? [] : [user.want],
    constraints: user.constraints,
    preferences: user.preferences,
  });

/** A user who is after a task; `undefined`: nothing in the catalogue would do for their wishes. */
export function drawUser(
  catalog: Catalog,
  questions: readonly GuideQuestion[],
  task: Catalog['tasks'][number],
  random: Random,
  minds: boolean,
): User | undefined {
  const wanted = wishes(questions, catalog, random);
  const user = {
    task: task.id,
    have: pickOf(random, task.accepts),
    want: pickOf(random, task.produces),
    ...(minds ? wanted : { constraints: {}, preferences: {} }),
  };
  const right = decide(catalog, wholeNeed(user)).recommendations.find(({ tasks }) => tasks.includes(task.id))?.id;
  return right === undefined ? undefined : { ...user, right };
}

const sameValue = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** What the user answers: the id of an option, or that they do not know. */
export function reply(catalog: Catalog, user: User, question: Question): string {
  const { lattice } = engineOf(catalog);
  const keeping = question.options.filter(({ patch }) => patch.tasks === undefined || patch.tasks.includes(user.task));
  const bySetting = keeping.find(
    ({ patch }) =>
      patch.tasks === undefined &&
      Object.entries(patch.constraints ?? {}).every(([name, value]) =>
        sameValue(user.constraints[name as keyof Constraints], value),
      ) &&
      Object.entries(patch.preferences ?? {}).every(([name, value]) => user.preferences[name] === value),
  );
  if (bySetting) return bySetting.id;
  const ofData = (side: 'have' | 'want'): string | undefined => {
    const own = user[side];
    if (own === undefined) return undefined;
    const named = keeping.filter(({ patch }) => patch[side] !== undefined);
    const exact = named.find(({ patch }) => patch[side] === own);
    return (
      exact ??
      named.find(({ patch }) => lattice.get(own)?.has(patch[side] ?? '') || mayBe(lattice, own, [patch[side] ?? '']))
    )?.id;
  };
  const data = ofData('have') ?? ofData('want');
  if (data !== undefined) return data;
  const about = keeping.find(
    ({ id, patch }) =>
      patch.tasks !== undefined && patch.have === undefined && patch.want === undefined && id !== somethingElse,
  );
  return about?.id ?? keeping.find(({ id }) => id === somethingElse)?.id ?? dontKnow;
}
