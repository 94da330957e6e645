/** SHA-256 of a content, in hexadecimal digits: whether it is the one that was last read or written. */
export async function contentHash(crypto: Crypto, bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes.slice());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
