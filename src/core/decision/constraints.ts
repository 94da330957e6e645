/** Hard constraints: what rules an offer out, said so that a person can act on it. */
import type { Entry, Offer, TrainingData } from '../catalog/entry.ts';
import type { CatalogIndex } from '../catalog/lookup.ts';
import type { RuledOut } from './decision.ts';
import type { Need } from './need.ts';

/** A constraint that is broken; the alternative is found later, when the ranking is known. */
export type Obstacle = Omit<RuledOut, 'alternative'>;

/** How much training data each level stands for. Labels and a history are two names for outcomes that are known. */
export const dataLevel: Readonly<Record<TrainingData, number>> = {
  none: 0,
  unlabelled: 1,
  'few-labels': 2,
  labels: 3,
  history: 3,
};

/** How each level of management is spoken of: "you want …". */
export const managementNames = {
  'managed-service': 'a finished service',
  'managed-platform': 'a managed platform',
  'own-infrastructure': 'infrastructure of your own',
} as const;

/** What one writes in, packs in or reads about is nobody's to run: a wish for managed services says nothing of it. */
const managedByNature: ReadonlySet<Entry['kind']> = new Set(['framework', 'image', 'context', 'part']);

/** How each level of training data is spoken of: "you need …". */
export const trainingNames: Readonly<Record<TrainingData, string>> = {
  none: 'no data of your own',
  unlabelled: 'unlabelled data',
  'few-labels': 'a few labelled examples',
  labels: 'labelled data',
  history: 'a history of past records',
};

/** One sentence on an entry's lifecycle, such as "Closed to new customers since 2026-07-30". */
export function lifecycleSentence(entry: Entry): string {
  const { status, date, note } = entry.lifecycle;
  const since = date === undefined ? '' : ` since ${date}`;
  const said = {
    active: 'Open to all customers',
    'closed-to-new': `Closed to new customers${since}`,
    ending: date === undefined ? 'An end of support is announced' : `Support ends on ${date}`,
    retired: `Retired${since}`,
    legacy: `Superseded or frozen${since}`,
  }[status];
  return note === undefined ? `${said}.` : `${said}: ${/[.!?]$/.test(note) ? note : `${note}.`}`;
}

/** Whether a customer of this kind can start with the entry. Unknown customers count as new. */
function lifecycleObstacle(entry: Entry, need: Need): Obstacle | undefined {
  const { status } = entry.lifecycle;
  const existing = need.constraints.customer === 'existing';
  if (status === 'retired') {
    return {
      constraint: 'lifecycle',
      text: `${entry.name}: ${lifecycleSentence(entry)}`,
      change: 'Nothing brings it back; use what succeeds it.',
    };
  }
  if (status === 'closed-to-new' && !existing) {
    return {
      constraint: 'lifecycle',
      text: `${entry.name}: ${lifecycleSentence(entry)}`,
      change: 'Say that you are an existing customer of it.',
    };
  }
  return undefined;
}

/** What the need says of the entry as a whole, whatever the task. */
export function entryObstacle(index: CatalogIndex, entry: Entry, need: Need): Obstacle | undefined {
  const { constraints } = need;
  const parent = entry.partOf === undefined ? undefined : index.entries.get(entry.partOf);
  const refused = (constraints.excluded ?? []).some(
    (id) => id === entry.id || entry.aliases.includes(id) || id === parent?.id,
  );
  if (refused) {
    return {
      constraint: 'excluded',
      text: `You said that ${entry.name} is not to be used.`,
      change: `Allow ${entry.name}.`,
    };
  }
  const ended =
    lifecycleObstacle(entry, need) ??
    (entry.kind === 'capability' && parent ? lifecycleObstacle(parent, need) : undefined);
  if (ended) return ended;
  if (constraints.sheetOnly === true && !entry.onSheet) {
    return {
      constraint: 'sheetOnly',
      text: `${entry.name} is not on the cheat sheet.`,
      change: 'Show the whole catalogue, not the cheat sheet alone.',
    };
  }
  if (
    constraints.management &&
    !managedByNature.has(entry.kind) &&
    !constraints.management.includes(entry.management)
  ) {
    return {
      constraint: 'management',
      text: `${entry.name} is ${managementNames[entry.management]}; you want ${constraints.management.map((level) => managementNames[level]).join(' or ')}.`,
      change: `Accept ${managementNames[entry.management]}.`,
    };
  }
  return undefined;
}

/** What the need says against one offer of an entry; `undefined`: nothing. */
export function offerObstacle(index: CatalogIndex, entry: Entry, offer: Offer, need: Need): Obstacle | undefined {
  const { constraints } = need;
  const building = index.tasks.get(offer.task)?.building === true;
  // What one works in, or runs as one likes, has no mode of its own to break.
  if (
    constraints.mode !== undefined &&
    !building &&
    !offer.modes.includes(constraints.mode) &&
    !offer.modes.includes('interactive')
  ) {
    return {
      constraint: 'mode',
      text: `${entry.name} answers ${offer.modes.join(' or ')} here, not ${constraints.mode}.`,
      change: `Accept ${offer.modes.join(' or ')} results.`,
    };
  }
  if (constraints.place !== undefined && !building && !offer.places.includes(constraints.place)) {
    return {
      constraint: 'place',
      text: `${entry.name} runs in the ${offer.places.join(' or ')}, not ${constraints.place === 'edge' ? 'on the device' : 'in the cloud'}.`,
      change: `Let it run in the ${offer.places.join(' or ')}.`,
    };
  }
  if (constraints.framework !== undefined && offer.frameworks && !offer.frameworks.includes(constraints.framework)) {
    const named = offer.frameworks.map((id) => index.entries.get(id)?.name ?? id).join(' or ');
    return {
      constraint: 'framework',
      text: `${entry.name} is tied to ${named}, not ${index.entries.get(constraints.framework)?.name ?? constraints.framework}.`,
      change: `Use ${named}.`,
    };
  }
  if (constraints.trainingData !== undefined && dataLevel[offer.trainingData] > dataLevel[constraints.trainingData]) {
    return {
      constraint: 'trainingData',
      text: `${entry.name} needs ${trainingNames[offer.trainingData]}; you have ${trainingNames[constraints.trainingData]}.`,
      change: `Bring ${trainingNames[offer.trainingData]}.`,
    };
  }
  return undefined;
}
