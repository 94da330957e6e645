import type { CustomScheme } from 'electron';
import { isOurs, scheme } from './appAddress.ts';
import { serveFile } from './staticFiles.ts';

/** Must be told to Electron before it is ready: our pages have an origin, count as secure, and may fetch their own files. */
export const privilegedSchemes: CustomScheme[] = [
  { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, codeCache: true } },
];

/** Answers a request of our own scheme with a file below `root`; the headers are those of the loopback server. */
export async function answerAppRequest(
  root: string,
  request: { readonly url: string; readonly method: string },
): Promise<Response> {
  if (!isOurs(request.url)) return new Response('Not an address of this app.\n', { status: 400 });
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
  const file = await serveFile(root, new URL(request.url).pathname);
  return new Response(request.method === 'HEAD' ? null : file.body, { status: file.status, headers: file.headers });
}
