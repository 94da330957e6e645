import type { Point } from '../base/geometry.ts';
import { oncePer } from '../base/oncePer.ts';
import type { Companion, Entry } from '../catalog/entry.ts';
import { foremostTask } from '../decision/foremostTask.ts';
import { feeds, mayBe } from '../decision/kinds.ts';
import type { DiagramNode, EdgeStyle } from '../diagram/diagram.ts';
import type { Page } from '../diagram/page.ts';
import {
  type Checked,
  freeId,
  givenAlong,
  givenBy,
  groupBeside,
  kindNames,
  lowest,
  needs,
  type Part,
  takenBy,
} from './checked.ts';
import type { Problem } from './problem.ts';

/** How far above its part a companion is put, px. */
const above = 260;
/** Nearer to one another than this, the corners of two parts are those of parts that touch, px. */
const room = { x: 200, y: 180 } as const;
/** Ways from a wished place to those that are tried in its stead. */
const besides: readonly Point[] = [
  { x: 0, y: 0 },
  { x: 0, y: -room.y },
  { x: 0, y: room.y },
  { x: room.x, y: 0 },
  { x: -room.x, y: 0 },
];

/**
 * Parts that need another one beside them that is nowhere on the page: a container without a registry. What itself only stands
 * beside another part is that one's to run.
 */
export function checkCompanions(checked: Checked, parts: readonly Part[] = checked.parts): readonly Problem[] {
  return parts.flatMap((part): Problem[] => {
    if (part.node.role === 'supporting') return [];
    const roles = new Set(needs(part.entry).map(({ role }) => role));
    return [...roles].flatMap((role): Problem[] => {
      const companions = part.entry.companions.filter((companion) => companion.role === role);
      const known = companions.flatMap((companion) => {
        const entry = checked.engine.index.entries.get(companion.id);
        return entry ? [{ companion, entry }] : [];
      });
      const [first] = known;
      if (!first || known.some(({ entry }) => checked.present.has(entry.id) || isDoneWithout(checked, part, entry)))
        return [];
      return [
        {
          id: `companion ${role} ${part.node.id}`,
          kind: 'missing-companion',
          severity: 'warning',
          text: `${part.node.label} needs ${first.entry.name} beside it: ${lowest(first.companion.because)}.`,
          parts: [part.node.id],
          fix: addAfter(checked, part, first.entry) ?? addBeside(checked, part, first.entry, first.companion),
        },
      ];
    });
  });
}

/** A service as a part of its own, in the boundary where it belongs if it stands beside another. */
const partOf = (checked: Checked, entry: Entry, id: string, beside: DiagramNode) => ({
  id,
  kind: 'service' as const,
  label: entry.name,
  entry: entry.id,
  ...groupBeside(checked, entry, beside),
});

/** Whether another part does what the companion is there for, or what it would give flows in: then nothing is missing. */
function isDoneWithout(checked: Checked, part: Part, companion: Entry): boolean {
  const { engine } = checked;
  const work = foremostTask(engine.index, companion);
  if (!work) return false;
  // What is there for it by its tasks is; a service that could do it besides is not.
  if (checked.makersOf(work).some((other) => other.node.id !== part.node.id)) return true;
  return (checked.edgesAt.get(part.node.id) ?? []).some(
    (edge) =>
      edge.to === part.node.id && givenAlong(checked, edge).some((kind) => mayBe(engine.lattice, kind, work.produces)),
  );
}

/**
 * A companion that takes what its part gives, as a registry does an image: after it, and before all that waits for what it hands on. None
 * where the part gives nothing that it takes.
 */
