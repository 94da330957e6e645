import { useEffect, useMemo, useState } from 'react';
import type { SceneNode } from '../../core/scene/scene.ts';
import type { Picture } from './picture.ts';
import type { Stage } from './stage.ts';
import { seenPart } from './view.ts';

/** Up to so many nodes all have their buttons, wherever they are; of more, those that can be seen, up to as many. */
const most = 300;
/** Around what is seen, px. */
const margin = 120;

/** Those of a picture's nodes that have buttons now: all of a small one; of a large one those in view, and the one with the focus. */
export function useMountedTargets(
  stage: Stage | undefined,
  picture: Picture,
  entrance: string | undefined,
): readonly SceneNode[] {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const { nodes } = picture.scene;
  const large = nodes.length > most;
  useEffect(() => {
    if (!stage || !large) return undefined;
    const look = () => {
      const found = picture.nodesIn(seenPart(stage.view(), stage.size(), margin));
      // Too many to be told apart are too small to be aimed at: the pointer has the canvas, the keyboard the one with the focus.
      const next = found.length > most ? [] : found.map(({ id }) => id);
      setSeen((before) => (before.size === next.length && next.every((id) => before.has(id)) ? before : new Set(next)));
    };
    look();
    return stage.onRest(look);
  }, [stage, picture, large]);
  return useMemo(() => {
    if (!large) return nodes;
    return nodes.filter(({ id, rows }) => seen.has(id) || id === entrance || rows.some((row) => row.id === entrance));
  }, [nodes, large, seen, entrance]);
}
