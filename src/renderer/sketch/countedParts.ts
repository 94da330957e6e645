import { counted } from '../../core/base/words.ts';
import type { Part } from '../../core/diagram/page.ts';

/** How many parts, boundaries and lines there are: "7 parts, 2 boundaries and 6 lines". */
export function countedParts(parts: readonly Pick<Part, 'type'>[]): string {
  const numberOf = (type: Part['type']): number => parts.filter((part) => part.type === type).length;
  const kinds = [
    [numberOf('node'), 'part', 'parts'],
    [numberOf('group'), 'boundary', 'boundaries'],
    [numberOf('edge'), 'line', 'lines'],
  ] as const;
  const words = kinds.flatMap(([count, one, many]) => (count > 0 ? [counted(count, one, many)] : []));
  const last = words.pop() ?? counted(0, 'part');
  return words.length === 0 ? last : `${words.join(', ')} and ${last}`;
}
