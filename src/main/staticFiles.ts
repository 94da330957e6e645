import { readFile, realpath } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { securityHeaders } from './securityHeaders.ts';

/** An answer with no web or Electron type in it, so that both shells can give it and tests need neither. */
export interface FileAnswer {
  readonly status: 200 | 400 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The kinds of file that the built renderer holds; anything else is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};

const plainSegment = /^[A-Za-z0-9_@-][A-Za-z0-9_.@-]*$/;

/**
 * The segments of an address path that may name a file of ours, or undefined. A list of what is allowed, not of what is
 * not: no dot at the start (`..`, hidden files), no separator of any system, no drive, no stream, no control sign.
 */
export function fileSegments(pathname: string): readonly string[] | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (!decoded.startsWith('/')) return undefined;
  const segments = (decoded === '/' ? '/index.html' : decoded).slice(1).split('/');
  return segments.every((segment) => plainSegment.test(segment)) ? segments : undefined;
}

const isInside = (root: string, path: string): boolean => {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !way.includes(':');
};

const encoder = new TextEncoder();
const refusal = (status: 400 | 404, pathname: string): FileAnswer => ({
  status,
  headers: { ...securityHeaders(pathname), 'content-type': 'text/plain; charset=utf-8' },
  body: encoder.encode(status === 400 ? 'Not an address of this app.\n' : 'There is no such file in this app.\n'),
});

/**
 * Answers a request for `pathname` (as it stands in the address, still encoded) with a file below `root`.
 * Links are followed before the file is judged: one that leads out of `root` is not served.
 */
export async function serveFile(root: string, pathname: string): Promise<FileAnswer> {
  const segments = fileSegments(pathname);
  if (segments === undefined) return refusal(400, pathname);
  const contentType = contentTypes[extname(segments.at(-1) ?? '').toLowerCase()];
  if (contentType === undefined) return refusal(404, pathname);
  try {
    const path = await realpath(join(root, ...segments));
    if (!isInside(await realpath(root), path)) return refusal(404, pathname);
    // Copied into a buffer of its own: readFile may give a slice of a shared pool.
    const body = new Uint8Array(await readFile(path));
    return { status: 200, headers: { ...securityHeaders(pathname), 'content-type': contentType }, body };
  } catch {
    return refusal(404, pathname);
  }
}
