/** What is taken along when things are taken hold of: what is in them, and where it all stands. */
import type { Point } from '../../core/base/geometry.ts';
import type { SceneGestures } from './gestures.ts';
import type { Picture } from './picture.ts';

/** The group that a thing lies in. */
export function parentOf(picture: Picture, gestures: SceneGestures, id: string): string | undefined {
  if (gestures.parentOf) return gestures.parentOf(id);
  const box = picture.nodes.get(id) ?? picture.groups.get(id);
  return box && picture.groupAround(box, new Set([id]))?.id;
}

/** Some things with everything that lies in those that are groups. */
export function withContent(picture: Picture, gestures: SceneGestures, ids: Iterable<string>): Set<string> {
  const all = new Set(ids);
  if (![...all].some((id) => picture.groups.has(id))) return all;
  const isInside = (id: string): boolean => {
    const seen = new Set<string>();
    for (
      let parent = parentOf(picture, gestures, id);
      parent !== undefined;
      parent = parentOf(picture, gestures, parent)
    ) {
      if (all.has(parent)) return true;
      if (seen.has(parent)) return false;
      seen.add(parent);
    }
    return false;
  };
  for (const { id } of [...picture.scene.groups, ...picture.scene.nodes]) if (isInside(id)) all.add(id);
  return all;
}

/** What can be moved of the selection. What lies in a group that is selected too moves with it. */
export function movable(picture: Picture, gestures: SceneGestures, ids: Iterable<string>): string[] {
  const taken = [...ids].filter((id) => (picture.nodes.has(id) || picture.groups.has(id)) && !gestures.locked?.has(id));
  if (!taken.some((id) => picture.groups.has(id))) return taken;
  const set = new Set(taken);
  return taken.filter((id) => {
    for (let parent = parentOf(picture, gestures, id), depth = 0; parent !== undefined && depth < 32; depth += 1) {
      if (set.has(parent)) return false;
      parent = parentOf(picture, gestures, parent);
    }
    return true;
  });
}

/** The upper left corners of these things; those that are not in the picture are left out. */
export const placesOf = (picture: Picture, ids: Iterable<string>): Record<string, Point> => {
  const places: Record<string, Point> = {};
  for (const id of ids) {
    const box = picture.nodes.get(id) ?? picture.groups.get(id);
    if (box) places[id] = { x: box.x, y: box.y };
  }
  return places;
};
