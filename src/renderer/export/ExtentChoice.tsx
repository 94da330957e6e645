import type { Page } from '../../core/diagram/page.ts';
import { Segmented } from '../widgets/Segmented.tsx';
import { SelectField } from '../widgets/SelectField.tsx';
import { Row } from './ExportRow.tsx';

/** How much of a sketch is exported. */
export type Extent = 'page' | 'pages' | 'selection';

interface ExtentChoiceProps {
  readonly extent: Extent;
  readonly onExtent: (extent: Extent) => void;
  /** Pages on which something is drawn. */
  readonly pages: readonly Page[];
  /** Id of the page that is exported, or that the preview shows of all of them. */
  readonly page: string;
  readonly onPage: (page: string) => void;
  /** Something is selected that could be exported alone. */
  readonly selectable: boolean;
}

/** Chooses between a page, all of them, and what is selected; nothing where there is nothing to choose. */
export function ExtentChoice({ extent, onExtent, pages, page, onPage, selectable }: ExtentChoiceProps) {
  const several = pages.length > 1;
  const choices = [
    { value: 'page' as const, label: several ? 'One page' : 'The page' },
    ...(several ? [{ value: 'pages' as const, label: 'All pages' }] : []),
    ...(selectable ? [{ value: 'selection' as const, label: several ? 'Selection' : 'What is selected' }] : []),
  ];
  if (choices.length === 1) return null;
  return (
    <Row label="How much">
      <Segmented label="How much" choices={choices} value={extent} onChange={onExtent} />
      {several && extent !== 'selection' ? (
        <SelectField
          className="export-row__page"
          label={extent === 'pages' ? `Shown here, of ${pages.length} pages` : 'Page'}
          choices={pages.map(({ id, title }) => ({ value: id, label: title }))}
          value={page}
          onChange={onPage}
        />
      ) : null}
    </Row>
  );
}
