/**
 * The names under which code may make values that Trusted Types guards. `lodestack-worker` makes the address of a worker
 * of our own origin. Nothing else may exist; who needs another (a parser of imported pictures) names it here.
 */
const trustedTypesPolicies = ['lodestack-worker'] as const;

/** Scripts below this folder are workers, and get the worker's policy (electron.vite.config.ts puts them there). */
const workerFolder = '/workers/';

const join = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ');

/** What the page may do: files of our own origin, pictures made in memory, and nothing else. */
export const pagePolicy = join({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': trustedTypesPolicies.join(' '),
});

/**
 * What a worker may do. A worker obeys the policy that came with its own script, so the one thing that the page must
 * not do, compiling WebAssembly (resvg draws the PNG), is allowed where there is no document to harm (ADR 0004).
 */
export const workerPolicy = join({
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'connect-src': "'self'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
});

/** The headers of every answer, whichever shell gives it: the custom protocol of Electron or the loopback server. */
export function securityHeaders(pathname: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': pathname.startsWith(workerFolder) ? workerPolicy : pagePolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=(), clipboard-read=(), clipboard-write=(self)',
    'cache-control': 'no-cache',
  };
}
