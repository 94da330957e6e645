/** A catalogue of two entries in as many files as it needs, sound as it stands; tests break it in one place at a time. */
import { formatIssue } from '../../../src/core/catalog/formatIssue.ts';
import { type CatalogFile, type LoadOptions, loadCatalog } from '../../../src/core/catalog/load.ts';

export const smallFiles = {
  'catalog.yaml': `title: Small
asOf: 2026-01-31
`,
  'entries/a.yaml': `entries:
  - id: alpha
    name: Alpha
    kind: service
    group: first
    onSheet: true
    aliases: [old-alpha]
    management: managed-service
    summary: Does the one thing.
    sheet: Named first.
    lifecycle:
      status: closed-to-new
      date: 2025-12-01
      asOf: 2026-01-31
      successors: [beta]
      sources: [SEED]
    facts:
      - { id: does-it, text: It does it., sources: [SEED] }
    offers:
      - task: see
        fit: 0.9
        modes: [batch]
        facts: [does-it]
        avoidWhen: { text: do the other, instead: beta }
    profile: simple
    ratings:
      ease: { value: 0.5, judgement: Middling, sources: [SEED] }
    companions:
      - { id: beta, role: input-store, flow: images, because: It must lie somewhere. }
`,
  'entries/b.yaml': `entries:
  - id: beta
    name: Beta
    kind: framework
    group: first
    partOf: alpha
    onSheet: false
    management: own-infrastructure
    summary: Does the other thing.
    lifecycle: { status: active, asOf: 2026-01-31, sources: [SEED] }
    facts:
      - { id: stores, text: It stores., sources: [SEED] }
    profile: simple
`,
  'relations.yaml': `relations:
  - { from: beta, type: successor-of, to: alpha, sources: [SEED] }
`,
  'vocabulary.yaml': `sources:
  - { id: SEED, title: The seed, dated: undated, url: "https://example.com/seed" }
layers:
  - id: top
    name: Top
    audience: Everyone
    groups: [{ id: first, name: First }]
dataKinds:
  - { id: picture, name: picture, description: Any picture }
  - { id: photo, name: photo, description: A photo, isA: picture }
taskGroups:
  - { id: looking, name: Looking }
tasks:
  - { id: see, name: See, group: looking, description: To see, accepts: [picture], produces: [photo] }
criteria:
  - { id: ease, name: Ease, question: How easy?, low: Hard, high: Easy }
profiles:
  - id: simple
    name: Simple
    ratings:
      ease: { value: 1, judgement: It is }
`,
} as const satisfies Readonly<Record<string, string>>;

export type SmallFile = keyof typeof smallFiles;

/** The small catalogue's files, some of them with other texts, and any further ones. */
export const files = (others: Readonly<Record<string, string>> = {}): CatalogFile[] =>
  Object.entries({ ...smallFiles, ...others }).map(([path, text]) => ({ path, text }));

/** The small catalogue with one piece of one file's text replaced. Throws where the piece is not there to replace. */
export const withReplaced = (path: SmallFile, piece: string, other: string): CatalogFile[] => {
  const text: string = smallFiles[path];
  if (!text.includes(piece)) throw new Error(`${path} does not hold ${piece}`);
  return files({ [path]: text.replace(piece, other) });
};

/** What loading finds wrong, a line an issue; empty where it finds nothing. */
export const issuesOf = (given: readonly CatalogFile[], options?: LoadOptions): string[] => {
  const loaded = loadCatalog(given, options);
  return loaded.ok ? [] : loaded.error.map(formatIssue);
};
