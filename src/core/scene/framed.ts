/** The words around a picture, as they are wanted: a title of another wording or none, the lines below it, the legend. */
import { breakLines } from '../text/breakLines.ts';
import { boxesIn, excerptOf } from './excerpt.ts';
import { placeLine } from './placeText.ts';
import type { Scene, SceneText } from './scene.ts';
import { spacing } from './spacing.ts';
import { typeScale } from './typography.ts';

/** Which words stand around a picture. */
export interface Frame {
  /** Its title; undefined: none. */
  readonly title: string | undefined;
  /** What stands with the title: the need, and as of which day the catalogue is. */
  readonly subtitle: boolean;
  /** The legend below, with the notes on lifecycles. */
  readonly legend: boolean;
}

const mostTitleLines = 3;

/**
 * The picture with these words around it. What is drawn stays where it is; the picture is as much smaller as there are fewer words,
 * and without any it is no larger than what is drawn but for a margin (`excerptOf`).
 */
export function framed(scene: Scene, { title, subtitle, legend }: Frame): Scene {
  const words = title?.trim() ?? '';
  if (words === scene.title && subtitle && legend) return scene;
  const named = words === '' ? scene : { ...scene, title: words };
  const header = headerOf(scene, words, subtitle);
  const below = legend ? [...scene.texts.filter(isNote)] : [];
  const items = legend ? scene.legend : [];
  if (header.length + below.length + items.length === 0) return excerptOf(named, () => true);

  const drawn = boxesIn(scene);
  const start = scene.origin ?? { x: 0, y: 0 };
  const end = start.y + scene.height;
  const firstDrawn = Math.min(end, ...drawn.map(({ y }) => y));
  const lastDrawn = Math.max(start.y, ...drawn.map(({ y, height }) => y + height));
  const top = header.length > 0 ? topOf(header) - headRoom(scene) : firstDrawn - spacing.margin;
  const bottom = below.length + items.length > 0 ? end : lastDrawn + spacing.margin;
  const y = Math.floor(top);
  return {
    ...named,
    origin: { x: start.x, y },
    height: Math.ceil(bottom) - y,
    texts: [...header, ...below],
    legend: items,
  };
}

const isNote = ({ part }: SceneText): boolean => part === 'note';
const isHeader = ({ part }: SceneText): boolean => part === 'title' || part === 'subtitle';

/** How far a line's baseline lies below the top of its box, px. */
const baseline = (style: SceneText['style']): number => placeLine('', style, { x: 0, top: 0 }).y;

/** Top of the highest line's box. */
const topOf = (texts: readonly SceneText[]): number => Math.min(...texts.map(({ y, style }) => y - baseline(style)));

/** Room above the words of the whole picture. */
const headRoom = (scene: Scene): number => topOf(scene.texts.filter(isHeader)) - (scene.origin?.y ?? 0);

/** The words above the picture, as far above what is drawn as they were: a title of more lines grows upwards. */
function headerOf(scene: Scene, title: string, subtitle: boolean): readonly SceneText[] {
  const before = scene.texts.filter(isHeader);
  const titles = before.filter(({ part }) => part === 'title');
  const kept = subtitle ? before.filter(({ part }) => part === 'subtitle') : [];
  const last = titles.at(-1);
  const lines = last === undefined || title === '' ? [] : titleLines(scene, title, last, kept);
  const header = [...lines, ...kept];
  if (header.length === 0) return header;
  const lowest = (texts: readonly SceneText[]): number => Math.max(...texts.map(({ y }) => y));
  const down = lowest(before) - lowest(header);
  return down === 0 ? header : header.map((text) => ({ ...text, y: text.y + down }));
}

/** The title's lines, the last of them where the last one was. */
function titleLines(scene: Scene, title: string, last: SceneText, kept: readonly SceneText[]): readonly SceneText[] {
  const { style, x } = last;
  const { lineHeight, size } = typeScale[style];
  // Words at the right of the same row keep their room.
  const beside = kept.filter((text) => text.anchor === 'end' && Math.abs(text.y - last.y) < size);
  const taken = beside.length === 0 ? 0 : Math.max(...beside.map(({ width }) => width)) + spacing.huge;
  const lines = breakLines(title, typeScale[style], scene.width - 2 * spacing.margin - taken, mostTitleLines);
  return lines.map(({ text }, row) => ({
    ...placeLine(text, style, { x, top: 0 }),
    y: last.y - (lines.length - 1 - row) * lineHeight,
    part: 'title',
  }));
}
