/** Checking a need that came from outside: a file, a chat, another program. */
import { didYouMean } from '../base/nearest.ts';
import { failure, type Result, success } from '../base/result.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { indexCatalog } from '../catalog/lookup.ts';
import { checkShape } from '../catalog/shape.ts';
import { type Need, needSchema } from './need.ts';

/** What is wrong with one field of a need. */
export interface NeedIssue {
  /** Path of the field, such as `tasks[0].task`. */
  readonly field: string;
  readonly message: string;
}

const fieldOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (name, step) =>
      typeof step === 'number' ? `${name}[${step}]` : name === '' ? String(step) : `${name}.${String(step)}`,
    '',
  ) || '(need)';

/** Tasks may be written as plain ids, for a person's hand: `tasks: [translate-text]`. */
function widened(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { tasks } = value as { readonly tasks?: unknown };
  if (!Array.isArray(tasks)) return value;
  return { ...value, tasks: tasks.map((task) => (typeof task === 'string' ? { task } : task)) };
}

/** Checks a value (of YAML or JSON) as a need of this catalogue. Fails with every issue; unknown ids name the nearest. */
export function parseNeed(value: unknown, catalog: Catalog): Result<Need, readonly NeedIssue[]> {
  const shape = checkShape(needSchema, widened(value));
  if (!shape.ok) return failure(shape.error.map(({ path, message }) => ({ field: fieldOf(path), message })));
  const need = shape.value;
  const index = indexCatalog(catalog);
  const issues: NeedIssue[] = [];
  const check = (field: string, what: string, id: string, known: ReadonlyMap<string, unknown>): void => {
    if (!known.has(id)) issues.push({ field, message: `Unknown ${what} "${id}"${didYouMean(id, known.keys())}` });
  };
  need.tasks.forEach(({ task }, place) => {
    check(`tasks[${place}].task`, 'task', task, index.tasks);
  });
  for (const side of ['have', 'want'] as const) {
    need[side].forEach((kind, place) => {
      check(`${side}[${place}]`, 'data kind', kind, index.dataKinds);
    });
  }
  for (const criterion of Object.keys(need.preferences))
    check(`preferences.${criterion}`, 'criterion', criterion, index.criteria);
  const { framework, excluded } = need.constraints;
  if (framework !== undefined) check('constraints.framework', 'framework', framework, index.entries);
  excluded?.forEach((id, place) => {
    check(`constraints.excluded[${place}]`, 'entry', id, index.entries);
  });
  for (const [task, entry] of Object.entries(need.choices ?? {})) {
    check(`choices.${task}`, 'task', task, index.tasks);
    check(`choices.${task}`, 'entry', entry, index.entries);
  }
  need.named.forEach(({ entry }, place) => {
    check(`named[${place}].entry`, 'entry', entry, index.entries);
  });
  return issues.length > 0 ? failure(issues) : success(need);
}
