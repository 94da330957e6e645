const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A text's UTF-8 bytes in base64 (RFC 4648, section 4), which neither the language nor every place that the core runs in has. */
export function base64Of(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let written = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    const sign = (shift: number): string => alphabet.charAt((bits >> shift) & 63);
    written += sign(18) + sign(12) + (second === undefined ? '=' : sign(6)) + (third === undefined ? '=' : sign(0));
  }
  return written;
}
