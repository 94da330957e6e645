import type { CatalogIssue } from './catalog.ts';

/** An issue as one line that editors and terminals can follow: `file:line: field: message`. */
export const formatIssue = ({ file, line, field, message }: CatalogIssue): string =>
  [line === undefined ? file : `${file}:${line}`, field === '(file)' ? undefined : field, message]
    .filter((part) => part !== undefined)
    .join(': ');
