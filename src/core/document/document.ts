/** The document: pages that were drawn, and the need and the decision that they came from. */
import type { Need } from '../decision/need.ts';
import { emptyPage, type Page, type Table } from '../diagram/page.ts';

/** The decision that the draft was made from: enough to tell whether today's catalogue would decide otherwise. */
export interface DecisionSnapshot {
  /** The day of the catalogue, `YYYY-MM-DD`. */
  readonly catalogAsOf: string;
  /** Ids of the entries that were chosen, in the order of the pipeline. */
  readonly chosen: readonly string[];
}

/** What is edited as one, undone as one and kept in one file. Immutable: an edit shares all that it leaves as it was. */
export interface SketchDocument {
  readonly id: string;
  readonly title: string;
  readonly pages: Table<Page>;
  /** Ids of the pages as they are shown: each page once, at least one. */
  readonly pageOrder: readonly string[];
  readonly need?: Need;
  readonly decision?: DecisionSnapshot;
  /** Id of the template that it began as. */
  readonly template?: string;
}

/** A document with one empty page. */
export const emptyDocument = (id: string, title: string, page = 'page-1'): SketchDocument => ({
  id,
  title,
  pages: { [page]: emptyPage(page, 'Page 1') },
  pageOrder: [page],
});

/** A document that starts with the pages given. */
export const documentOf = (
  id: string,
  title: string,
  pages: readonly [Page, ...Page[]],
  origin: Pick<SketchDocument, 'need' | 'decision' | 'template'> = {},
): SketchDocument => ({
  id,
  title,
  pages: Object.fromEntries(pages.map((page) => [page.id, page])),
  pageOrder: pages.map((page) => page.id),
  ...origin,
});

/** The page of that id; undefined where there is none. */
export const findPage = (document: SketchDocument, id: string): Page | undefined =>
  Object.hasOwn(document.pages, id) ? document.pages[id] : undefined;

/** The pages as they are shown. */
export const pagesInOrder = (document: SketchDocument): readonly Page[] =>
  document.pageOrder.flatMap((id) => findPage(document, id) ?? []);
