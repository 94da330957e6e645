import type { Catalog } from '../../core/catalog/catalog.ts';
import { indexCatalog } from '../../core/catalog/lookup.ts';
import { boundaryForNew } from '../../core/checks/checked.ts';
import type { Page } from '../../core/diagram/page.ts';
import type { Scene } from '../../core/scene/scene.ts';
import { freePlace } from './freePlace.ts';
import type { FreePlace, NewPart } from './newPart.ts';

/**
 * Where new parts stand free on a page as it is drawn. What runs in AWS and is wished inside its boundary there stays inside as long
 * as there is room: outside it would be told of at once.
 */
export const placesOn =
  (page: Page, scene: Scene, catalog: Catalog): FreePlace =>
  (size, wished, part) => {
    const home = homeBox(page, scene, catalog, part);
    const isInside =
      home !== undefined &&
      wished.x >= home.x &&
      wished.y >= home.y &&
      wished.x <= home.x + home.width &&
      wished.y <= home.y + home.height;
    return (isInside ? freePlace(scene, size, wished, home) : undefined) ?? freePlace(scene, size, wished);
  };

function homeBox(page: Page, scene: Scene, catalog: Catalog, part: NewPart) {
  const entry = part.type === 'entry' ? indexCatalog(catalog).entries.get(part.entry) : undefined;
  const home = entry && boundaryForNew(page, catalog, entry);
  return home && scene.groups.find(({ id }) => id === home.id);
}
