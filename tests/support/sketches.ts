/** Small documents to begin with. */
import { pageOfDraft } from '../../src/core/diagram/page.ts';
import { documentOf, emptyDocument, type SketchDocument } from '../../src/core/document/document.ts';
import { pipelineDiagram } from './smallDiagrams.ts';

export const emptySketch: SketchDocument = emptyDocument('sketch', 'Nothing yet');

/** A draft on the first page, and nothing on the second. */
export const draftedSketch: SketchDocument = documentOf('sketch', 'Hear and see', [
  pageOfDraft('page-1', pipelineDiagram),
  { ...pageOfDraft('page-2', { title: 'Notes', nodes: [], groups: [], edges: [] }) },
]);
