/**
 * Rows of pixels to a zlib stream (RFC 1950, 1951), for pictures of flat colours. A row is written as what it differs by from the
 * row above (filter "up" of the PNG specification, 9.2), which is almost all zeros, and equal pixels as one run: so most of
 * a picture is compared four bytes at a time and never seen by a general deflate. Codes are the fixed ones of RFC 1951, 3.2.6.
 * Bands of a picture are deflated each by itself, in any order and by several workers, and joined into one stream.
 */
import { joinBytes } from './pngChunk.ts';

const bytesAPixel = 4;
const filters = { sub: 1, up: 2 } as const;
/** A match copies what lies one pixel back. */
const matchDistanceCode = 3;
const longestMatch = 258;
const shortestMatch = 3;
/** Largest prime below 2 to the 16: the check sum of RFC 1950 counts by it. */
const checkBase = 65521;

/** Bits in the order in which they are written, and how many. */
interface Code {
  readonly bits: number;
  readonly count: number;
}

function backwards(value: number, count: number): number {
  let reversed = 0;
  for (let bit = 0; bit < count; bit += 1) reversed |= ((value >> bit) & 1) << (count - 1 - bit);
  return reversed;
}

/** The fixed code of a literal byte or of a length's symbol (RFC 1951, 3.2.6). */
function fixedCode(symbol: number): Code {
  const [value, count] =
    symbol < 144
      ? [0x30 + symbol, 8]
      : symbol < 256
        ? [0x190 + symbol - 144, 9]
        : symbol < 280
          ? [symbol - 256, 7]
          : [0xc0 + symbol - 280, 8];
  return { bits: backwards(value, count), count };
}

/** Shortest length of each symbol from 257 on, and how many further bits tell it from the next (RFC 1951, 3.2.5). */
const lengths = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const furtherBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

function matchCode(length: number): Code {
  const place = lengths.findLastIndex((shortest) => shortest <= length);
  const symbol = fixedCode(257 + place);
  const further = furtherBits[place] ?? 0;
  const rest = (length - (lengths[place] ?? 0)) << symbol.count;
  const distance = backwards(matchDistanceCode, 5) << (symbol.count + further);
  return { bits: symbol.bits | rest | distance, count: symbol.count + further + 5 };
}

const literals = Array.from({ length: 256 }, (_, byte) => fixedCode(byte));
const literalBits = Uint16Array.from(literals, ({ bits }) => bits);
const literalCounts = Uint8Array.from(literals, ({ count }) => count);
const matches = Array.from({ length: longestMatch + 1 }, (_, length) => matchCode(Math.max(shortestMatch, length)));
const matchBits = Uint32Array.from(matches, ({ bits }) => bits);
const matchCounts = Uint8Array.from(matches, ({ count }) => count);

/** Bytes that a row may take at most: nine bits a byte, and the byte that names its filter. */
const mostBytesOfRow = (width: number): number => Math.ceil(((width * bytesAPixel + 1) * 9) / 8) + 16;

/** Four bytes less four bytes, each by itself and without a borrow from the next. */
const difference = (now: number, before: number): number =>
  ((((now | 0x00ff00ff) - (before & 0xff00ff00)) & 0xff00ff00) |
    (((now & 0x00ff00ff) + 0x01000100 - (before & 0x00ff00ff)) & 0x00ff00ff)) >>>
  0;

/** Rows that are filtered and deflated: whole bytes of a stream without its head and end. */
export interface DeflatedRows {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Check sum of RFC 1950 of what is deflated, and how many bytes that is. */
  readonly checkSum: number;
  readonly length: number;
}

