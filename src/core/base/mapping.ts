/** Data of a shape not known yet, by key: what JSON calls an object and YAML a mapping. */
export type Mapping = Readonly<Record<string, unknown>>;

/** Whether data is a mapping: no list, no single value, not nothing. */
export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
