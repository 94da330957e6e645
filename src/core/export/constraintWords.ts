/** Hard constraints of a need in words, for people who do not know the need's format. */
import type { CatalogIndex } from '../catalog/lookup.ts';
import { managementNames } from '../decision/constraints.ts';
import type { ConstraintName, Constraints } from '../decision/need.ts';

const trainingWords = {
  none: 'there is no data of your own',
  unlabelled: 'there is unlabelled data',
  'few-labels': 'there are a few labelled examples',
  labels: 'there is labelled data',
  history: 'there is a history of past records',
} as const;

const modeWords = {
  live: 'results come live',
  batch: 'results come in batches',
  interactive: 'someone works in it interactively',
} as const;

/** One clause for each constraint that is set, always in the same order. */
export const constraintWords = (index: CatalogIndex, constraints: Constraints): readonly string[] => {
  const nameOf = (id: string): string => index.entries.get(id)?.name ?? id;
  const { mode, place, management, framework, customer, trainingData, sheetOnly, excluded = [] } = constraints;
  const clauses: { readonly [Name in ConstraintName]-?: string | false | undefined } = {
    mode: mode && `Mode: ${modeWords[mode]}`,
    place: place && `Place: it runs ${place === 'edge' ? 'on the device' : 'in the cloud'}`,
    management: management && `Management: ${management.map((level) => managementNames[level]).join(' or ')}`,
    framework: framework && `Framework: ${nameOf(framework)}`,
    customer: customer && `Customer: ${customer === 'new' ? 'new to the services' : 'already uses the services'}`,
    trainingData: trainingData && `Training data: ${trainingWords[trainingData]}`,
    sheetOnly: sheetOnly && 'Catalogue: only what the cheat sheet names',
    excluded: excluded.length > 0 && `Not to be used: ${excluded.map(nameOf).join(', ')}`,
  };
  return Object.values(clauses).filter((clause) => typeof clause === 'string');
};
