/** How the inspector names what the catalogue and the decision hold as ids. */
import type { EntryKind, ManagementLevel, RelationType } from '../../core/catalog/entry.ts';
import type { Verdict } from '../../core/decision/decision.ts';
import { stateWords } from '../../core/scene/words.ts';

/** Kinds of entries as a badge says them. */
export const kindWords: Readonly<Record<EntryKind, string>> = {
  service: 'Service',
  capability: 'Capability',
  algorithm: 'Built-in algorithm',
  framework: 'Framework',
  compute: 'Compute',
  image: 'Image',
  context: 'Around the stack',
  part: 'Part of drawings',
};

/** How much of it AWS runs, in two words. */
export const managementWords: Readonly<Record<ManagementLevel, string>> = {
  'managed-service': 'Finished API',
  'managed-platform': 'Managed platform',
  'own-infrastructure': 'Own infrastructure',
};

/** A relation read from either end. */
export const relationWords: Readonly<Record<RelationType, readonly [from: string, to: string]>> = {
  'part-of': ['Part of', 'Has the part'],
  'runs-on': ['Runs on', 'Runs'],
  feeds: ['Feeds', 'Is fed by'],
  'integrates-with': ['Works with', 'Works with'],
  'alternative-to': ['Alternative to', 'Alternative to'],
  'successor-of': ['Successor of', 'Succeeded by'],
};

/** Verdicts, in the words in which the map says them. */
export const verdictWords: Readonly<Record<Verdict, string>> = stateWords;

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "2026-11-22" as "22 Nov 2026". */
export const dayOf = (day: string): string => dayFormat.format(new Date(`${day}T00:00:00Z`));
