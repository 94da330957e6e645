/** Compares two strings by code unit: the one order that is the same in every locale and on every machine. */
export const byCodeUnit = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
