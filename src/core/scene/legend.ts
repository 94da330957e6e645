/** The legend: one item for each look that a reader may meet, swatch first, in as many rows as the width asks for. */
import type { Point } from '../base/geometry.ts';
import type { LifecycleStatus } from '../catalog/entry.ts';
import { measureText } from '../text/measure.ts';
import { badgeWidth, lifecycleBadge } from './badge.ts';
import { placeLine } from './placeText.ts';
import type { SceneEdge, SceneLegendItem, SceneState } from './scene.ts';
import { spacing } from './spacing.ts';
import { typeScale } from './typography.ts';
import { edgeWords, lifecycleSentences, stateWords } from './words.ts';

/** Size of the sample at the left of an item, px. A lifecycle's sample is its badge, as wide as its word. */
export const swatch = { width: 28, height: 18 } as const;

/** Distance of one row of items to the next, px. */
const legendRowHeight = 28;

interface Entry {
  readonly state: SceneLegendItem['state'];
  readonly words: string;
  readonly sample: number;
  readonly badge?: LifecycleStatus;
}

/** Legend of a map; of verdicts only where there is a decision. */
export function mapLegend(
  at: Point,
  statuses: readonly LifecycleStatus[],
  decided: boolean,
  width: number,
): readonly SceneLegendItem[] {
  const states: readonly SceneState[] = decided
    ? ['recommended', 'suitable', 'supporting', 'ruled-out', 'not-relevant']
    : [];
  return flow(at, width, [
    ...states.map((state) => ({ state, words: stateWords[state], sample: swatch.width })),
    ...statuses.map((status) => ({
      state: status,
      words: lifecycleSentences[status],
      sample: badgeWidth(status),
      badge: status,
    })),
    { state: 'relation', words: edgeWords.relation, sample: swatch.width },
  ]);
}

/** Legend of a draft: the kinds of lines that it has. */
export function draftLegend(at: Point, styles: readonly SceneEdge['style'][]): readonly SceneLegendItem[] {
  return flow(
    at,
    Number.POSITIVE_INFINITY,
    styles.map((style) => ({ state: style, words: edgeWords[style], sample: swatch.width })),
  );
}

/** Sets items side by side, in a new row where the width is used up. */
function flow(at: Point, room: number, entries: readonly Entry[]): readonly SceneLegendItem[] {
  let { x, y } = at;
  return entries.map(({ state, words, sample, badge }) => {
    const width = sample + spacing.small + measureText(words, typeScale.detail);
    if (x > at.x && x + width > at.x + room) {
      x = at.x;
      y += legendRowHeight;
    }
    const top = y + (swatch.height - typeScale.detail.lineHeight) / 2;
    const text = placeLine(words, 'detail', { x: x + sample + spacing.small, top, tone: 'muted' });
    const [shown] = badge === undefined ? [] : lifecycleBadge(badge, x, y);
    const item = { x, y, width, height: swatch.height, state, text, ...(shown === undefined ? {} : { sample: shown }) };
    x += width + spacing.huge;
    return item;
  });
}
