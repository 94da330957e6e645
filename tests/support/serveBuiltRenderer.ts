import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { startLoopback } from '../../src/main/loopback.ts';

/**
 * Serves the built window for the end-to-end tests, with the headers that users get; returns how to stop. `LODESTACK_BUILT` names the
 * folder of a build of one's own, which nobody builds anew in the middle of a long run; by default it is out/ of the repository.
 */
export default async function serveBuiltRenderer(): Promise<() => Promise<void>> {
  const root = resolve(process.env.LODESTACK_BUILT ?? resolve(import.meta.dirname, '../../out'), 'renderer');
  if (!existsSync(resolve(root, 'index.html'))) {
    throw new Error(`There is no built window in ${root}. Run \`npm run build\` first.`);
  }
  const server = await startLoopback(root);
  process.env.LODESTACK_ADDRESS = server.address;
  return server.close;
}
