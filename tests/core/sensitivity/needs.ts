/** Needs of every kind over the bundled catalogue, for property tests. */
import fc from 'fast-check';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import type { Catalog } from '../../../src/core/catalog/catalog.ts';
import { managementLevels, modes, places, trainingData } from '../../../src/core/catalog/entry.ts';
import { type Need, needSchema } from '../../../src/core/decision/need.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong');
export const { catalog } = knowledge.value;

/** The same where every offer fits alike, so that preferences alone decide: far more bounds than in real needs. */
export const levelCatalog: Catalog = {
  ...catalog,
  entries: catalog.entries.map((entry) => ({
    ...entry,
    offers: entry.offers.map((offer) => ({ ...offer, fit: 0.8 })),
  })),
};

const weights = fc.oneof(
  fc.constantFrom(0, 0.5, 1),
  fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000),
);

/** `named`: also needs that name a service. */
export const needs = ({ named = true }: { named?: boolean } = {}): fc.Arbitrary<Need> =>
  fc
    .record({
      tasks: fc.uniqueArray(
        fc.record({
          task: fc.constantFrom(...catalog.tasks.map(({ id }) => id)),
          weight: fc.constantFrom(0.4, 0.7, 1),
        }),
        { minLength: 1, maxLength: 4, selector: ({ task }) => task },
      ),
      have: fc.uniqueArray(fc.constantFrom(...catalog.dataKinds.map(({ id }) => id)), { maxLength: 1 }),
      constraints: fc.record(
        {
          mode: fc.constantFrom(...modes),
          place: fc.constantFrom(...places),
          management: fc.uniqueArray(fc.constantFrom(...managementLevels), { minLength: 1 }),
          customer: fc.constantFrom('new' as const, 'existing' as const),
          trainingData: fc.constantFrom(...trainingData),
          sheetOnly: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      preferences: fc.dictionary(fc.constantFrom(...catalog.criteria.map(({ id }) => id)), weights),
      named: named
        ? fc.array(
            fc.record({
              entry: fc.constantFrom(...catalog.entries.map(({ id }) => id)),
              stance: fc.constantFrom('use' as const, 'replace' as const),
            }),
            { maxLength: 1 },
          )
        : fc.constant([]),
    })
    .map((value) => {
      // Half of the random constraints leave nothing open, which says little: keep one of them.
      const [first] = Object.entries(value.constraints);
      return needSchema.parse({ ...value, constraints: first ? Object.fromEntries([first]) : {} });
    });
