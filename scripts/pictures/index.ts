/**
 * Takes every picture of the window that the documents show, into docs/pictures/, from the built window as users get it, and the
 * pictures that the command line exports. `npm run build` first, then `npm run pictures [-- name …]`. To look at only:
 * `--out /tmp/pictures` puts them elsewhere, `--size 1000x640` takes another size of window, `--built DIR` another build.
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exportPictures } from './exportPictures.ts';
import { fileShots } from './fileShots.ts';
import { mapShots } from './mapShots.ts';
import { needShots } from './needShots.ts';
import { sketchShots } from './sketchShots.ts';
import { takePictures } from './takePictures.ts';

const root = resolve(import.meta.dirname, '../..');
const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: resolve(root, 'docs/pictures') },
    size: { type: 'string' },
    built: { type: 'string', default: resolve(root, 'out/renderer') },
  },
});
const shots = [...mapShots, ...sketchShots, ...needShots, ...fileShots];
const unknown = names.filter((name) => !shots.some((shot) => shot.name === name));
if (unknown.length > 0) {
  throw new Error(`No picture is called ${unknown.join(', ')}. There are: ${shots.map(({ name }) => name).join(', ')}`);
}
const [width, height] = values.size?.split('x').map(Number) ?? [];
const size = width && height ? { width, height } : undefined;
const folder = resolve(values.out);

mkdirSync(folder, { recursive: true });
const asked = shots.filter(({ name }) => names.length === 0 || names.includes(name));
if (!(await takePictures(asked, { built: resolve(values.built), folder, size }))) process.exitCode = 1;
if (names.length === 0) exportPictures(root, folder);
