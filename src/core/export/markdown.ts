/**
 * Text of others in a Markdown file: it stays the text that it is, in CommonMark, GitHub's flavour and Pandoc's alike. No
 * markup, no HTML and no line of its own comes of it. Some readers still make a link of an address: one that leads where it
 * says, and nowhere else.
 */

/** Line breaks and other control characters, and those that turn the direction of what follows them. */
const steering = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu;

/** What means something wherever it stands. */
const active = /[\\`*_[\]{}#|~$^@]/g;

/** What GitHub's flavour makes a link of by itself. */
const autolinkStart = /(?<=https?|ftp|mailto|xmpp)(?=:)|(?<=www)(?=\.)/gi;

/** What means something at the start of a line: a list, a rule, a quote, an underlined heading, a definition. */
const atStart = /^(?:(\d{1,9})(?=[.)])|(?=[-+=:%]))/;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** `text` as plain words on one line of Markdown. */
export const plainMarkdown = (text: string): string =>
  text
    .replace(steering, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(active, '\\$&')
    .replace(autolinkStart, '\\')
    .replace(atStart, '$1\\')
    .replace(/[&<>]/g, (sign) => entities[sign] ?? sign);

/** Where a link leads, in angle brackets. Whatever could end it early is percent-encoded. */
export const linkDestination = (address: string): string =>
  `<${address.replace(/[\s\\<>\p{Cc}]/gu, (sign) => encodeURIComponent(sign))}>`;

/**
 * The address of a file by its path relative to the record, `/` between the parts. What means something in an address or ends one in
 * Markdown is encoded: a file may be called `c#.md` or `javascript:x.md`.
 */
export const relativeAddress = (path: string): string =>
  path.replace(/[\s\\<>()%?#:\p{Cc}\p{Surrogate}]/gu, (sign) =>
    /[()]/.test(sign) ? `%${sign.charCodeAt(0).toString(16)}` : encodeURIComponent(wellFormed(sign)),
  );

/** The text without lone halves of surrogate pairs, which no address can hold. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
