/** The words that a picture uses for verdicts, lifecycles and edges: in its legend, badges and descriptions. */
import type { LifecycleStatus } from '../catalog/entry.ts';
import type { SceneEdge, SceneState } from './scene.ts';

/** What a node's state is called, in legends and for screen readers. */
export const stateWords: Readonly<Record<SceneState, string>> = {
  recommended: 'Recommended',
  suitable: 'Suitable',
  supporting: 'Supporting',
  'ruled-out': 'Ruled out',
  'not-relevant': 'Not relevant',
  plain: 'In the catalogue',
};

/** What a badge says; an active entry has none. */
export const lifecycleWords: Readonly<Record<LifecycleStatus, string>> = {
  active: 'active',
  'closed-to-new': 'closed',
  ending: 'ending',
  retired: 'retired',
  legacy: 'legacy',
};

/** What a legend and a screen reader say of it. */
export const lifecycleSentences: Readonly<Record<LifecycleStatus, string>> = {
  active: 'Active',
  'closed-to-new': 'Closed to new customers',
  ending: 'Ending: an end date is set',
  retired: 'Retired',
  legacy: 'Legacy: frozen or superseded',
};

/** What a line's style is called. */
export const edgeWords: Readonly<Record<SceneEdge['style'], string>> = {
  flow: 'Data flow',
  support: 'Supports',
  relation: 'Related',
};