function addAfter(checked: Checked, part: Part, entry: Entry): Problem['fix'] {
  const { lattice } = checked.engine;
  const work = foremostTask(checked.engine.index, entry);
  const data = work && givenBy(checked, part).find((kind) => feeds(lattice, kind, work.accepts));
  if (!work || data === undefined) return undefined;
  const fed = new Set(checked.edges.filter(({ style }) => style === 'flow').map(({ to }) => to));
  const waiting = checked.parts.flatMap((taker) => {
    if (taker.node.id === part.node.id || fed.has(taker.node.id)) return [];
    const handed = work.produces.find((kind) => feeds(lattice, kind, takenBy(checked, taker)));
    return handed === undefined ? [] : [{ node: taker.node, data: handed }];
  });
  const id = freeId(checked.page, `${part.node.id}--${entry.id}`);
  const labelled = (kind: string) => ({ style: 'flow' as const, data: kind, label: kindNames(checked, [kind]) });
  const position = placeBetween(
    checked.page,
    [part.node],
    waiting.map(({ node }) => node),
  );
  return {
    label: `Add ${entry.name}`,
    commands: [
      {
        type: 'add',
        nodes: [
          {
            ...partOf(checked, entry, id, part.node),
            covers: [work.id],
            ...(position && { position }),
          },
        ],
        edges: [
          { from: part.node.id, to: id, ...labelled(data) },
          ...waiting.map(({ node, data: kind }) => ({ from: id, to: node.id, ...labelled(kind) })),
        ],
      },
    ],
  };
}

/** How the line from a companion is drawn, and the data that it hands on, if any. */
interface Held {
  readonly style: EdgeStyle;
  readonly data?: string;
}

/** A companion before a part, joined to it as the catalogue says. */
export function addBeside(
  checked: Checked,
  { node }: Part,
  entry: Entry,
  { flow }: Companion,
  held: Held = { style: 'support' },
): NonNullable<Problem['fix']> {
  const id = freeId(checked.page, `${node.id}--${entry.id}`);
  return {
    label: `Add ${entry.name}`,
    commands: [
      {
        type: 'add',
        nodes: [
          {
            ...partOf(checked, entry, id, node),
            role: 'supporting',
            ...(held.data === undefined ? {} : { data: held.data }),
            ...(node.position
              ? { position: freeNear(checked.page, { ...node.position, y: node.position.y - above }) }
              : {}),
          },
        ],
        edges: [{ from: id, to: node.id, label: flow, ...held }],
      },
    ],
  };
}

type Placed = Pick<DiagramNode, 'position'>;

/** A place in the middle between parts before and parts after, or after those before where none is; none where nothing has a place. */
export function placeBetween(page: Page, before: readonly Placed[], after: readonly Placed[]): Point | undefined {
  const [from, to] = [middleOfAll(before), middleOfAll(after)];
  if (from && to) return freeNear(page, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
  if (from) return freeNear(page, { x: from.x + above, y: from.y });
  return to && freeNear(page, { x: to.x - above, y: to.y });
}

function middleOfAll(nodes: readonly Placed[]): Point | undefined {
  const places = nodes.flatMap(({ position }) => position ?? []);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return places.length === 0 ? undefined : { x: mean(places.map(({ x }) => x)), y: mean(places.map(({ y }) => y)) };
}

/** A corner near the wished one at which no other part stands; sizes are not known here. */
function freeNear({ nodes }: Page, wished: Point): Point {
  const corners = cornersOf(nodes);
  const places = besides.map((by) => ({ x: Math.round(wished.x + by.x), y: Math.round(wished.y + by.y) }));
  return places.find((place) => !corners.isNear(place)) ?? { x: Math.round(wished.x), y: Math.round(wished.y) };
}

/** The corners of all parts, in cells as large as the room of one: what is near lies in the same cell or one beside it. */
const cornersOf = oncePer((nodes: Page['nodes']) => {
  const cells = new Map<string, Point[]>();
  const cellOf = ({ x, y }: Point): Point => ({ x: Math.floor(x / room.x), y: Math.floor(y / room.y) });
  for (const { position } of Object.values(nodes)) {
    if (!position) continue;
    const { x, y } = cellOf(position);
    const key = `${x} ${y}`;
    const held = cells.get(key);
    if (held) held.push(position);
    else cells.set(key, [position]);
  }
  return {
    isNear(place: Point): boolean {
      const { x, y } = cellOf(place);
      const around = [-1, 0, 1].flatMap((by) => [-1, 0, 1].map((down) => `${x + by} ${y + down}`));
      return around.some((key) =>
        cells.get(key)?.some((at) => Math.abs(at.x - place.x) < room.x && Math.abs(at.y - place.y) < room.y),
      );
    },
  };
});
