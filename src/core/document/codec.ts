/** The file as text, both ways. */
export { readDocument } from './readDocument.ts';
export { writeDocument } from './writeDocument.ts';
