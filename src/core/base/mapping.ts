/** Data of a shape not known yet, by key: what JSON calls an object and YAML a mapping. */
export type Mapping = Readonly<Record<string, unknown>>;

export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
