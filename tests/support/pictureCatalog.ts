/** A small catalogue that has one of everything a picture can show, and a decision about it. */
import type { Catalog } from '../../src/core/catalog/catalog.ts';
import type { Entry, LifecycleStatus } from '../../src/core/catalog/entry.ts';
import type { Decision, Verdict } from '../../src/core/decision/decision.ts';
import { needSchema } from '../../src/core/decision/need.ts';

const entry = (id: string, name: string, group: string, more: Partial<Entry> = {}): Entry => ({
  id,
  name,
  kind: 'service',
  group,
  onSheet: true,
  aliases: [],
  management: 'managed-service',
  summary: name,
  lifecycle: lifecycle('active'),
  facts: [],
  offers: [],
  profile: 'p',
  ratings: {},
  companions: [],
  ...more,
});

const lifecycle = (status: LifecycleStatus): Entry['lifecycle'] => ({
  status,
  asOf: '2026-01-01',
  successors: [],
  sources: ['S'],
});

const entries: readonly Entry[] = [
  entry('see', 'See pictures', 'eyes'),
  entry('see-faces', 'Faces', 'eyes', { kind: 'capability', partOf: 'see' }),
  entry('see-paths', 'Paths of people through a shop', 'eyes', {
    kind: 'capability',
    partOf: 'see',
    lifecycle: lifecycle('retired'),
    onSheet: false,
  }),
  entry('watch', 'Watch <machines> & "lines"', 'eyes', { lifecycle: lifecycle('closed-to-new') }),
  entry('hear', 'Hear speech', 'ears', { icon: 'test/square' }),
  entry('train', 'Training jobs', 'work', { kind: 'algorithm' }),
  entry('host', 'Endpoint with a long name', 'work', {
    lifecycle: lifecycle('ending'),
    kind: 'compute',
    onSheet: false,
  }),
  entry('store', 'Store', 'work', { kind: 'context', lifecycle: lifecycle('legacy') }),
];

export const pictureCatalog: Catalog = {
  asOf: '2026-01-02',
  title: 'A small stack',
  sources: [{ id: 'S', title: 'Source', dated: 'undated' }],
  layers: [
    {
      id: 'top',
      name: 'Ready services',
      audience: 'Developers',
      groups: [
        { id: 'eyes', name: 'Vision' },
        { id: 'ears', name: 'Speech' },
      ],
    },
    {
      id: 'bottom',
      name: 'Own work',
      audience: 'Engineers',
      groups: [
        { id: 'work', name: 'Train and host' },
        { id: 'unused', name: 'Unused' },
      ],
    },
  ],
  dataKinds: [],
  taskGroups: [],
  tasks: [{ id: 'find-faces', name: 'Find faces', group: 'g', description: 'Find faces', accepts: [], produces: [] }],
  criteria: [],
  profiles: [],
  entries,
  relations: [
    { from: 'train', type: 'feeds', to: 'host', historical: false, sources: ['S'] },
    { from: 'see-faces', type: 'integrates-with', to: 'store', historical: false, sources: ['S'] },
    { from: 'watch', type: 'feeds', to: 'hear', historical: true, sources: ['S'] },
    { from: 'see-faces', type: 'part-of', to: 'see', historical: false, sources: ['S'] },
  ],
};

const verdicts: Readonly<Record<string, Verdict>> = {
  see: 'recommended',
  'see-faces': 'recommended',
  hear: 'suitable',
  store: 'supporting',
  watch: 'ruled-out',
};

export const pictureDecision: Decision = {
  catalogAsOf: pictureCatalog.asOf,
  need: needSchema.parse({ tasks: [{ task: 'find-faces' }] }),
  verdicts: entries.map(({ id }) => ({
    id,
    verdict: verdicts[id] ?? 'not-relevant',
    score: 0,
    parts: [],
    reasons: [],
    caveats: [],
  })),
  recommendations: [
    {
      id: 'see',
      rank: 1,
      score: 90,
      verdict: 'recommended',
      tasks: ['find-faces'],
      via: ['see-faces'],
      reasons: [],
      caveats: [],
    },
    { id: 'hear', rank: 2, score: 50, verdict: 'suitable', tasks: [], via: [], reasons: [], caveats: [] },
  ],
  pipeline: [],
  architecture: { stages: [], flows: [] },
  excluded: [],
  assumptions: [],
};
