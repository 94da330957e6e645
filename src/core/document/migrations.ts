/**
 * From every form that a file ever had to the present one, step by step. A migration is never changed once a release has
 * written the form that it makes; `tests/fixtures/documents` has a real file of each. What a step does not know it leaves as it is, for
 * the reader to name; it drops nothing.
 */
import { isMapping, type Mapping } from '../base/mapping.ts';
import { formatVersion } from './saving.ts';
import { anotherId, type Fields, put, putRecord, quoted } from './standsTwice.ts';

/** Told in a sentence what could not be kept as it was. */
type Lose = (text: string) => void;

/** One step: takes the body of a file of one version and gives that of the next. Takes whatever comes, damaged or not. */
export type Migration = (body: unknown, lose: Lose) => unknown;

const lists = ['nodes', 'groups', 'edges'] as const;

const idOf = (record: unknown): string | undefined =>
  isMapping(record) && typeof record.id === 'string' ? record.id : undefined;

/** Version 1 held one picture, as the lists that a draft gives. Version 2 has pages, with records by id. */
const picturesToPages: Migration = (body, lose) => {
  if (!isMapping(body)) return body;
  const { title, nodes, groups, edges, need, ...rest } = body;
  const ids = new Set([nodes, groups, edges].flatMap((list) => (Array.isArray(list) ? list.map(idOf) : [])));
  const isTaken = (id: string): boolean => ids.has(id);
  const drafted = (list: unknown, kind: string, given: (record: Mapping) => Mapping = () => ({})): unknown => {
    if (!Array.isArray(list)) return list;
    const table: Fields = {};
    for (const [order, record] of list.entries()) {
      const id = idOf(record);
      if (!isMapping(record) || id === undefined) {
        // No record: the reader names it as one that can't be read.
        put(table, anotherId(`lost-${order}`, isTaken), record);
        continue;
      }
      const { id: _, ...fields } = record;
      const before = Object.hasOwn(table, id) ? table[id] : undefined;
      // The place in the list is no difference.
      const place = isMapping(before) ? before.order : order;
      const what = `Page 1: the ${kind} ${quoted(id)}`;
      const loss = putRecord(
        table,
        id,
        { ...given(record), ...fields, order: place, origin: 'draft' },
        { what, isTaken },
      );
      if (loss !== undefined) lose(loss);
    }
    return table;
  };
  return {
    id: 'document',
    ...rest,
    title,
    ...(need !== undefined && { need }),
    pages: [
      {
        id: 'page-1',
        title,
        nodes: drafted(nodes, 'node'),
        // Groups had no kinds: the outermost was the cloud, what stood in it a layer.
        groups: drafted(groups, 'group', (group) => ({ kind: Object.hasOwn(group, 'parent') ? 'layer' : 'cloud' })),
        edges: drafted(edges, 'edge'),
      },
    ],
  };
};

/** Version 3 says where lines lead (`way`). Those of version 2 do not, and are led anew. */
const linesWithoutWays: Migration = (body) => body;

/** The step from each version to the next: the first leads from version 1 to 2. */
export const migrations: readonly Migration[] = [picturesToPages, linesWithoutWays];

/** The version in which a body is written, whatever number it says: pages came with version 2, and lists beside the title went. */
export function writtenVersion(body: unknown, said: number): number {
  if (!isMapping(body)) return said;
  if (Object.hasOwn(body, 'pages')) return Math.max(said, 2);
  return lists.some((list) => Object.hasOwn(body, list)) ? 1 : said;
}

/** A body of a version from 1 to the present, brought up to the present one. */
export const migrate = (body: unknown, version: number, lose: Lose): unknown =>
  migrations.slice(version - 1, formatVersion - 1).reduce((now, step) => step(now, lose), body);
