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
  fc.record({ kind: fc.nat(8), at: fc.nat(1_000_000), length: fc.nat(200), text: bits }),
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
    case 7:
      // A merge that kept both of a line that both sides had changed.
      return lines.toSpliced(line + (length % 2), 0, (lines[line] ?? '').replace(/[a-z](?=")/, '')).join('\n');
    case 8:
      return text.replace(/"version": \d/, `"version": ${at % 4}`);
    default:
      return lines.toSpliced(line, 0, lines[(at * 7) % lines.length] ?? '').join('\n');
  }
}
