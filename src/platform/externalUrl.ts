/** The one decision about which addresses leave the app. Both shells and every adapter ask here. */

/** URL stands in every window and every Node, but in no library file of ECMAScript, so the part we use is named here. */
declare const URL: new (
  text: string,
) => {
  readonly href: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly searchParams: { keys(): Iterable<string> };
};

/** Longest address that every desktop opens (Windows' ShellExecute stops near here). */
const longest = 2_000;

/** `attach` makes some mail programs attach a file of the user's: only what a person would see in the letter passes. */
const mailFields: ReadonlySet<string> = new Set(['subject', 'body', 'cc']);

/** Space, control signs and backslash: parsers disagree about them, so an honest address has none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control signs are what is looked for
const ambiguous = /[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff\\]/;

const parse = (text: string) => {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
};

/**
 * The address to hand to the system, in its normal form, or undefined where it must not leave: only http and https with
 * a host and without a name and password, and mailto with nothing that touches files.
 */
export function externalUrl(text: string): string | undefined {
  if (text.length > longest || ambiguous.test(text)) return undefined;
  const url = parse(text);
  if (url === undefined) return undefined;
  switch (url.protocol) {
    case 'http:':
    case 'https:': {
      // Read from the text, not from what the parser made of it: it repairs `https:host` and `https:///host`, and
      // forgets an empty name before an `@`. Who writes so wants to be misread.
      const wellFormed = /^https?:\/\/[^/?#@]+(?:[/?#]|$)/i.test(text) && url.hostname !== '';
      return wellFormed ? url.href : undefined;
    }
    case 'mailto:': {
      const plain =
        url.pathname !== '' && [...url.searchParams.keys()].every((key) => mailFields.has(key.toLowerCase()));
      return plain ? url.href : undefined;
    }
    default:
      return undefined;
  }
}
