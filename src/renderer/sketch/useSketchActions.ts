import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import { hullOf, type Point } from '../../core/base/geometry.ts';
import type { Clip } from '../../core/diagram/clipboard.ts';
import { findPart, outermost, type Page } from '../../core/diagram/page.ts';
import type { Direction } from '../../core/layout/layout.ts';
import { useServices, useWindow } from '../app/services.ts';
import type { CanvasHandle } from '../canvas/gestures.ts';
import { boundaryAround } from './boundaryAround.ts';
import { groupAt } from './groupAt.ts';
import { heldStep } from './heldStep.ts';
import { type NewPart, placeCommand } from './newPart.ts';
import { boxesOf, type PagePicture } from './pagePicture.ts';
import { boxOfClip, copyStep, pasteStep } from './pastePlace.ts';
import { choosePicture } from './pictureFile.ts';
import { placesOn } from './placesOn.ts';
import { shownPage } from './sketchStore.ts';
import { tidied } from './tidyPage.ts';

/** What bar, menus and keys do on the canvas of the sketch. */
export interface SketchActions {
  /** Asks what to add, near the middle of the canvas. */
  readonly onAdd: () => void;
  /** Adds a remark there and lets its words be typed. */
  readonly onRemark: (kind: 'note' | 'text') => void;
  /** Adds a picture from a file. */
  readonly onPicture: () => void;
  /** Draws a boundary around what is selected, and lets its name be typed. */
  readonly onGroup: () => void;
  /** Lays out what is selected (of a boundary what is in it), or everything. */
  readonly onTidy: () => void;
  /** Moves what is selected; `again`: in one step with the last time, since the key is still down. */
  readonly onNudge: (by: Point, again: boolean) => void;
  /** Copies those things to the next free place beside them and selects the copies; a copy of what was just made goes on the same way. */
  readonly onDuplicate: (ids: readonly string[]) => void;
  /** Puts down what was copied: where it was if that is free, beside it, or in sight. */
  readonly onPaste: (clip: Clip) => void;
  /** Lays everything out the other way. */
  readonly onTurn: (direction: Direction) => void;
}

/** What the toolbar and the keys do to a page. */
export function useSketchActions(
  page: Page,
  picture: PagePicture,
  canvas: RefObject<CanvasHandle | null>,
): SketchActions {
  const { catalog, index, platform, relayout, layout, sketch, store } = useServices();
  const direction = useWindow((state) => state.draftDirection);

  /** The last copies, and how far they went. */
  const copied = useRef<{ readonly made: ReadonlySet<string>; readonly by: Point }>({
    made: new Set(),
    by: { x: 0, y: 0 },
  });

  const middle = useCallback((): Point => canvas.current?.centre() ?? { x: 80, y: 80 }, [canvas]);
  const place = useCallback(
    (part: NewPart) => {
      const around = (at: Point) => groupAt(page, boxesOf(picture.scene), at);
      const { selection } = sketch.getState();
      const seen = canvas.current?.seen();
      const free = placesOn(page, picture.scene, catalog, seen && { selection, seen });
      return sketch.getState().edit(placeCommand(part, { at: middle() }, { catalog, index }, around, free));
    },
    [sketch, page, picture, canvas, middle, catalog, index],
  );
  useEffect(() => {
    sketch.setState({ placePart: place });
    return () => sketch.setState({ placePart: () => undefined });
  }, [sketch, place]);

  return useMemo((): SketchActions => {
    const { edit, select, rename, add } = sketch.getState();
    const seen = () => canvas.current?.seen() ?? { x: 0, y: 0, width: 0, height: 0 };
    const selectMade = (made: readonly string[]) => select(outermost(shownPage(sketch.getState()), made));
    const complain = (text: string) => store.getState().notify({ tone: 'danger', text });

    const addPicture = async () => {
      const picture = await choosePicture(platform);
      if (!picture.ok) return complain(picture.error);
      const made = picture.value && place(picture.value);
      if (made) select(made);
    };
    const tidy = async (way: Direction, everything: boolean): Promise<void> => {
      const page = shownPage(sketch.getState());
      const chosen = [...sketch.getState().selection].filter((id) => page.edges[id] === undefined);
      const [first, ...others] = chosen;
      // One part alone cannot be tidied; what stands in one boundary can.
      const few = first === undefined || (others.length === 0 && page.groups[first] === undefined);
      const scope = everything || few ? 'whole' : chosen;
      const places = await tidied({ layout, relayout, catalog }, page, way, scope);
      if (!places.ok) return complain(places.error.message);
      const now = shownPage(sketch.getState());
      if (now.id !== page.id) return;
      // What was edited meanwhile is laid out as it is now.
      if (now !== page) return tidy(way, everything);
      if (edit({ type: 'place', places: places.value })) sketch.getState().countLayout();
    };
    return {
      onAdd: () => add({ at: middle() }),
      onRemark: (kind) => {
        const made = place({ type: 'node', kind, label: kind === 'note' ? 'Note' : 'Text' });
        if (!made?.[0]) return;
        select(made);
        rename(made[0]);
      },
      onPicture: () => void addPicture(),
      onGroup: () => {
        const ids = [...sketch.getState().selection].filter((id) => page.edges[id] === undefined);
        const id = `group-${crypto.randomUUID().slice(0, 8)}`;
        if (!edit(...boundaryAround(page, boxesOf(picture.scene), ids, middle(), id))) return;
        select([id]);
        rename(id);
      },
      onNudge: (by, again) => {
        const free = [...sketch.getState().selection].filter((id) => {
          const part = findPart(page, id);
          return part && part.type !== 'edge' && !part.record.locked;
        });
        const ids = outermost(page, free);
        const move = { type: 'move', page: page.id, ids, by, boxes: boxesOf(picture.scene) } as const;
        const [first] = ids;
        if (first === undefined) return;
        sketch.getState().perform(move, heldStep(again));
        // Once it is drawn where it is now.
        requestAnimationFrame(() => canvas.current?.reveal(first, 'as large as it is'));
      },
      onDuplicate: (ids) => {
        const shown = shownPage(sketch.getState());
        const drawn = boxesOf(picture.scene);
        const from = hullOf(outermost(shown, ids).flatMap((id) => drawn[id] ?? []));
        if (!from) return;
        const goesOn = ids.length > 0 && ids.every((id) => copied.current.made.has(id));
        const by = copyStep(from, picture.scene, seen(), goesOn ? copied.current.by : undefined);
        const made = edit({ type: 'duplicate', ids, by });
        if (!made) return;
        copied.current = { made: new Set(made), by };
        selectMade(made);
      },
      onPaste: (clip) => {
        const from = boxOfClip(clip, catalog);
        const by = from ? pasteStep(from, picture.scene, seen()) : { x: 0, y: 0 };
        const made = edit({ type: 'paste', clip, by });
        if (!made) return;
        selectMade(made);
        // On an empty page all of it is what there is to see.
        const { nodes, groups } = picture.scene;
        if (nodes.length + groups.length === 0) sketch.getState().countLayout();
      },
      onTidy: () => void tidy(direction, false),
      onTurn: (way) => {
        store.getState().turnDraft(way);
        // A draft that nobody has touched is drawn anew by itself.
        if (!sketch.getState().following) void tidy(way, true);
      },
    };
  }, [sketch, store, platform, layout, relayout, catalog, page, picture, place, middle, direction, canvas]);
}
