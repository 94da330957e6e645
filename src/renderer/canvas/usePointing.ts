import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { Scene } from '../../core/scene/scene.ts';
import { neighboursOf } from './neighbours.ts';
import type { Marks } from './paintMarks.ts';
import type { Stage } from './stage.ts';

/** The pointer rests so long on a node before the others step back, ms: crossing the picture changes nothing. */
const pointDelay = 70;
/** And so long until it is shown as large as can be read, ms. */
const lensDelay = 350;
/** With more nodes a change of all of them is no help to the eye, and takes its time. */
const mostStepBack = 600;

/** What there is to say of a node, a line each. */
const said = (marks: Marks, id: string | undefined): string =>
  ((id !== undefined && marks.get(id)) || []).map(({ text }) => text).join('\n');

interface Pointed {
  readonly scene: Scene;
  readonly marks: Marks;
  /** Who draws sees every part at its own size: nothing grows over its neighbours, and nothing steps back. */
  readonly editing: boolean;
}

/** Shows what is pointed at: what it is joined to stays, and what there is to say of it is said. */
export function usePointing(
  area: RefObject<HTMLElement | null>,
  { scene, marks, editing }: Pointed,
): (stage: Stage | undefined, id: string | undefined, by: 'pointer' | 'keyboard') => void {
  const neighbours = useMemo(() => neighboursOf(scene.edges), [scene.edges]);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const growing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pointed = useRef<string>(undefined);
  useEffect(
    () => () => {
      clearTimeout(resting.current);
      clearTimeout(growing.current);
    },
    [],
  );

  return (stage, id, by) => {
    if (pointed.current === id) return;
    pointed.current = id;
    clearTimeout(resting.current);
    clearTimeout(growing.current);
    const rests = by === 'pointer' && id !== undefined;
    if (area.current) area.current.title = said(marks, rests ? id : undefined);
    if (stage?.live().lens !== undefined) stage.setLive({ lens: undefined });
    const point = () => {
      stage?.setLive({ hovered: id });
      const steps = id !== undefined && !editing;
      if (steps) growing.current = setTimeout(() => stage?.setLive({ lens: id }), lensDelay);
      const isFew = scene.nodes.length < mostStepBack;
      stage?.setNear(steps && isFew ? { ids: neighbours.get(id) ?? new Set([id]), centre: id } : undefined);
    };
    if (rests) resting.current = setTimeout(point, pointDelay);
    else point();
  };
}
