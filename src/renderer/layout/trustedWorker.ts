/** Starts workers under the policy of the page: only scripts of our own, by a named Trusted Types policy. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/** `origin` is "null" for the desktop window's own protocol, so protocol and host are compared. */
const isOurs = (url: string): boolean => {
  const { protocol, host } = new URL(url, location.href);
  return protocol === location.protocol && host === location.host;
};

const ourScript = (url: string): string => {
  if (!isOurs(url)) throw new TypeError(`A worker may only be started from the app itself, not from ${url}.`);
  return url;
};

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy('lodestack-worker', { createScriptURL: ourScript });

/** A module worker from a script of this app; `url` comes from an import that ends in `?worker&url`. */
export const startWorker = (url: string, name: string): Worker =>
  new Worker(policy ? policy.createScriptURL(url) : ourScript(url), { type: 'module', name });
