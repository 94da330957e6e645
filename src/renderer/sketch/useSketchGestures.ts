import { useMemo, useRef } from 'react';
import type { Point, Rectangle } from '../../core/base/geometry.ts';
import { leastSize } from '../../core/diagram/bounds.ts';
import type { PageCommand } from '../../core/diagram/command.ts';
import type { NodeKind } from '../../core/diagram/diagram.ts';
import { contentOf, findGroup, findPart, type Page } from '../../core/diagram/page.ts';
import { type SnapLines, snapLines, snapTo } from '../../core/diagram/snap.ts';
import { useServices } from '../app/services.ts';
import type { Guide, Move, SceneGestures } from '../canvas/gestures.ts';
import { addCommand, decodeNewPart, newPartMediaType } from './newPart.ts';
import { boxesOf, edgesOfDrag, type PagePicture } from './pagePicture.ts';

/** How near a line must be for what is dragged to snap to it, px. */
const snapReach = 6;

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
  const { sketch, index } = useServices();
  const lines = useRef<{ of: string; on: PagePicture; lines: SnapLines }>(undefined);
  const boxes = useMemo(() => boxesOf(picture.scene), [picture]);
  const locked = useMemo(
    () =>
      new Set(
        [...Object.values(page.nodes), ...Object.values(page.groups)].filter((part) => part.locked).map(({ id }) => id),
      ),
    [page],
  );

  return useMemo((): SceneGestures => {
    const { edit, select, rename, add } = sketch.getState();

    /** Lines of everything that does not move, made once for each drag. */
    const linesFor = (moving: readonly string[]): SnapLines => {
      const of = moving.join(' ');
      if (lines.current?.of === of && lines.current.on === picture) return lines.current.lines;
      const still = new Set([...moving, ...contentOf(page, moving)]);
      const others = Object.entries(boxes).flatMap(([id, box]) => (still.has(id) ? [] : [box]));
      lines.current = { of, on: picture, lines: snapLines(others) };
      return lines.current.lines;
    };

    const endMove = ({ ids, delta, into, copy }: Move): void => {
      if (copy) {
        const made = edit({ type: 'duplicate', ids, by: delta });
        if (made) select(made);
        return;
      }
      const nest: readonly PageCommand[] = into ? [{ type: 'nest', ids, into: into.group ?? null }] : [];
      edit({ type: 'move', ids, by: delta, boxes }, ...nest);
    };

    return {
      selection,
      onSelect: select,
      onMove: (move) => {
        if (move.phase === 'end' && (move.delta.x !== 0 || move.delta.y !== 0)) endMove(move);
      },
      snap: (moving, delta) => {
        const box = hullOf(moving.flatMap((id) => boxes[id] ?? []));
        if (!box) return { delta, guides: [] };
        const moved = { ...box, x: box.x + delta.x, y: box.y + delta.y };
        const snapped = snapTo(linesFor(moving), moved, snapReach);
        return {
          delta: { x: delta.x + snapped.delta.x, y: delta.y + snapped.delta.y },
          guides: snapped.guides.map(asGuide),
        };
      },
      routeEdges: edgesOfDrag(picture),
      locked,
      parentOf: (id) => page.nodes[id]?.group ?? findGroup(page, id)?.parent,
      nesting: true,
      resizable: (id) => {
        const part = findPart(page, id);
        if (part?.type === 'group') return part.record.collapsed ? undefined : { least: leastGroup };
        return part?.type === 'node' && sizeable.has(part.record.kind) ? { least: leastNode } : undefined;
      },
      onResize: ({ id, rectangle, phase }) => {
        if (phase === 'end') edit({ type: 'resize', id, box: rounded(rectangle) });
      },
      canConnect: (from, to) => from !== to && !contentOf(page, [from]).has(to) && !contentOf(page, [to]).has(from),
      onConnect: ({ from, to, at }) => {
        if (to === undefined) return add({ at, from });
        const made = edit({ type: 'add', edges: [{ from, to, style: 'flow' }] });
        if (made) select(made);
      },
      onReconnect: ({ edge, end, to }) => {
        if (to !== undefined) edit({ type: 'reconnect', id: edge, [end]: to });
      },
      accepts: (types) => types.includes(newPartMediaType),
      onPlace: ({ at, data, group }) => {
        const part = decodeNewPart(data.getData(newPartMediaType));
        if (!part) return;
        const made = edit(addCommand(part, at, index, group));
        if (made) select(made);
      },
      onOpen: rename,
      onGround: (at, clicks) => {
        if (clicks === 2) add({ at });
      },
      onMenu,
      animate: true,
    };
  }, [sketch, index, page, picture, selection, boxes, locked, onMenu]);
}

const asGuide = ({ axis, at, from, to }: { axis: 'x' | 'y'; at: number; from: number; to: number }): Guide =>
  axis === 'x'
    ? { from: { x: at, y: from }, to: { x: at, y: to } }
    : { from: { x: from, y: at }, to: { x: to, y: at } };

function hullOf(boxes: readonly Rectangle[]): Rectangle | undefined {
  if (boxes.length === 0) return undefined;
  const corner: Point = { x: Math.min(...boxes.map(({ x }) => x)), y: Math.min(...boxes.map(({ y }) => y)) };
  return {
    ...corner,
    width: Math.max(...boxes.map(({ x, width }) => x + width)) - corner.x,
    height: Math.max(...boxes.map(({ y, height }) => y + height)) - corner.y,
  };
}

const rounded = ({ x, y, width, height }: Rectangle): Rectangle => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(width),
  height: Math.round(height),
});
