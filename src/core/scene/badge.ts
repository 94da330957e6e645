import type { LifecycleStatus } from '../catalog/entry.ts';
import { measureText } from '../text/measure.ts';
import { placeLine } from './placeText.ts';
import type { SceneBadge, TextTone } from './scene.ts';
import { typeScale } from './typography.ts';
import { lifecycleWords } from './words.ts';

/** Height of a lifecycle's badge and the room at both ends of its word, px. */
export const badgeHeight = 18;
const badgePadding = 6;
/** Diameter of a rank's badge, px. */
const rankSize = 22;

const tones: Readonly<Record<LifecycleStatus, TextTone>> = {
  active: 'neutral',
  'closed-to-new': 'warning',
  ending: 'warning',
  retired: 'danger',
  legacy: 'neutral',
};

/** The width that a lifecycle badge takes, px; 0 for what is active, which has none. */
export function badgeWidth(status: LifecycleStatus): number {
  if (status === 'active') return 0;
  return Math.ceil(measureText(lifecycleWords[status], typeScale.badge)) + 2 * badgePadding;
}

/** A pill with the lifecycle's word, its top left corner at `x`, `y`; none for what is active. */
export function lifecycleBadge(
  status: LifecycleStatus,
  x: number,
  y: number,
  tone = tones[status],
): readonly SceneBadge[] {
  if (status === 'active') return [];
  const width = badgeWidth(status);
  const top = y + (badgeHeight - typeScale.badge.lineHeight) / 2;
  const text = placeLine(lifecycleWords[status], 'badge', { x: x + width / 2, top, anchor: 'middle', tone });
  return [{ x, y, width, height: badgeHeight, kind: status, text }];
}

/** A disc with a rank, centred at `x`, `y`. */
export function rankBadge(rank: number, x: number, y: number): SceneBadge {
  const text = String(rank);
  const width = Math.max(rankSize, Math.ceil(measureText(text, typeScale.badge)) + 2 * badgePadding);
  const top = y - typeScale.badge.lineHeight / 2;
  return {
    x: x - width / 2,
    y: y - rankSize / 2,
    width,
    height: rankSize,
    kind: 'rank',
    text: placeLine(text, 'badge', { x, top, anchor: 'middle', tone: 'onAccent' }),
  };
}
