/** What a palette offers: something new for the page, as plain data that a drag can carry. */
import { z } from 'zod';
import type { Point } from '../../core/base/geometry.ts';
import type { CatalogIndex } from '../../core/catalog/lookup.ts';
import type { PageCommand } from '../../core/diagram/command.ts';
import { groupKinds, nodeKinds } from '../../core/diagram/diagram.ts';

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
    const label = index.entries.get(part.entry)?.name ?? part.entry;
    return { type: 'add', nodes: [{ kind: 'service', label, entry: part.entry, position, ...inside }] };
  }
  const image = part.image === undefined ? {} : { image: part.image };
  return { type: 'add', nodes: [{ kind: part.kind, label: part.label, position, ...image, ...inside }] };
}
