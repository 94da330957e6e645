/** Damaging the text of a file as disks, merges, editors and enemies do. */
import fc from 'fast-check';

export interface Damage {
  readonly kind: number;
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const bits = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    ':',
    'null',
    '1e999',
    '-0',
    '\u0000',
    '"__proto__": {"x": 1},',
    '"id": "constructor",',
    '<<<<<<< HEAD\n',
    '=======\n',
    '>>>>>>> other\n',
    '"nodes": 3,',
    '\\',
    '\ud800',
  ),
);

export const damages = fc.array(
  fc.record({ kind: fc.nat(6), at: fc.nat(1_000_000), length: fc.nat(200), text: bits }),
  { minLength: 1, maxLength: 4 },
);

export function damaged(text: string, { kind, at, length, text: bit }: Damage): string {
  const place = text.length === 0 ? 0 : at % text.length;
  const lines = text.split('\n');
  const line = lines.length === 0 ? 0 : at % lines.length;
  switch (kind) {
    case 0:
      return text.slice(0, place);
    case 1:
      return text.slice(0, place) + text.slice(place + length);
    case 2:
      return text.slice(0, place) + bit + text.slice(place);
    case 3:
      return text.slice(0, place) + bit + text.slice(place + bit.length);
    case 4:
      return lines.toSpliced(line, 1).join('\n');
    case 5:
      return lines.toSpliced(line, 0, bit).join('\n');
    default:
      return lines.toSpliced(line, 0, lines[(at * 7) % lines.length] ?? '').join('\n');
  }
}
