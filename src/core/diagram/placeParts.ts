/** Moving, sizing and placing: whatever changes where things stand. */
import { hullOf, type Point, padded, type Rectangle, type Sides, type Size } from '../base/geometry.ts';
import type { Result } from '../base/result.ts';
import { success } from '../base/result.ts';
import { capitalized } from '../base/words.ts';
import { type Alignment, type Axis, alignBoxes, distributeBoxes } from './align.ts';
import { farthest, leastSize } from './bounds.ts';
import { cornerOfBox } from './collapse.ts';
import type { Boxes, CommandFailure } from './command.ts';
import type { DiagramGroup, DiagramNode } from './diagram.ts';
import {
  done,
  isNear,
  lockedOne,
  nameOf,
  nothing,
  type Outcome,
  partsOf,
  refuse,
  refuseFar,
  refuseLocked,
  roundedPoint,
  roundedSize,
} from './edit.ts';
import { contentOf, findGroup, findNode, heldByGroup, type Page, type Part } from './page.ts';
import { nestings } from './soundness.ts';

type Box = Exclude<Part, { readonly type: 'edge' }>;

const isBox = (part: Part): part is Box => part.type !== 'edge';

/** Nodes and groups among the named; edges follow their ends. */
function boxesOf(page: Page, ids: readonly string[]): Result<readonly Box[], CommandFailure> {
  const parts = partsOf(page, ids);
  return parts.ok ? success(parts.value.filter(isBox)) : parts;
}

/** Where drawn; none for a name that every object has. */
const drawnAt = (boxes: Boxes | undefined, id: string): Rectangle | undefined =>
  boxes && Object.hasOwn(boxes, id) ? boxes[id] : undefined;

const isAt = (record: DiagramNode | DiagramGroup, { x, y }: Point): boolean =>
  record.position?.x === x && record.position.y === y;

/** Where a part goes, and how large it is then; only what is named changes. */
interface Placing {
  readonly part: Box;
  readonly position?: Point;
  readonly size?: Size;
}

/** Puts parts where they go; nothing where all are there already. */
function placed(page: Page, placings: readonly Placing[]): Outcome {
  const nodes: DiagramNode[] = [];
  const groups: DiagramGroup[] = [];
  for (const { part, position, size } of placings) {
    const { record } = part;
    const [at, large] = [position && roundedPoint(position), size && roundedSize(size)];
    if (at && !isNear(at)) return refuseFar();
    if (large && !isLargeEnough(large))
      return refuse('bad-value', `${capitalized(nameOf(page, part))} can't be smaller than ${leastSize} px`, record.id);
    const stays = !at || isAt(record, at);
    const keeps = !large || (record.size?.width === large.width && record.size.height === large.height);
    if (stays && keeps) continue;
    const changes = { ...(at && { position: at }), ...(large && { size: large }) };
    if (part.type === 'node') nodes.push({ ...part.record, ...changes });
    else groups.push({ ...part.record, ...changes });
  }
  return done(page, { nodes, groups });
}

const isLargeEnough = ({ width, height }: Size): boolean =>
  Math.min(width, height) >= leastSize && Math.max(width, height) <= farthest;

/** Moves parts by so much, groups with all that is in them. */
export function moveParts(page: Page, ids: readonly string[], by: Point, boxes: Boxes | undefined): Outcome {
  const named = boxesOf(page, ids);
  if (!named.ok) return named;
  const locked = lockedOne(named.value);
  if (locked) return refuseLocked(page, locked);
  if (!isNear(by)) return refuseFar();
  const carried = contentOf(
    page,
    named.value.filter(({ type }) => type === 'group').map(({ record }) => record.id),
  );
  const moving = partsOf(page, [...named.value.map(({ record }) => record.id), ...carried]);
  if (!moving.ok) return moving;
  const placings: Placing[] = [];
  for (const part of moving.value.filter(isBox)) {
    const at = part.record.position ?? drawnAt(boxes, part.record.id);
    if (at) placings.push({ part, position: { x: at.x + by.x, y: at.y + by.y } });
    else if (part.type === 'node')
      return refuse(
        'not-applicable',
        `${capitalized(nameOf(page, part))} has no place yet; tidy up first`,
        part.record.id,
      );
    // A group without a place of its own stands around its content, and goes with it.
  }
  if (by.x === 0 && by.y === 0) return nothing();
  return placed(page, placings);
}

/** Gives one part a new box. */
export function resizePart(page: Page, id: string, box: Rectangle): Outcome {
  const named = partsOf(page, [id]);
  if (!named.ok) return named;
  const [part] = named.value;
  if (!part || !isBox(part)) return refuse('not-applicable', 'A line has no size; move its ends', id);
  if (part.record.locked) return refuseLocked(page, part);
  return placed(page, [{ part, position: box, size: box }]);
}

/** Puts parts at places, all at once; what is locked stays. A collapsed group takes what it hides along. */
export function placeParts(page: Page, places: Readonly<Record<string, Point | Rectangle>>): Outcome {
  const named = boxesOf(page, Object.keys(places));
  if (!named.ok) return named;
  const free = named.value.filter(({ record }) => record.locked !== true);
  return placed(
    page,
    free.flatMap((part): Placing[] => {
      const place = places[part.record.id];
      if (!place) return [];
      const sized = 'width' in place && (part.type === 'group' || part.record.size !== undefined);
      const itself = { part, position: place, ...(sized && { size: place }) };
      return part.type === 'group' && part.record.collapsed
        ? [itself, ...hiddenWith(page, part.record, place)]
        : [itself];
    }),
  );
}

