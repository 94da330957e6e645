import { describe, expect, it } from 'vitest';
import { pagePolicy, securityHeaders, workerPolicy } from '../../src/main/securityHeaders.ts';

// Written out, so that a change of the policy is seen as a change of this file.
describe('the policy', () => {
  it('of the page', () => {
    expect(pagePolicy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lodestack-worker',
    ]);
  });

  it('of a worker', () => {
    expect(workerPolicy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "connect-src 'self'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
  });

  it('has no unsafe word but the one for WebAssembly, and that one only in a worker', () => {
    expect(pagePolicy).not.toContain('unsafe');
    expect(workerPolicy.replace("'wasm-unsafe-eval'", '')).not.toContain('unsafe');
  });

  it.each([
    ['/', pagePolicy],
    ['/index.html', pagePolicy],
    ['/assets/workers/x.js', pagePolicy],
    ['/workers', pagePolicy],
    ['/workers/layout-abc.js', workerPolicy],
  ])('comes with %s', (pathname, policy) => {
    expect(securityHeaders(pathname)['content-security-policy']).toBe(policy);
  });
});
