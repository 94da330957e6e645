/** Looks over large pages: more than fits between two frames of the window. */
import type { Catalog } from '../../core/catalog/catalog.ts';
import { checkPage } from '../../core/checks/checkPage.ts';
import { decide } from '../../core/decision/decide.ts';
import type { ChecksAnswer, ChecksRequest } from './checksMessages.ts';

let catalog: Catalog | undefined;

addEventListener('message', ({ data }: MessageEvent<ChecksRequest>) => {
  catalog = data.catalog ?? catalog;
  if (!catalog) throw new Error('The first question brings the catalogue.');
  const decision = data.need && decide(catalog, data.need);
  postMessage({ id: data.id, problems: checkPage(catalog, data.page, decision) } satisfies ChecksAnswer);
});
