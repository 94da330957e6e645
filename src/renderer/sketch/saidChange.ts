/** What is said of a step to those who cannot see it: what was done to what, and how far. */
import type { Point } from '../../core/base/geometry.ts';
import type { Page } from '../../core/diagram/page.ts';
import type { SketchDocument } from '../../core/document/document.ts';
import type { History } from '../../core/document/history.ts';

/** The words for what came between two moments of a history; undefined where there is nothing to say. */
export function saidChange(before: History, after: History): string | undefined {
  if (before.past === after.past) return undefined;
  if (after.future !== undefined && after.future.step === before.past) return `Undone: ${after.future.step.label}`;
  if (before.future !== undefined && before.future.step === after.past) return `Redone: ${before.future.step.label}`;
  const { past } = after;
  if (past === undefined) return undefined;
  // A word that is being typed or a drag that goes on is said once.
  if (past.gesture !== undefined && past.gesture === before.past?.gesture && past.earlier === before.past.earlier)
    return undefined;
  const way = movedBy(before.document, after.document);
  return way === undefined ? past.label : `${past.label}, ${way}`;
}

/** How far the single thing that stands elsewhere was moved: "10 px down". */
function movedBy(before: SketchDocument, after: SketchDocument): string | undefined {
  const ways = after.pageOrder.flatMap((id) => {
    const [old, now] = [before.pages[id], after.pages[id]];
    return old && now && old !== now ? waysOn(old, now) : [];
  });
  const [first] = ways;
  if (!first || ways.some(({ x, y }) => x !== first.x || y !== first.y)) return undefined;
  const said = [
    ...(first.x === 0 ? [] : [`${Math.abs(first.x)} px ${first.x > 0 ? 'right' : 'left'}`]),
    ...(first.y === 0 ? [] : [`${Math.abs(first.y)} px ${first.y > 0 ? 'down' : 'up'}`]),
  ];
  return said.join(' and ');
}

const waysOn = (old: Page, now: Page): readonly Point[] =>
  (['nodes', 'groups'] as const).flatMap((table) =>
    Object.values(now[table]).flatMap(({ id, position }) => {
      const from = old[table][id]?.position;
      if (!from || !position || (from.x === position.x && from.y === position.y)) return [];
      return [{ x: Math.round(position.x - from.x), y: Math.round(position.y - from.y) }];
    }),
  );
