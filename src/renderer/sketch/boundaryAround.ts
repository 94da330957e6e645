import type { Point, Rectangle } from '../../core/base/geometry.ts';
import type { Boxes, PageCommand } from '../../core/diagram/command.ts';
import { findGroup, findNode, type Page } from '../../core/diagram/page.ts';

/** Room between what is held and the boundary around it, px; above it stands the title. */
const room = { side: 24, top: 44 } as const;
/** Size of a boundary around nothing, px. */
const empty = { width: 320, height: 220 } as const;

/** Draws a boundary around things, in the group that they all stand in; around nothing, in the middle at `at`. */
export function boundaryAround(
  page: Page,
  boxes: Boxes,
  ids: readonly string[],
  at: Point,
  id: string,
): readonly PageCommand[] {
  const held = ids.flatMap((each) => boxes[each] ?? []);
  const holders = new Set(ids.map((each) => findNode(page, each)?.group ?? findGroup(page, each)?.parent));
  const [parent] = holders.size === 1 ? holders : [];
  const { x, y, width, height } = held.length === 0 ? centred(at) : roomy(held);
  return [
    {
      type: 'add',
      groups: [
        {
          id,
          kind: 'custom',
          label: 'Boundary',
          position: { x: Math.round(x), y: Math.round(y) },
          size: { width: Math.round(width), height: Math.round(height) },
          ...(parent === undefined ? {} : { parent }),
        },
      ],
    },
    ...(ids.length === 0 ? [] : [{ type: 'nest', ids, into: id } as const]),
  ];
}

const centred = ({ x, y }: Point): Rectangle => ({ x: x - empty.width / 2, y: y - empty.height / 2, ...empty });

function roomy(boxes: readonly Rectangle[]): Rectangle {
  const x = Math.min(...boxes.map((box) => box.x)) - room.side;
  const y = Math.min(...boxes.map((box) => box.y)) - room.top;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + room.side;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + room.side;
  return { x, y, width: right - x, height: bottom - y };
}
