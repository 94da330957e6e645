import { useMemo } from 'react';
import type { Rectangle } from '../../core/base/geometry.ts';
import { leastSize } from '../../core/diagram/bounds.ts';
import type { PageCommand } from '../../core/diagram/command.ts';
import type { NodeKind } from '../../core/diagram/diagram.ts';
import { contentOf, findGroup, findPart, outermost, type Page } from '../../core/diagram/page.ts';
import { useServices } from '../app/services.ts';
import type { Move, SceneGestures } from '../canvas/gestures.ts';
import { groupAt } from './groupAt.ts';
import { heldStep } from './heldStep.ts';
import { decodeNewPart, holdFacing, newPartMediaType, placeCommand } from './newPart.ts';
import { boxesOf, edgesOfDrag, type PagePicture } from './pagePicture.ts';
import { shownPage } from './sketchStore.ts';
import { heldIn, snappingOn } from './snapping.ts';

/** What has a size of its own; a card is as large as its words ask for. */
const sizeable: ReadonlySet<NodeKind> = new Set<NodeKind>(['note', 'text', 'image']);
const leastNode = { width: leastSize, height: leastSize } as const;
const leastGroup = { width: 96, height: 64 } as const;

interface SketchGestures {
  readonly page: Page;
  readonly picture: PagePicture;
  readonly selection: ReadonlySet<string>;
  readonly onMenu: NonNullable<SceneGestures['onMenu']>;
}

/** Turns what the canvas reports into edits of the page. */
export function useSketchGestures({ page, picture, selection, onMenu }: SketchGestures): SceneGestures {
  const { sketch, catalog, index } = useServices();
  const boxes = useMemo(() => boxesOf(picture.scene), [picture]);
  const snapping = useMemo(() => snappingOn(page, boxes), [page, boxes]);
  const locked = useMemo(
    () =>
      new Set(
        [...Object.values(page.nodes), ...Object.values(page.groups)].filter((part) => part.locked).map(({ id }) => id),
      ),
    [page],
  );

  return useMemo((): SceneGestures => {
    const { edit, perform, select, rename, add } = sketch.getState();

    /** A copy goes where it was dropped, into the group there. */
    const endCopy = ({ ids, delta, into }: Move): void => {
      const gesture = `copy ${crypto.randomUUID()}`;
      const made = perform({ type: 'duplicate', page: page.id, ids, by: delta }, gesture);
      if (!made) return;
      const copies = outermost(shownPage(sketch.getState()), made);
      if (into) perform({ type: 'nest', page: page.id, ids: copies, into: into.group ?? null }, gesture);
      select(copies);
    };
    const endMove = ({ ids, delta, into, by, again = false }: Move): void => {
      const nest: readonly PageCommand[] = into ? [{ type: 'nest', ids, into: into.group ?? null }] : [];
      if (nest.length > 0) edit({ type: 'move', ids, by: delta, boxes }, ...nest);
      else
        perform(
          { type: 'move', page: page.id, ids, by: delta, boxes },
          by === 'keyboard' ? heldStep(again) : undefined,
        );
    };

    return {
      selection,
      onSelect: select,
      onMove: (move) => {
        if (move.phase !== 'end' || (move.delta.x === 0 && move.delta.y === 0)) return;
        if (move.copy) endCopy(move);
        else endMove(move);
      },
      ...snapping,
      routeEdges: edgesOfDrag(picture),
      locked,
      parentOf: (id) => page.nodes[id]?.group ?? findGroup(page, id)?.parent,
      nesting: true,
      resizable: (id) => {
        const part = findPart(page, id);
        if (part?.type === 'group')
          return part.record.collapsed ? undefined : { least: leastGroup, holds: heldIn(page, boxes, id) };
        return part?.type === 'node' && sizeable.has(part.record.kind) ? { least: leastNode } : undefined;
      },
      onResize: ({ id, rectangle, phase }) => {
        if (phase === 'end') edit({ type: 'resize', id, box: rounded(rectangle) });
      },
      canConnect: (from, to) => from !== to && !contentOf(page, [from]).has(to) && !contentOf(page, [to]).has(from),
      onConnect: ({ from, to, at, leaves }) => {
        const start = { from, ...(leaves && { leaves }) };
        if (to === undefined) return add({ at, ...start, ...(boxes[from] && { hold: holdFacing(boxes[from], at) }) });
        const made = edit({ type: 'add', edges: [{ ...start, to, style: 'flow' }] });
        if (made) select(made);
      },
      onReconnect: ({ edge, end, to, at }) => {
        if (to !== undefined) return void edit({ type: 'reconnect', id: edge, [end]: to });
        const stays = page.edges[edge]?.[end === 'from' ? 'to' : 'from'];
        const box = stays === undefined ? undefined : boxes[stays];
        add({ at, reconnect: { edge, end }, ...(box && { hold: holdFacing(box, at) }) });
      },
      accepts: (types) => types.includes(newPartMediaType),
      onPlace: ({ at, data }) => {
        const part = decodeNewPart(data.getData(newPartMediaType));
        if (!part) return;
        const made = edit(placeCommand(part, { at }, { catalog, index }, (middle) => groupAt(page, boxes, middle)));
        if (made) select(made);
      },
      onOpen: rename,
      onGround: (at, clicks) => {
        if (clicks === 2) add({ at });
      },
      onMenu,
      animate: true,
    };
  }, [sketch, catalog, index, page, picture, selection, boxes, snapping, locked, onMenu]);
}

const rounded = ({ x, y, width, height }: Rectangle): Rectangle => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(width),
  height: Math.round(height),
});
