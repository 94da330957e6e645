/** The scheme of the app's own pages in Electron. */
export const scheme = 'lodestack';

/** The one host below it. */
const host = 'app';

/** The page of the window. */
export const startPage = `${scheme}://${host}/index.html`;

const parse = (address: string): URL | undefined => {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
};

/** Whether an address is a page of ours. Read from the parsed address: a prefix would let `lodestack://app.evil` in. */
export function isOurs(address: string): boolean {
  const url = parse(address);
  return url?.protocol === `${scheme}:` && url.host === host && url.username === '' && url.password === '';
}
