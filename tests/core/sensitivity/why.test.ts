import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/core/decision/decide.ts';
import { needSchema } from '../../../src/core/decision/need.ts';
import { why } from '../../../src/core/sensitivity/why.ts';
import { smallCatalog } from '../../fixtures/smallCatalog.ts';
import { catalog, needs } from './needs.ts';

describe('why', () => {
  it('opens every part of every score to grounds: facts that exist, with source and date, or judgements that say so', () => {
    const facts = new Map(catalog.entries.map(({ id, facts: own }) => [id, new Set(own.map((fact) => fact.id))]));
    fc.assert(
      fc.property(needs(), (need) => {
        const decision = decide(catalog, need);
        for (const verdict of decision.verdicts) {
          const explanation = why(catalog, decision, verdict.id);
          expect(explanation === undefined).toBe(verdict.parts.length === 0);
          for (const { part, name, grounds } of explanation?.parts ?? []) {
            expect(name).not.toBe('');
            expect(grounds.length).toBeGreaterThan(0);
            for (const { judgement, fact, sources, text } of grounds) {
              expect(text).not.toBe('');
              if (!judgement) expect(sources.length).toBeGreaterThan(0);
              for (const { dated, title } of sources) expect(dated && title).toBeTruthy();
              if (fact) expect(facts.get(fact.entry)?.has(fact.id)).toBe(true);
            }
            if (part.kind === 'task') expect(grounds.some(({ fact }) => fact)).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('says whose judgement a rating is, and of which capability a service has its score', () => {
    const small = smallCatalog();
    const explanation = why(small, decide(small, needSchema.parse({ tasks: [{ task: 'feel-mood' }] })), 'reader');
    expect(explanation?.scored).toBe('reader-mood');
    expect(explanation?.parts.map(({ name, reckoning }) => `${name}: ${reckoning}`)).toEqual([
      'Feel the mood: 62 × 1 = 62',
      'Ease: 12 × 0.9 = 10.8',
      'Control: 12 × 0.1 = 1.2',
      'Lifecycle: 10 × 1 = 10',
    ]);
    expect(explanation?.parts[1]?.grounds).toEqual([
      {
        text: 'A call to an API: 0.9 of 1, rated alike for everything of the kind “Easy”.',
        judgement: true,
        sources: [
          { id: 'BOOK', title: 'The book of the small cloud', url: 'https://example.org/book', dated: '2026-10-01' },
        ],
      },
    ]);
  });
});
