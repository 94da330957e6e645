import { type Need, needSchema } from '../../core/decision/need.ts';

/** A need that asks for nothing, with every default in place. */
export const emptyNeed: Need = needSchema.parse({});

/** Whether anything is asked for: a preference or a constraint alone asks for nothing. */
export const asksForSomething = (need: Need): boolean =>
  need.tasks.length > 0 || need.have.length > 0 || need.want.length > 0 || need.named.length > 0;
