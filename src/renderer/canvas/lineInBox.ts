/** How much of a line of straight pieces lies in a box. */
import type { Point, Rectangle } from '../../core/base/geometry.ts';

/** A straight piece of a line. */
export type Piece = readonly [Point, Point];

/** The straight pieces of a line. */
export const piecesOf = (line: readonly Point[]): readonly Piece[] =>
  line.slice(1).flatMap((to, place) => {
    const from = line[place];
    return from ? [[from, to] as const] : [];
  });

/** How long it is, px. */
export const lengthOf = ([from, to]: Piece): number => Math.hypot(to.x - from.x, to.y - from.y);

/** How much of a line lies in a box, px. */
export const lengthWithin = (line: readonly Point[], box: Rectangle): number =>
  piecesOf(line).reduce((sum, piece) => sum + lengthOf(piece) * shareWithin(piece, box), 0);

/** How much of a line lies outside of a box, px. */
export const lengthBeside = (line: readonly Point[], box: Rectangle): number =>
  piecesOf(line).reduce((sum, piece) => sum + lengthOf(piece), 0) - lengthWithin(line, box);

/** The share of a piece that lies in a box (clipping by Liang and Barsky, 1984). */
function shareWithin([from, to]: Piece, { x, y, width, height }: Rectangle): number {
  const spans = [
    { start: from.x, by: to.x - from.x, least: x, most: x + width },
    { start: from.y, by: to.y - from.y, least: y, most: y + height },
  ];
  let [enters, leaves] = [0, 1];
  for (const { start, by, least, most } of spans) {
    if (by === 0) {
      if (start < least || start > most) return 0;
      continue;
    }
    const [one, other] = [(least - start) / by, (most - start) / by];
    enters = Math.max(enters, Math.min(one, other));
    leaves = Math.min(leaves, Math.max(one, other));
  }
  return Math.max(0, leaves - enters);
}
