/** What a palette offers: something new for the page, as plain data that a drag can carry. */
import { z } from 'zod';
import { middleOf, type Point, type Rectangle, type Size } from '../../core/base/geometry.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { CatalogIndex } from '../../core/catalog/lookup.ts';
import type { PageCommand } from '../../core/diagram/command.ts';
import { groupKinds, nodeKinds } from '../../core/diagram/diagram.ts';
import { planDraft } from '../../core/scene/draftPlan.ts';

const newPartSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('entry'), entry: z.string() }),
  z.strictObject({ type: z.literal('node'), kind: z.enum(nodeKinds), label: z.string(), image: z.string().optional() }),
  z.strictObject({ type: z.literal('group'), kind: z.enum(groupKinds), label: z.string() }),
]);

/** A service of the catalogue, another kind of node, or a boundary. */
export type NewPart = z.infer<typeof newPartSchema>;

/** Media type of a part that is dragged from the palette. */
export const newPartMediaType = 'application/vnd.lodestack.part+json';

/** Size of a boundary that is placed empty, px. */
const groupSize = { width: 320, height: 220 } as const;

/** As a drag carries it; `decodeNewPart` reads it again. */
export const encodeNewPart = (part: NewPart): string => JSON.stringify(part);

/** The part that a drag carries, if it carries one. */
export function decodeNewPart(text: string): NewPart | undefined {
  try {
    const parsed = newPartSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** The command that puts a part on the page, its upper left corner at `at`, in a group if one is named. */
export function addCommand(part: NewPart, at: Point, index: CatalogIndex, group?: string): PageCommand {
  const position = { x: Math.round(at.x), y: Math.round(at.y) };
  if (part.type === 'group') {
    const parent = group === undefined ? {} : { parent: group };
    return { type: 'add', groups: [{ kind: part.kind, label: part.label, position, size: groupSize, ...parent }] };
  }
  const inside = group === undefined ? {} : { group };
  if (part.type === 'entry') {
    const entry = index.entries.get(part.entry);
    // A sign that stands for no service (a browser, a server) is drawn on the ground, as people are.
    const kind = entry?.kind === 'part' && entry.docs === undefined ? 'actor' : 'service';
    return { type: 'add', nodes: [{ kind, label: entry?.name ?? part.entry, entry: part.entry, position, ...inside }] };
  }
  const image = part.image === undefined ? {} : { image: part.image };
  return { type: 'add', nodes: [{ kind: part.kind, label: part.label, position, ...image, ...inside }] };
}

/** Where something new goes: what of it lies at `at`, as shares of its width and height; its middle by default. */
export interface Spot {
  readonly at: Point;
  readonly hold?: Point | undefined;
}

/** A corner where a part stands free, and the boundary that grows to hold it there, if one does. */
export interface Place extends Point {
  readonly group?: string;
}

/** Finds where a part of a size stands free, as near as can be to where its middle is wished. */
export type FreePlace = (size: Size, wished: Point, part: NewPart) => Place;

const corner: Point = { x: 0, y: 0 };
const middle: Point = { x: 0.5, y: 0.5 };

/** The middle of the side that faces a box: what a connection from there ends at. */
export function holdFacing(box: Rectangle, at: Point): Point {
  const from = middleOf(box);
  const across = (at.x - from.x) / Math.max(1, box.width);
  const down = (at.y - from.y) / Math.max(1, box.height);
  if (Math.abs(across) > Math.abs(down)) return { x: across > 0 ? 0 : 1, y: 0.5 };
  return { x: 0.5, y: down > 0 ? 0 : 1 };
}

/** How large a part is once it is placed, px. */
function sizeOfPart(part: NewPart, catalog: Catalog, index: CatalogIndex): Size {
  const command = addCommand(part, corner, index);
  const [node] = (command.type === 'add' && command.nodes) || [];
  if (!node) return groupSize;
  const { nodes } = planDraft({ title: '', nodes: [{ ...node, id: 'new' }], groups: [], edges: [] }, catalog);
  return nodes[0] ?? groupSize;
}

/** The command that puts a part at a spot of the page, or near it where `free` looks for room, into the group that is drawn there. */
export function placeCommand(
  part: NewPart,
  { at, hold = middle }: Spot,
  { catalog, index }: { readonly catalog: Catalog; readonly index: CatalogIndex },
  groupAround: (at: Point) => string | undefined,
  free?: FreePlace,
): PageCommand {
  const size = sizeOfPart(part, catalog, index);
  const wished = { x: at.x - hold.x * size.width, y: at.y - hold.y * size.height, ...size };
  const place: Place = free?.(size, middleOf(wished), part) ?? wished;
  return addCommand(part, place, index, place.group ?? groupAround(middleOf({ ...size, x: place.x, y: place.y })));
}
