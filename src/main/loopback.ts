import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { serveFile } from './staticFiles.ts';

/** A running loopback server: where it listens, and how to stop it. */
export interface Loopback {
  /** With a slash at the end: `http://127.0.0.1:41234/`. */
  readonly address: string;
  close(): Promise<void>;
}

const answerPlainly = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' });
  response.end(`${text}\n`);
};

async function answer(root: string, host: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A page elsewhere can point its own name at 127.0.0.1 (DNS rebinding); its requests then carry that name here.
  if (request.headers.host !== host) return answerPlainly(response, 421, `Only http://${host}/ is served here.`);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return answerPlainly(response, 405, 'Only GET and HEAD are answered here.');
  }
  const pathname = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
  const file = await serveFile(root, pathname);
  response.writeHead(file.status, { ...file.headers, 'content-length': String(file.body.byteLength) });
  response.end(request.method === 'HEAD' ? undefined : file.body);
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    // 127.0.0.1 and no other interface: nobody else on the network can reach it.
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const bound = server.address();
      if (bound === null || typeof bound === 'string') reject(new Error('The server has no port.'));
      else resolve(bound.port);
    });
  });

/**
 * Serves the files below `root` on loopback. Port 0 takes a random free one.
 * @throws the error of Node where the port cannot be had (`EADDRINUSE`, `EACCES`).
 */
export async function startLoopback(root: string, port = 0): Promise<Loopback> {
  let host = '';
  const server = createServer((request, response) => {
    answer(root, host, request, response).catch(() => response.destroy());
  });
  host = `127.0.0.1:${await listen(server, port)}`;
  return {
    address: `http://${host}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
