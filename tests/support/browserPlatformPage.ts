import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { startLoopback } from '../../src/main/loopback.ts';

/** A page with nothing on it but the browser adapter, served as the app is: same server, same policy. */
export interface PlatformPage {
  readonly address: string;
  close(): Promise<void>;
}

const program = `
import { createBrowserPlatform } from ${JSON.stringify(resolve(import.meta.dirname, '../../src/platform/browser/browserPlatform.ts'))};
window.platform = createBrowserPlatform(window);
`;

/** Builds the page with the app's own builder and serves it. */
export async function servePlatformPage(): Promise<PlatformPage> {
  const folder = await mkdtemp(join(tmpdir(), 'lodestack-platform-page-'));
  await writeFile(join(folder, 'main.js'), program);
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><html lang="en"><title>Platform</title><script type="module" src="./main.js"></script>',
  );
  await build({ root: folder, base: './', configFile: false, logLevel: 'silent', build: { outDir: 'out' } });
  const server = await startLoopback(join(folder, 'out'));
  return {
    address: server.address,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
