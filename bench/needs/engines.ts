/** The engine under test, and the peer that it is measured against. */
import MiniSearch from 'minisearch';
import type { Catalog } from '../../src/core/catalog/catalog.ts';
import { indexCatalog } from '../../src/core/catalog/lookup.ts';
import { decide } from '../../src/core/decision/decide.ts';
import { serviceOf } from '../../src/core/decision/engine.ts';
import { interpret } from '../../src/core/decision/interpret.ts';
import type { Lexicon } from '../../src/core/decision/lexicon.ts';
import type { Answer } from './judge.ts';

/** Lodestack: interpret, then decide. */
export const lodestack =
  (catalog: Catalog, lexicon: Lexicon) =>
  (text: string): Answer => {
    const decision = decide(catalog, interpret(text, catalog, lexicon));
    return { ids: decision.recommendations.map(({ id }) => id), pipeline: decision.pipeline };
  };

/** Keyword search by BM25 (MiniSearch) over what the catalogue says of each entry, capabilities under their service. */
export function keywordSearch(catalog: Catalog): (text: string) => Answer {
  const index = indexCatalog(catalog);
  const search = new MiniSearch({ fields: ['name', 'summary', 'facts', 'offers'], storeFields: ['service'] });
  // What is only drawn around the stack is no answer of anybody's.
  const answers = catalog.entries.filter(({ kind }) => kind !== 'part');
  search.addAll(
    answers.map((entry) => ({
      id: entry.id,
      service: serviceOf(index, entry).id,
      name: [entry.name, ...entry.aliases].join(' '),
      summary: [entry.summary, entry.sheet ?? ''].join(' '),
      facts: entry.facts.map(({ text }) => text).join(' '),
      offers: entry.offers
        .map(({ task, useWhen }) => {
          const known = index.tasks.get(task);
          return [known?.name, known?.description, useWhen].join(' ');
        })
        .join(' '),
    })),
  );
  return (text) => ({
    ids: [...new Set(search.search(text).map((hit) => String(hit.service)))].slice(0, 12),
    pipeline: [],
  });
}
