import { excerptOf } from '../../core/scene/excerpt.ts';
import { framed } from '../../core/scene/framed.ts';
import type { Scene } from '../../core/scene/scene.ts';
import type { PictureLook } from '../state/pictureLook.ts';

/** What of a picture is wanted. */
interface Wanted {
  /** Ids of the only things that are wanted; absent: everything. */
  readonly parts?: ReadonlySet<string> | undefined;
  /** Another title than the picture's own. */
  readonly title?: string | undefined;
}

/** The picture as it leaves the window: a part of it without any words around it, or the whole with those that are wanted. */
export function dressed(scene: Scene, look: PictureLook, { parts, title }: Wanted): Scene {
  if (parts) return excerptOf(scene, (id) => parts.has(id));
  // What takes over the parts draws neither title nor legend.
  if (look.format === 'drawio') return excerptOf(scene, () => true);
  return framed(scene, {
    title: look.title ? (title ?? scene.title) : undefined,
    subtitle: look.subtitle,
    legend: look.legend,
  });
}
