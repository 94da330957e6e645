/**
 * From every form that a file ever had to the present one, step by step. A migration is never changed once a release has
 * written the form that it makes; `tests/fixtures/documents` has a real file of each.
 */
import { isMapping, type Mapping } from '../base/mapping.ts';
import { formatVersion } from './saving.ts';

/** One step: takes the body of a file of one version and gives that of the next. Takes whatever comes, damaged or not. */
export type Migration = (body: unknown) => unknown;

const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Version 1 held one picture, as the lists that a draft gives. Version 2 has pages, with records by id. */
const picturesToPages: Migration = (body) => {
  if (!isMapping(body)) return body;
  const { title, nodes, groups, edges, need, ...rest } = body;
  const drafted = (list: unknown, extra: Mapping = {}): Mapping =>
    Object.fromEntries(
      items(list).flatMap((record, order): (readonly [string, unknown])[] => {
        if (!isMapping(record) || typeof record.id !== 'string') return [[`lost-${order}`, record]];
        const { id, ...fields } = record;
        return [[id, { ...extra, ...fields, order, origin: 'draft' }]];
      }),
    );
  return {
    ...rest,
    id: 'document',
    title,
    ...(need !== undefined && { need }),
    pages: [
      {
        id: 'page-1',
        title,
        nodes: drafted(nodes),
        // Groups had no kinds: the outermost was the cloud, what stood in it a layer.
        groups: Object.fromEntries(
          Object.entries(drafted(groups)).map(([id, group]) => [
            id,
            isMapping(group) ? { kind: Object.hasOwn(group, 'parent') ? 'layer' : 'cloud', ...group } : group,
          ]),
        ),
        edges: drafted(edges),
      },
    ],
  };
};

/** Version 3 says where lines lead (`way`). Those of version 2 do not, and are led anew. */
const linesWithoutWays: Migration = (body) => body;

/** The step from each version to the next: the first leads from version 1 to 2. */
export const migrations: readonly Migration[] = [picturesToPages, linesWithoutWays];

/** A body of a version from 1 to the present, brought up to the present one. */
export const migrate = (body: unknown, version: number): unknown =>
  migrations.slice(version - 1, formatVersion - 1).reduce((now, step) => step(now), body);
