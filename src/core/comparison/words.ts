/** What the catalogue holds as ids, as the cells of a comparison say it. */
import type { EntryKind, ManagementLevel, Mode, Place, TrainingData } from '../catalog/entry.ts';

/** Kinds of entries as a cell of the table says them. */
export const kindWords: Readonly<Record<EntryKind, string>> = {
  service: 'A service',
  capability: 'A capability of a service',
  algorithm: 'A built-in algorithm',
  framework: 'A framework',
  compute: 'Compute',
  image: 'An image',
  context: 'Around the stack',
  part: 'Part of drawings',
};

/** As a cell of the row "Who runs it" says it. */
export const managementWords: Readonly<Record<ManagementLevel, string>> = {
  'managed-service': 'AWS: a finished API',
  'managed-platform': 'Shared: a managed platform',
  'own-infrastructure': 'You: infrastructure of your own',
};

/** As a cell of the row "How answers come" says it. */
export const modeWords: Readonly<Record<Mode, string>> = {
  live: 'Live',
  batch: 'In batches',
  interactive: 'As you work in it',
};

/** Where it runs, as a cell says it. */
export const placeWords: Readonly<Record<Place, string>> = { cloud: 'In the cloud', edge: 'On the device' };

/** What it has to be taught with before it works, as a cell says it. */
export const trainingWords: Readonly<Record<TrainingData, string>> = {
  none: 'None',
  unlabelled: 'Unlabelled data',
  'few-labels': 'A few labelled examples',
  labels: 'Labelled data',
  history: 'A history of past records',
};

/** A fit in words (core/catalog/entry.ts says what its numbers mean). */
export const fitWords = (fit: number): string => {
  if (fit >= 0.95) return 'Made for it';
  if (fit >= 0.75) return 'Does it well';
  return fit >= 0.5 ? 'Can be used for it' : 'Only at a pinch';
};
