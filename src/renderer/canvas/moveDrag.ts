import type { Point } from '../../core/base/geometry.ts';
import { placeOf, snapAsk } from './dragPlace.ts';
import type { Move, SceneGestures } from './gestures.ts';
import type { Drag, Press } from './pointerWork.ts';
import type { Stage } from './stage.ts';
import { parentOf, placesOf, withContent } from './taken.ts';

const moved = (places: Readonly<Record<string, Point>>, { x, y }: Point): Record<string, Point> =>
  Object.fromEntries(Object.entries(places).map(([id, at]) => [id, { x: at.x + x, y: at.y + y }]));

const axisOf = ({ x, y }: Point): 'x' | 'y' => (Math.abs(x) > Math.abs(y) ? 'x' : 'y');

const nothing: ReadonlySet<string> = new Set();

/**
 * Moves what was taken hold of. It stays where it was dropped until the view's next scene is there; `settle` is called with
 * what to do when that is so.
 */
export function moveDrag(
  stage: Stage,
  gestures: SceneGestures,
  from: Press,
  ids: readonly string[],
  settle: (done: () => void) => void,
): Drag | undefined {
  const picture = stage.picture();
  const all = withContent(picture, gestures, ids);
  const places = placesOf(picture, all);
  const [first] = ids;
  const anchorAt = first === undefined ? undefined : places[first];
  if (first === undefined || anchorAt === undefined) return undefined;
  const start = placeOf(stage, from);
  const groupAt = (at: Point) =>
    gestures.nesting ? stage.picture().groupAround({ ...at, width: 0, height: 0 }, all)?.id : undefined;
  const began = groupAt(start);
  const parents = gestures.nesting ? ids.map((id) => parentOf(picture, gestures, id)) : [];
  const moving = { ids: all, anchor: { id: first, at: anchorAt } };
  let delta: Point = { x: 0, y: 0 };
  let into: string | undefined;
  // Of several things some may lie in other groups: they stay in them unless the pointer has gone over a border.
  const isElsewhere = () => parents.some((parent) => parent !== into) && (into !== began || parents.length === 1);
  const report = (phase: Move['phase'], press: Press, by = delta) =>
    gestures.onMove?.({
      phase,
      ids,
      delta: by,
      positions: moved(places, delta),
      by: 'pointer',
      copy: press.alt,
      ...(phase === 'end' && isElsewhere() ? { into: { group: into } } : {}),
    });
  /** How far it is from where the picture has it now, which may have been laid out anew meanwhile; undefined: it is gone. */
  const deltaNow = (): Point | undefined => {
    const now = placesOf(stage.picture(), [first])[first];
    return now && { x: anchorAt.x + delta.x - now.x, y: anchorAt.y + delta.y - now.y };
  };
  const clear = () => stage.setLive({ moving: undefined, guides: [], dropInto: undefined });
  let reported = false;
  return {
    move: (to) => {
      if (!reported) report('start', to);
      reported = true;
      const now = placeOf(stage, to);
      const raw = { x: Math.round(now.x - start.x), y: Math.round(now.y - start.y) };
      const along = to.shift ? axisOf(raw) : undefined;
      const wanted = { x: along === 'y' ? 0 : raw.x, y: along === 'x' ? 0 : raw.y };
      const snapped = to.command ? undefined : gestures.snap?.(ids, wanted, { ...snapAsk(stage), along, copy: to.alt });
      delta = snapped?.delta ?? wanted;
      into = groupAt(now);
      stage.setLive({
        moving: {
          ...moving,
          hidden: to.alt ? nothing : all,
          delta,
          edges: to.alt ? [] : gestures.routeEdges?.(moved(places, delta)),
        },
        guides: snapped?.guides ?? [],
        dropInto: isElsewhere() ? into : undefined,
      });
      report('during', to);
    },
    end: (at) => {
      const by = deltaNow();
      if (!by || (by.x === 0 && by.y === 0)) {
        clear();
        if (by) report('end', at, by);
        return;
      }
      stage.setLive({ guides: [], dropInto: undefined });
      settle(() => stage.setLive({ moving: undefined }));
      report('end', at, by);
    },
    cancel: () => {
      delta = { x: 0, y: 0 };
      report('cancel', from);
      clear();
    },
  };
}
