/** Why a sentence was understood as it was: which words gave what, what was denied, and which words said nothing. */
import type { Catalog } from '../catalog/catalog.ts';
import { interpret } from './interpret.ts';
import type { Effect, Lexicon } from './lexicon.ts';
import type { Need, Trigger } from './need.ts';
import { isTelling } from './overlap.ts';
import { heldCombinations, type Reading, read, triggersOf } from './reading.ts';

/** What some words of the sentence gave. Ids are those of the catalogue. */
export interface ExplainedWords {
  /** The concept of the lexicon; several where they only mean something together. */
  readonly concepts: readonly string[];
  readonly words: readonly Trigger[];
  /** Said to be not wanted: what it gives is taken back. */
  readonly denied: boolean;
  readonly tasks: readonly string[];
  readonly have: readonly string[];
  readonly want: readonly string[];
  /** Data whose side, at hand or wanted, the rest of the sentence tells. */
  readonly data: readonly string[];
  readonly constraints: Effect['constraints'];
  readonly preferences: Readonly<Record<string, number>>;
  /** Tasks and groups of tasks that these words make less likely, or likelier. */
  readonly damps: readonly string[];
  readonly favours: readonly string[];
}

/** How a sentence was understood, phrase by phrase: for "why did you understand that". */
export interface Explanation {
  readonly text: string;
  /** What the sentence was read as in the end. */
  readonly need: Need;
  readonly given: readonly ExplainedWords[];
  /** Words that neither a phrase of the lexicon holds nor any task's own words do. */
  readonly notUnderstood: readonly Trigger[];
}

function explained(
  concepts: readonly string[],
  effect: Effect | undefined,
  denied: boolean,
  words: readonly Trigger[],
): ExplainedWords {
  const scales = Object.entries({ ...effect?.scale, ...effect?.scaleGroups });
  return {
    concepts,
    words,
    denied,
    tasks: Object.keys(effect?.tasks ?? {}),
    have: effect?.have ?? [],
    want: effect?.want ?? [],
    data: effect?.data ?? [],
    constraints: effect?.constraints ?? {},
    preferences: effect?.preferences ?? {},
    damps: scales.filter(([, factor]) => factor < 1).map(([id]) => id),
    favours: scales.filter(([, factor]) => factor > 1).map(([id]) => id),
  };
}

/** Words, each once, that gave nothing at all: no phrase, no name, no marker, and no task speaks so. */
function leftOver(reading: Reading, catalog: Catalog, lexicon: Lexicon): Trigger[] {
  const used = new Set(
    [...reading.concepts, ...reading.names, ...reading.markers].flatMap(({ places }) => [...places]),
  );
  const seen = new Set<string>();
  return reading.words.flatMap((word, place) => {
    if (used.has(place) || seen.has(word.form) || isTelling(word, catalog, lexicon) !== 'unknown') return [];
    seen.add(word.form);
    return triggersOf(reading, [place]);
  });
}

/** Explains how a sentence is understood. Pure; the need is that of `interpret`. */
export function explainText(text: string, catalog: Catalog, lexicon: Lexicon): Explanation {
  const reading = read(text, lexicon);
  const concepts = reading.concepts.map(({ thing, places, denied }) =>
    explained(
      [thing.id],
      denied ? (thing.denied ?? { ...emptyEffect, tasks: thing.tasks }) : thing,
      denied,
      triggersOf(reading, places),
    ),
  );
  const together = heldCombinations(reading, lexicon.combinations).map(({ combination, places }) =>
    explained(
      combination.of.map(
        (each) => each.split('|').find((id) => reading.concepts.some(({ thing }) => thing.id === id)) ?? each,
      ),
      combination,
      false,
      triggersOf(reading, places),
    ),
  );
  return {
    text,
    need: interpret(text, catalog, lexicon),
    given: [...concepts, ...together],
    notUnderstood: leftOver(reading, catalog, lexicon),
  };
}

const emptyEffect: Effect = {
  tasks: {},
  have: [],
  want: [],
  data: [],
  constraints: {},
  preferences: {},
  scale: {},
  scaleGroups: {},
};
