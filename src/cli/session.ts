import type { Io } from './io.ts';
import type { Outcome } from './outcome.ts';

/** What a command is built with: the world, and where it leaves its outcome. */
export interface Session {
  readonly io: Io;
  finish(outcome: Outcome): void;
}
