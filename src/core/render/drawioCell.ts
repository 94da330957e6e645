/** What all cells of a draw.io file have in common: ids, places, styles and words. */
import type { Point, Rectangle } from '../base/geometry.ts';
import type { Theme } from '../scene/theme.ts';
import type { IconSet } from './icon.ts';
import { escapeXml, formatNumber } from './xml.ts';

/** The cell that everything outside of any boundary stands in: draw.io's first layer. */
export const layer = '1';

/** An id of ours as one of a cell: never one of the two that every model has. */
export const cellId = (id: string): string => `part-${id}`;

/** What every cell of a page is drawn with. */
export interface Brush {
  readonly theme: Theme;
  readonly icons: IconSet;
  /** Boxes of the boundaries, by id. */
  readonly boxes: ReadonlyMap<string, Rectangle>;
}

/** A point of the page as draw.io counts it: from the corner of the boundary that the cell stands in. */
export const at = (corner: Point, parent: string | undefined, { boxes }: Brush): Point => {
  const start = boxes.get(parent ?? '') ?? { x: 0, y: 0 };
  return { x: corner.x - start.x, y: corner.y - start.y };
};

/** What a cell looks like, by draw.io's names. */
export type Style = Readonly<Record<string, string | number | undefined>>;

/** A style as draw.io writes it. What would end it or begin another has no place in a value. */
export const written = (style: Style): string =>
  Object.entries(style)
    .flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}=${typeof value === 'number' ? formatNumber(value) : value};`],
    )
    .join('');

/** A text as HTML: draw.io's labels are. */
export const html = (text: string): string => escapeXml(text).replaceAll('\n', '<br>');

/** How the words of every cell are written. */
export const font = { html: 1, fontFamily: 'Helvetica' } as const;

/** The id of the cell that one stands in. */
export const parentOf = (parent: string | undefined): string => (parent === undefined ? layer : cellId(parent));

/** `dashed` and its pattern, or a solid line. */
export const dashes = (pattern: string | undefined): Style =>
  pattern === undefined ? {} : { dashed: 1, dashPattern: pattern };
