/** Every entry of the shipped catalogue that is on its way out: what new and existing customers are told, capability by capability. */
import { describe, expect, it } from 'vitest';
import { loadBundledData } from '../../src/cli/dataFiles.ts';
import type { Entry } from '../../src/core/catalog/entry.ts';
import { indexCatalog } from '../../src/core/catalog/lookup.ts';
import { decide } from '../../src/core/decision/decide.ts';
import type { EntryVerdict } from '../../src/core/decision/decision.ts';
import { needSchema } from '../../src/core/decision/need.ts';
import { decisionJson } from '../../src/core/export/decisionJson.ts';
import { decisionRecord } from '../../src/core/export/decisionRecord.ts';
import { plainMarkdown } from '../../src/core/export/markdown.ts';

const { catalog } = loadBundledData();
const index = indexCatalog(catalog);
const stated = (status: Entry['lifecycle']['status']): readonly Entry[] =>
  catalog.entries.filter(({ lifecycle }) => lifecycle.status === status);

/** The decision on one task of an entry, for a kind of customer. */
function decideFor(task: string, customer: 'new' | 'existing' | undefined) {
  const need = needSchema.parse({ tasks: [{ task }], constraints: customer === undefined ? {} : { customer } });
  return decide(catalog, need);
}

const verdictOn = (task: string, id: string, customer: 'new' | 'existing' | undefined): EntryVerdict | undefined =>
  decideFor(task, customer).verdicts.find((each) => each.id === id);

const closedOffers = stated('closed-to-new').flatMap((entry) =>
  entry.offers.map((offer) => [`${entry.id}: ${offer.task}`, entry, offer] as const),
);

describe('what is closed to new customers', () => {
  it.each(closedOffers)('%s', (_, entry, { task }) => {
    for (const customer of ['new', undefined] as const) {
      const refused = verdictOn(task, entry.id, customer);
      // A service whose capability is open is lit by it; its own closed offer still gives nothing.
      if (refused?.verdict === 'ruled-out') {
        expect(refused.ruledOut?.constraint).toBe('lifecycle');
        expect(refused.ruledOut?.text).toContain(entry.lifecycle.date ?? 'Closed to new customers');
        expect(refused.ruledOut?.change).toContain('existing customer');
      } else {
        const parts = (index.capabilities.get(entry.id) ?? []).map(({ id }) => id);
        const lit = decideFor(task, customer).verdicts.filter(({ id, score }) => parts.includes(id) && score > 0);
        expect(lit.length).toBeGreaterThan(0);
      }
    }
    const kept = verdictOn(task, entry.id, 'existing');
    expect(['recommended', 'suitable', 'supporting']).toContain(kept?.verdict);
    expect(kept?.score).toBeGreaterThan(0);
    expect(kept?.caveats.some(({ text }) => text.includes('Closed to new customers'))).toBe(true);
  });

  it('is refused to a new customer as a whole: a capability falls with its service', () => {
    for (const service of stated('closed-to-new')) {
      for (const part of index.capabilities.get(service.id) ?? []) {
        if (part.kind !== 'capability') continue;
        for (const { task } of part.offers) {
          expect(verdictOn(task, part.id, 'new')?.verdict).toBe('ruled-out');
        }
      }
    }
  });
});

describe('what is retired', () => {
  it('is offered to nobody, and says since when and what to use', () => {
    for (const entry of stated('retired')) {
      for (const { task } of entry.offers) {
        for (const customer of ['new', 'existing'] as const) {
          const verdict = verdictOn(task, entry.id, customer);
          expect(verdict?.verdict).toBe('ruled-out');
          if (entry.lifecycle.date) expect(verdict?.ruledOut?.text).toContain(entry.lifecycle.date);
        }
      }
    }
  });
});

describe('the JSON and the record', () => {
  it('hold date, source, successor and day of knowledge of all that is not active and is named in them', () => {
    const seen = new Set<string>();
    const tasks = new Set(catalog.entries.flatMap(({ offers }) => offers.map(({ task }) => task)));
    for (const task of tasks) {
      for (const customer of ['new', 'existing'] as const) {
        const decision = decideFor(task, customer);
        const json = decisionJson(catalog, decision);
        const record = decisionRecord(catalog, decision, { date: '2026-11-23' });
        expect(json.catalogAsOf).toBe(catalog.asOf);
        expect(record).toContain(`as of ${catalog.asOf}`);
        const told = [
          ...json.recommendations,
          ...json.recommendations.flatMap(({ capabilities }) => capabilities),
          ...json.excluded,
        ];
        for (const { id, lifecycle } of told) {
          const entry = index.entries.get(id);
          if (!entry || entry.lifecycle.status === 'active') continue;
          seen.add(id);
          const { status, date, asOf, successors, sources } = entry.lifecycle;
          expect(lifecycle).toMatchObject({ status, date: date ?? null, asOf });
          expect(lifecycle.successors.map((each) => each.id)).toEqual(successors);
          expect(lifecycle.sources.map((each) => each.id)).toEqual(sources);
          const line = record
            .split('\n')
            .find(
              (each) => each.startsWith(`* **${plainMarkdown(entry.name)}**`) && each.includes(`Known as of ${asOf}`),
            );
          expect(line, `${id} in the record of ${task}`).toBeDefined();
          if (date !== undefined) expect(line).toContain(date);
          for (const source of sources) expect(line).toContain(`[${plainMarkdown(source)}]`);
          for (const next of successors) expect(line).toContain(plainMarkdown(index.entries.get(next)?.name ?? next));
        }
      }
    }
    // Whatever does a task and is on its way out was told by one of them.
    const doing = catalog.entries.filter(
      ({ lifecycle, offers }) => lifecycle.status !== 'active' && offers.some(({ fit }) => fit >= 0.45),
    );
    expect(doing.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
  }, 60_000);
});
