/** The text of the files that a decision is written down in. */
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { Decision } from '../../core/decision/decision.ts';
import { decisionJson } from '../../core/export/decisionJson.ts';
import { decisionRecord, type RecordLink, type RecordStatus, recordTitle } from '../../core/export/decisionRecord.ts';
import { wellFormed } from '../../core/export/markdown.ts';
import { recordLabel, slugOf } from '../../core/export/supersede.ts';
import type { ReviewedDecision } from '../state/windowState.ts';

/** The suggested name, without its ending. */
export const decisionName = (catalog: Catalog, decision: Decision): string => slugOf(recordTitle(catalog, decision));

/** The decision as JSON, which can be opened again. `date` is the day on which it is written. */
export const writtenJson = (catalog: Catalog, decision: Decision, date: string): string =>
  `${JSON.stringify(decisionJson(catalog, decision, { file: null, title: recordTitle(catalog, decision), date }), null, 2)}\n`;

/** What the export dialog lets be said about a record. */
export interface RecordChoices {
  readonly date: string;
  readonly status: RecordStatus;
  /** Name of a picture beside the record. */
  readonly picture?: string;
  readonly supersedes: ReviewedDecision | undefined;
}

/** The record of the old decision where it is known, else the file that was opened. */
function linkTo({ name, old }: ReviewedDecision): RecordLink {
  const file = old.record?.file ?? name;
  const label = recordLabel(file);
  return { file: encodeURIComponent(wellFormed(file)), title: old.record ? `${label}: ${old.record.title}` : label };
}

/** The decision as a record in Markdown. */
export const writtenRecord = (
  catalog: Catalog,
  decision: Decision,
  { date, status, picture, supersedes }: RecordChoices,
): string =>
  decisionRecord(catalog, decision, {
    date,
    status,
    ...(picture === undefined ? {} : { picture }),
    ...(supersedes ? { supersedes: linkTo(supersedes) } : {}),
  });