/** Filters and deflates rows, the first of them as if none were above; `pixels` holds one number of four bytes for each pixel. */
export function deflateRows(width: number, height: number, pixels: Uint32Array): DeflatedRows {
  let out = new Uint8Array(Math.max(1 << 16, 2 * mostBytesOfRow(width)));
  let at = 0;
  let waiting = 0;
  let waitingCount = 0;
  let sum = 1;
  let sumOfSums = 0;

  const put = (bits: number, count: number): void => {
    waiting |= bits << waitingCount;
    waitingCount += count;
    while (waitingCount >= 8) {
      out[at] = waiting & 0xff;
      at += 1;
      waiting >>>= 8;
      waitingCount -= 8;
    }
  };
  const makeRoom = (): void => {
    if (at + mostBytesOfRow(width) <= out.length) return;
    const larger = new Uint8Array(out.length * 2);
    larger.set(out);
    out = larger;
  };
  // The check sums are brought below their base once a row: until then they stay far below 2 to the 53.
  const literal = (byte: number): void => {
    put(literalBits[byte] ?? 0, literalCounts[byte] ?? 0);
    sum += byte;
    sumOfSums += sum;
  };
  const twoLiterals = (first: number, second: number): void => {
    const count = literalCounts[first] ?? 0;
    put((literalBits[first] ?? 0) | ((literalBits[second] ?? 0) << count), count + (literalCounts[second] ?? 0));
    sumOfSums += 2 * (sum + first) + second;
    sum += first + second;
  };
  const pixel = (value: number): void => {
    twoLiterals(value & 0xff, (value >>> 8) & 0xff);
    twoLiterals((value >>> 16) & 0xff, value >>> 24);
  };
  /** `count` more pixels like the one just written. */
  const repeat = (value: number, count: number): void => {
    let left = count * bytesAPixel;
    while (left > 0) {
      // What is left after a match must not be too short for one.
      const next = Math.min(longestMatch, left);
      const length = left - next > 0 && left - next < shortestMatch ? next - shortestMatch - 1 : next;
      put(matchBits[length] ?? 0, matchCounts[length] ?? 0);
      left -= length;
    }
    if (value === 0) {
      sumOfSums += sum * count * bytesAPixel;
      return;
    }
    const first = value & 0xff;
    const second = first + ((value >>> 8) & 0xff);
    const third = second + ((value >>> 16) & 0xff);
    const fourth = third + (value >>> 24);
    for (let index = 0; index < count; index += 1) {
      sumOfSums += 4 * sum + first + second + third + fourth;
      sum += fourth;
    }
  };
  /** Where the pixels stop that differ from those `back` places before by the same as the one at `from`. */
  const endOfRun = (from: number, end: number, back: number, value: number): number => {
    let next = from + 1;
    if (value === 0) while (next < end && pixels[next] === pixels[next - back]) next += 1;
    else while (next < end && difference(pixels[next] ?? 0, pixels[next - back] ?? 0) === value) next += 1;
    return next;
  };

  // One block in fixed codes, not the last.
  put(0b010, 3);
  for (let row = 0; row < height; row += 1) {
    makeRoom();
    const end = (row + 1) * width;
    // The first row has none above it: it is compared with its own pixels to the left.
    const back = row === 0 ? 1 : width;
    literal(row === 0 ? filters.sub : filters.up);
    let from = row * width;
    while (from < end) {
      const value = difference(pixels[from] ?? 0, pixels[from - back] ?? 0);
      const next = endOfRun(from, end, back, value);
      pixel(value);
      if (next - from > 1) repeat(value, next - from - 1);
      from = next;
    }
    sum %= checkBase;
    sumOfSums %= checkBase;
  }
  makeRoom();
  const endOfBlock = fixedCode(256);
  put(endOfBlock.bits, endOfBlock.count);
  // An empty block of stored bytes begins at a whole byte, and so does what follows it.
  put(0b000, 3);
  if (waitingCount > 0) put(0, 8 - waitingCount);
  out.set([0x00, 0x00, 0xff, 0xff], at);
  return {
    bytes: out.slice(0, at + 4),
    checkSum: ((sumOfSums << 16) | sum) >>> 0,
    length: (width * bytesAPixel + 1) * height,
  };
}

/** Head of a zlib stream: deflate, and no more said of how. */
const streamHead = Uint8Array.of(0x78, 0x01);
/** The last block of a stream, with nothing in it. */
const lastBlock = Uint8Array.of(0x03, 0x00);

/** One zlib stream of all the rows, in the order given. */
export function joinRows(parts: readonly DeflatedRows[]): Uint8Array<ArrayBuffer> {
  const end = new Uint8Array(4);
  new DataView(end.buffer).setUint32(0, parts.reduce(joinedCheckSum, 1));
  return joinBytes([streamHead, ...parts.map(({ bytes }) => bytes), lastBlock, end]);
}

/** The check sum of bytes whose own is `before`, followed by those of a part (as zlib's `adler32_combine`). */
function joinedCheckSum(before: number, { checkSum, length }: DeflatedRows): number {
  const sum = ((before & 0xffff) + (checkSum & 0xffff) + checkBase - 1) % checkBase;
  const further = ((length % checkBase) * ((before & 0xffff) + checkBase - 1)) % checkBase;
  const sumOfSums = ((before >>> 16) + (checkSum >>> 16) + further) % checkBase;
  return ((sumOfSums << 16) | sum) >>> 0;
}