/** What a collapsed group hides, moved as far as its box is. */
function hiddenWith(page: Page, group: DiagramGroup, place: Point): readonly Placing[] {
  const content = partsOf(page, [...contentOf(page, [group.id])]);
  if (!content.ok) return [];
  const nodes = content.value.flatMap((part) => (part.type === 'node' ? part.record : []));
  const corner = cornerOfBox(group, nodes);
  if (!corner) return [];
  return content.value.filter(isBox).flatMap((part): readonly Placing[] => {
    const { position } = part.record;
    return position
      ? [{ part, position: { x: position.x + place.x - corner.x, y: position.y + place.y - corner.y } }]
      : [];
  });
}

/** Aligns or distributes; what is locked counts, but stays. A group takes its content along. */
function arrange(
  page: Page,
  ids: readonly string[],
  boxes: Boxes,
  arranged: (boxes: readonly Rectangle[]) => readonly Point[],
): Outcome {
  const named = boxesOf(page, ids);
  if (!named.ok) return named;
  // What goes along with a group of the selection is not arranged a second time.
  const within = contentOf(
    page,
    named.value.map(({ record }) => record.id),
  );
  const standing: { readonly part: Box; readonly box: Rectangle }[] = [];
  for (const part of named.value) {
    if (within.has(part.record.id)) continue;
    const box = drawnAt(boxes, part.record.id);
    if (!box || !isNear(box) || !isLargeEnoughToArrange(box))
      return refuse('bad-value', `Where ${nameOf(page, part)} stands is not known`, part.record.id);
    standing.push({ part, box });
  }
  const goals = arranged(standing.map(({ box }) => box));
  const placings = new Map<string, Placing>();
  for (const [place, { part, box }] of standing.entries()) {
    const goal = goals[place];
    if (!goal || part.record.locked) continue;
    const by = { x: goal.x - box.x, y: goal.y - box.y };
    if (Math.abs(by.x) + Math.abs(by.y) < 0.01) continue;
    placings.set(part.record.id, { part, position: goal });
    if (part.type !== 'group') continue;
    const content = partsOf(page, [...contentOf(page, [part.record.id])]);
    for (const inner of content.ok ? content.value.filter(isBox) : []) {
      const at = inner.record.position ?? drawnAt(boxes, inner.record.id);
      if (at) placings.set(inner.record.id, { part: inner, position: { x: at.x + by.x, y: at.y + by.y } });
    }
  }
  return placed(page, [...placings.values()]);
}

const isLargeEnoughToArrange = ({ width, height }: Size): boolean =>
  width >= 0 && height >= 0 && width + height < farthest;

/**
 * Moves parts to one line along their edges or middles; refused where nothing would move. `boxes`: where all stand now,
 * px of the page.
 */
export const alignParts = (page: Page, ids: readonly string[], boxes: Boxes, way: Alignment): Outcome =>
  arrange(page, ids, boxes, (standing) => alignBoxes(standing, way));

/**
 * Moves parts so that the gaps between them are equal; refused where nothing would move. `boxes`: where all stand now,
 * px of the page.
 */
export const distributeParts = (page: Page, ids: readonly string[], boxes: Boxes, axis: Axis): Outcome =>
  arrange(page, ids, boxes, (standing) => distributeBoxes(standing, axis));

/** Room between a group's border and its content, px; at the top for its title too. */
export const groupPadding: Sides = { top: 44, right: 16, bottom: 16, left: 16 };

/** Lets groups hold their content, inner groups before those around them. An empty or locked group stays as it is. */
export function fitGroups(page: Page, ids: readonly string[], boxes: Boxes, how: 'grow' | 'fit'): Outcome {
  const named = partsOf(page, ids);
  if (!named.ok) return named;
  const wrong = named.value.find(({ type }) => type !== 'group');
  if (wrong) return refuse('not-applicable', `${capitalized(nameOf(page, wrong))} holds nothing`, wrong.record.id);
  const depths = nestings(page);
  const innerFirst = [...new Set(ids)].sort((left, right) => (depths.get(right) ?? 0) - (depths.get(left) ?? 0));
  const held = heldByGroup(page);
  const fitted = new Map<string, Rectangle>();
  const boxOf = (id: string): Rectangle | undefined => fitted.get(id) ?? standingBox(page, boxes, id);
  const placings: Placing[] = [];
  for (const id of innerFirst) {
    const record = findGroup(page, id);
    const content = (held.get(id) ?? []).flatMap((inner) => boxOf(inner) ?? []);
    if (!record || record.locked) continue;
    const own = how === 'grow' ? boxOf(id) : undefined;
    const inside = content.map((inner) => padded(inner, groupPadding));
    const box = hullOf(own ? [own, ...inside] : inside);
    if (!box) continue;
    fitted.set(id, box);
    placings.push({ part: { type: 'group', record }, position: box, size: box });
  }
  return placed(page, placings);
}

/** Where a part stands: by its record where that says all, else as drawn. */
function standingBox(page: Page, boxes: Boxes, id: string): Rectangle | undefined {
  const record = findNode(page, id) ?? findGroup(page, id);
  const drawn = drawnAt(boxes, id);
  const [position, size] = [record?.position ?? drawn, record?.size ?? drawn];
  return position && size && { x: position.x, y: position.y, width: size.width, height: size.height };
}
