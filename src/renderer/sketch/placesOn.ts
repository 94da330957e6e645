import { hullOf, middleOf, overlap, type Point, type Rectangle, type Size } from '../../core/base/geometry.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import { indexCatalog } from '../../core/catalog/lookup.ts';
import { boundaryForNew, runsInAws } from '../../core/checks/checked.ts';
import { findGroup, heldByGroup, type Page } from '../../core/diagram/page.ts';
import { groupPadding } from '../../core/diagram/placeParts.ts';
import type { Scene } from '../../core/scene/scene.ts';
import { freePlace } from './freePlace.ts';
import type { FreePlace, NewPart, Place } from './newPart.ts';
import { placeGrowing } from './pastePlace.ts';
import { boundariesWorkedIn, mayHold } from './workedIn.ts';

/** What the user is at. */
interface Work {
  readonly selection: ReadonlySet<string>;
  /** The part of the page that is seen. */
  readonly seen: Rectangle;
}

/**
 * Where new parts stand free on a page as it is drawn. What belongs in a boundary that is selected, or that holds what is, goes in
 * there, and the boundary grows if it has to. What runs in AWS and is wished inside its boundary there stays inside as long as there is
 * room: outside it would be told of at once.
 */
export const placesOn =
  (page: Page, scene: Scene, catalog: Catalog, work?: Work): FreePlace =>
  (size, wished, part) => {
    const worked = work && boundariesWorkedIn(page, work.selection).filter((id) => belongsIn(page, catalog, id, part));
    for (const id of worked ?? []) {
      const box = boxOf(scene, id);
      if (box === undefined || !work || !overlap(box, work.seen)) continue;
      const near = isAt(wished, box) ? wished : middleOf(box);
      const place = freePlace(scene, size, near, box) ?? grownInto(page, scene, id, size);
      if (place) return place;
    }
    const home = boxOf(scene, homeOf(page, catalog, part));
    const isInside = home !== undefined && isAt(wished, home);
    return (isInside ? freePlace(scene, size, wished, home) : undefined) ?? freePlace(scene, size, wished);
  };

const isAt = ({ x, y }: Point, box: Rectangle): boolean =>
  x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;

const boxOf = ({ groups }: Scene, id: string | undefined) => groups.find((group) => group.id === id);

const entryOf = (catalog: Catalog, part: NewPart) =>
  part.type === 'entry' ? indexCatalog(catalog).entries.get(part.entry) : undefined;

function homeOf(page: Page, catalog: Catalog, part: NewPart): string | undefined {
  const entry = entryOf(catalog, part);
  return entry && boundaryForNew(page, catalog, entry)?.id;
}

/** Whether a part is meant for a boundary when that is worked in; people, notes and pictures stand where they are wished. */
function belongsIn(page: Page, catalog: Catalog, id: string, part: NewPart): boolean {
  const group = findGroup(page, id);
  if (group === undefined || group.locked || group.collapsed) return false;
  if (part.type === 'group') return mayHold(group.kind, part.kind);
  const entry = entryOf(catalog, part);
  return entry !== undefined && group.kind !== 'layer' && group.kind !== 'on-premises' && runsInAws(catalog, entry);
}

/** Beside what a boundary holds, where that and those around it can grow. */
function grownInto(page: Page, scene: Scene, group: string, size: Size): Place | undefined {
  const box = boxOf(scene, group);
  if (box === undefined) return undefined;
  const held = new Set(heldByGroup(page).get(group));
  const content = hullOf([...scene.nodes, ...scene.groups].filter(({ id }) => held.has(id)));
  const { x, y } = content ?? { x: box.x + groupPadding.left, y: box.y + groupPadding.top };
  const around = boundariesWorkedIn(page, new Set([group]));
  const place = placeGrowing({ x, y, ...size }, scene, around);
  return place && { ...place, group };
}
