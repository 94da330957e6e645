/** What the window and the worker that looks over large pages say to each other. */
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { Problem } from '../../core/checks/problem.ts';
import type { Need } from '../../core/decision/need.ts';
import type { Page } from '../../core/diagram/page.ts';

/** A page to be checked. */
export interface ChecksRequest {
  readonly id: number;
  readonly page: Page;
  /** Absent: nothing is said of needs. */
  readonly need?: Need;
  /** With the first question. */
  readonly catalog?: Catalog;
}

/** What the worker found on the page of that request. */
export interface ChecksAnswer {
  readonly id: number;
  readonly problems: readonly Problem[];
}
