import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileSegments, serveFile } from '../../src/main/staticFiles.ts';

const secret = 'the secret outside';
let folder = '';
let root = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lodestack-serve-'));
  root = join(folder, 'root');
  await mkdir(join(root, 'assets'), { recursive: true });
  await mkdir(join(folder, 'root-beside'));
  for (const name of ['secret.txt', 'secret.html', 'secret.js', 'root-beside/secret.txt']) {
    await writeFile(join(folder, name), secret);
  }
  await writeFile(join(root, 'index.html'), '<!doctype html>');
  await writeFile(join(root, 'assets', 'index-AbC_12.js'), 'export {};');
  await writeFile(join(root, 'assets', 'resvg.wasm'), 'wasm');
  await writeFile(join(root, '.hidden.txt'), secret);
  await writeFile(join(root, 'program.exe'), secret);
  await symlink('../secret.txt', join(root, 'link.txt'));
  await symlink('..', join(root, 'up'));
  await symlink('index.html', join(root, 'inside.html'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const textOf = (body: Uint8Array): string => new TextDecoder().decode(body);

describe('serveFile', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/inside.html', 'text/html; charset=utf-8'],
    ['/assets/index-AbC_12.js', 'text/javascript; charset=utf-8'],
    ['/assets/resvg.wasm', 'application/wasm'],
    ['/%61ssets/resvg.wasm', 'application/wasm'],
  ])('serves %s as %s', async (pathname, contentType) => {
    const answer = await serveFile(root, pathname);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({ 'content-type': contentType, 'x-content-type-options': 'nosniff' });
  });

  it.each(['/nothing.html', '/assets', '/assets/', '/program.exe', '/link.txt', '/up/secret.txt', '/.hidden.txt'])(
    'does not serve %s, and its refusal carries the policy too',
    async (pathname) => {
      const answer = await serveFile(root, pathname);
      expect(answer.status).not.toBe(200);
      expect(textOf(answer.body)).not.toContain(secret);
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    },
  );

  /** Pieces from which ways out are made, in every coding that someone has once forgotten. */
  const piece = fc.constantFrom(
    ...['..', '.', '/', '//', '\\', '%2e%2e', '%2E.', '%2f', '%5c', '%252e%252e', '%252f', '..%2f', '..%5c', '%c0%ae'],
    ...['%00', '%', '%zz', '\0', ' ', ';', ':', 'C:', 'file://', '~', '\u2025', '\uff0e\uff0e', '\u2215', '::$DATA'],
    ...['secret.txt', 'secret.html', 'secret.js', 'root', 'root-beside', 'assets', 'up', 'link.txt', 'index.html'],
  );

  it('gives no byte from outside the root for 1,000 ways out', async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.boolean(), async (pieces, slashed) => {
        const answer = await serveFile(root, (slashed ? '/' : '') + pieces.join(slashed ? '/' : ''));
        if (answer.status !== 200) refused += 1;
        expect(textOf(answer.body)).not.toContain(secret);
      }),
      { numRuns: 1_000, seed: 28 },
    );
    // The pieces must make ways out, and not be a test of names that exist.
    expect(refused).toBeGreaterThan(900);
  });

  it('finds the secret where the root is above it, so that the test above can fail', async () => {
    expect(textOf((await serveFile(folder, '/secret.txt')).body)).toBe(secret);
  });

  it('only ever takes segments without a separator, a dot at the start, a colon or a control sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const segment of fileSegments(`/${text}`) ?? []) expect(segment).toMatch(/^[\w@-][\w.@-]*$/);
      }),
      { numRuns: 2_000, seed: 28 },
    );
  });
});
