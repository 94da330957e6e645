/** What is said once a picture is on the clipboard. */
export const copiedWords = {
  png: 'Copied as a PNG: paste it into a slide or a document',
  svg: 'Copied as SVG text: paste it into an editor or a drawing program',
  drawio: 'Copied for draw.io: paste it there, on a page',
} as const;

/** What a format is called. */
export const formatNames = { svg: 'SVG', png: 'PNG', drawio: 'draw.io' } as const;
