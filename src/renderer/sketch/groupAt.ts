import type { Point } from '../../core/base/geometry.ts';
import type { Boxes } from '../../core/diagram/command.ts';
import type { Page } from '../../core/diagram/page.ts';

/** The innermost group that is drawn around a place of the page; `without` are none. */
export function groupAt(page: Page, boxes: Boxes, at: Point, without?: ReadonlySet<string>): string | undefined {
  let best: { readonly id: string; readonly area: number } | undefined;
  for (const id of Object.keys(page.groups)) {
    const box = boxes[id];
    if (!box || without?.has(id) || page.groups[id]?.collapsed) continue;
    if (at.x < box.x || at.y < box.y || at.x > box.x + box.width || at.y > box.y + box.height) continue;
    const area = box.width * box.height;
    if (best === undefined || area < best.area) best = { id, area };
  }
  return best?.id;
}
