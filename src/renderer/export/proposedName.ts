import { findPart, type Page } from '../../core/diagram/page.ts';
import { pictureName } from '../../core/export/pictureName.ts';
import type { Services } from '../app/services.ts';
import { shortName } from '../files/fileName.ts';

/** What the document is called: as its file, else by its title. */
export function documentName({ files, sketch }: Pick<Services, 'files' | 'sketch'>): string {
  const { file } = files.getState();
  return file ? shortName(file.name) : sketch.getState().history.document.title;
}

/** Name of the file of a page's picture, without ending; `parts`: of those alone. */
export function proposedName(
  services: Pick<Services, 'files' | 'sketch'>,
  page: Page,
  parts?: ReadonlySet<string>,
): string {
  const { pageOrder } = services.sketch.getState().history.document;
  const [first, ...more] = parts ?? [];
  const part = first === undefined ? undefined : findPart(page, first);
  const only = more.length === 0 && part && part.type !== 'edge' ? part.record.label : 'part';
  return pictureName(documentName(services), ...(pageOrder.length > 1 ? [page.title] : []), ...(parts ? [only] : []));
}
