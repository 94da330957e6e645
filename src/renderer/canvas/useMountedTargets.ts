import { useEffect, useMemo, useState } from 'react';
import type { Picture } from './picture.ts';
import type { Stage } from './stage.ts';
import type { TargetNode } from './Targets.tsx';
import { seenPart } from './view.ts';

/** Up to so many nodes all have their buttons, wherever they are; of more, those that can be seen, up to as many. */
const most = 300;
/** Around what is seen, px. */
const margin = 120;

/** The nodes that have buttons now: all of a small picture; of a large one those in view, and the one with the focus. */
export function useMountedTargets(
  stage: Stage | undefined,
  picture: Picture,
  targets: readonly TargetNode[],
  entrance: string | undefined,
): readonly TargetNode[] {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const large = targets.length > most;
  useEffect(() => {
    if (!stage || !large) return undefined;
    const look = () => {
      const part = seenPart(stage.view(), stage.size(), margin);
      const nodes = picture.nodesIn(part);
      // Too many to be told apart are too small to be aimed at: the pointer has the canvas, the keyboard the one with the focus.
      setSeen(new Set(nodes.length > most ? [] : nodes.map(({ id }) => id)));
    };
    look();
    return stage.onRest(look);
  }, [stage, picture, large]);
  return useMemo(() => {
    if (!large) return targets;
    return targets.filter(({ id, rows }) => seen.has(id) || id === entrance || rows.some((row) => row.id === entrance));
  }, [targets, large, seen, entrance]);
}
