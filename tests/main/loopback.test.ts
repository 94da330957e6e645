import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../src/main/loopback.ts';
import { pagePolicy } from '../../src/main/securityHeaders.ts';

let root = '';
let server: Loopback;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lodestack-loopback-'));
  await writeFile(join(root, 'index.html'), '<!doctype html>hello');
  server = await startLoopback(root);
});
afterAll(async () => {
  await server.close();
  await rm(root, { recursive: true, force: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

const ask = (path: string, method = 'GET', host?: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(server.address);
    const headers = host === undefined ? {} : { host };
    request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
    })
      .on('error', reject)
      .end();
  });

describe('the loopback server', () => {
  it('serves the page with the policy', async () => {
    const answer = await ask('/?view=map');
    expect(answer).toMatchObject({ status: 200, text: '<!doctype html>hello' });
    expect(answer.headers).toMatchObject({
      'content-security-policy': pagePolicy,
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
  });

  it('answers HEAD without a body', async () => {
    const answer = await ask('/', 'HEAD');
    expect(answer).toMatchObject({ status: 200, text: '' });
    expect(answer.headers['content-length']).toBe('20');
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('refuses %s', async (method) => {
    expect(await ask('/', method)).toMatchObject({ status: 405 });
  });

  it.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '[::1]', 'evil.example:80'])(
    'refuses the host %s, which a rebound name would send',
    async (host) => {
      const answer = await ask('/', 'GET', host);
      expect(answer.status).toBe(421);
      expect(answer.text).not.toContain('hello');
    },
  );

  it.each(['/../../etc/passwd', '/..%2f..%2fetc/passwd', '//etc/passwd', '/%00', 'http://evil.example/'])(
    'gives nothing for %s',
    async (path) => {
      const { status } = await ask(path);
      expect([400, 404]).toContain(status);
    },
  );

  it('listens on no other interface', async () => {
    const { port } = new URL(server.address);
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter((address) => !address.internal && address.family === 'IPv4');
    for (const { address } of outside) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect({ host: address, port: Number(port) }, () => {
          socket.destroy();
          resolve(true);
        }).on('error', () => resolve(false));
      });
      expect(reached, address).toBe(false);
    }
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it('says which port is taken, and takes another when asked for any', async () => {
    const { port } = new URL(server.address);
    await expect(startLoopback(root, Number(port))).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const second = await startLoopback(root);
    expect(second.address).not.toBe(server.address);
    await second.close();
  });
});
