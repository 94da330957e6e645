import { type DrawioPage, drawioFile } from '../../core/render/drawio.ts';
import type { FileToSave } from '../../platform/port.ts';
import type { Services } from '../app/services.ts';

/** Pages as a file for draw.io; `name` is without an ending. */
export const drawioToSave = (
  { icons }: Pick<Services, 'icons'>,
  name: string,
  pages: readonly DrawioPage[],
): FileToSave => ({
  name: `${name}.drawio`,
  mediaType: 'application/vnd.jgraph.mxfile',
  bytes: new TextEncoder().encode(drawioFile(pages, icons)),
});
