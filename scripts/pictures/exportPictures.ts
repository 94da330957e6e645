import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { supportCalls } from './hand.ts';

/** Draft and map of one need, in both themes, as the command line exports them into a folder; throws what it says if it fails. */
export function exportPictures(root: string, folder: string): void {
  for (const view of ['draft', 'map']) {
    for (const theme of ['light', 'dark']) {
      const file = join(folder, `export-${view}-${theme}.png`);
      const choices = ['--text', supportCalls, '--view', view, '--theme', theme, '--scale', '1', '-o', file];
      const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/index.ts', 'export', ...choices], {
        cwd: root,
      });
      if (run.status !== 0) throw new Error(String(run.stderr));
      console.log(file);
    }
  }
}
