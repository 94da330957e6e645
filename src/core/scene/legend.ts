/** The legend: one item for each look that a reader may meet, swatch first, in one row. */
import type { Point } from '../base/geometry.ts';
import type { LifecycleStatus } from '../catalog/entry.ts';
import { badgeWidth, lifecycleBadge } from './badge.ts';
import { placeLine } from './placeText.ts';
import type { SceneEdge, SceneLegendItem, SceneState } from './scene.ts';
import { spacing } from './spacing.ts';
import { typeScale } from './typography.ts';
import { edgeWords, lifecycleSentences, stateWords } from './words.ts';

/** Size of the sample at the left of an item, px. A lifecycle's sample is its badge, as wide as its word. */
export const swatch = { width: 28, height: 18 } as const;

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
): readonly SceneLegendItem[] {
  const states: readonly SceneState[] = decided
    ? ['recommended', 'suitable', 'supporting', 'ruled-out', 'not-relevant']
    : [];
  return row(at, [
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
  return row(
    at,
    styles.map((style) => ({ state: style, words: edgeWords[style], sample: swatch.width })),
  );
}

function row(at: Point, entries: readonly Entry[]): readonly SceneLegendItem[] {
  let x = at.x;
  return entries.map(({ state, words, sample, badge }) => {
    const top = at.y + (swatch.height - typeScale.detail.lineHeight) / 2;
    const text = placeLine(words, 'detail', { x: x + sample + spacing.small, top, tone: 'muted' });
    const [shown] = badge === undefined ? [] : lifecycleBadge(badge, x, at.y);
    const width = sample + spacing.small + text.width;
    const item = {
      x,
      y: at.y,
      width,
      height: swatch.height,
      state,
      text,
      ...(shown === undefined ? {} : { sample: shown }),
    };
    x += item.width + spacing.huge;
    return item;
  });
}
