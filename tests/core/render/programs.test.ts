import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { bundledElkEngine } from '../../../src/core/layout/bundledElk.ts';
import { createOutliner } from '../../../src/core/render/outline.ts';
import { renderSvg } from '../../../src/core/render/svg.ts';
import { planMap } from '../../../src/core/scene/mapPlan.ts';
import { mapScene } from '../../../src/core/scene/mapScene.ts';
import { pictureCatalog, pictureDecision } from '../../support/pictureCatalog.ts';

/** The same file in other programs. Each is skipped aloud where it is not installed. */
const programs: [string, (svg: string, png: string) => string[]][] = [
  ['rsvg-convert', (svg, png) => [svg, '-o', png]],
  ['inkscape', (svg, png) => [svg, '--export-type=png', `--export-filename=${png}`]],
];
const isInstalled = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

const bytes = (name: string): ArrayBuffer => new Uint8Array(readFileSync(`data/fonts/Inter-${name}`)).buffer;
const plan = planMap(pictureCatalog, {});
const layout = await bundledElkEngine()(plan.graph);
if (!layout.ok) throw new Error(layout.error.message);
const svg = renderSvg(mapScene(plan, layout.value, { decision: pictureDecision, theme: 'light' }), {
  icons: {},
  font: {
    kind: 'outlined',
    outline: createOutliner({ 400: bytes('Regular.ttf'), 500: bytes('Medium.ttf'), 600: bytes('SemiBold.ttf') }),
  },
});

/** A PNG's pixels, through resvg: it draws pictures in pictures. */
function pixelsOf(png: Uint8Array, width: number, height: number): Uint8Array {
  const data = Buffer.from(png).toString('base64');
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${data}"/></svg>`;
  return new Uint8Array(new Resvg(picture).render().pixels);
}

describe('the outlined picture', () => {
  it.each(programs)('looks in %s as it does in resvg', { timeout: 60_000 }, (program, options) => {
    if (!isInstalled(program)) {
      console.warn(`${program} is not installed: not compared`);
      return;
    }
    const folder = mkdtempSync(join(tmpdir(), 'lodestack-'));
    const [from, to] = [join(folder, 'picture.svg'), join(folder, 'picture.png')];
    writeFileSync(from, svg);
    execFileSync(program, options(from, to), { stdio: 'ignore' });
    const ours = new Resvg(svg).render();
    const theirs = pixelsOf(readFileSync(to), ours.width, ours.height);
    const own = ours.pixels;
    const difference =
      theirs.reduce((sum, value, index) => sum + Math.abs(value - (own[index] ?? 0)), 0) / theirs.length;
    expect(difference).toBeLessThan(1);
  });
});
