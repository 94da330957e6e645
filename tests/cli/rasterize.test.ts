import { readFileSync } from 'node:fs';
import { Resvg as NativeResvg } from '@resvg/resvg-js';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { layOutAsked } from '../../src/cli/askedPicture.ts';
import { fontPaths } from '../../src/cli/fontFiles.ts';
import { loadIcons } from '../../src/cli/iconFiles.ts';
import type { Io } from '../../src/cli/io.ts';
import { paintBand } from '../../src/cli/paintBand.ts';
import { startPainter } from '../../src/cli/painterThread.ts';
import { rasterize } from '../../src/cli/rasterize.ts';
import { success } from '../../src/core/base/result.ts';
import { encodeRows } from '../../src/core/png/encodeRows.ts';
import { type BandPainter, paintPng } from '../../src/core/png/paintPng.ts';
import { rasterOptions } from '../../src/core/png/rasterOptions.ts';
import type { IconSet } from '../../src/core/render/icon.ts';
import { renderSvg } from '../../src/core/render/svg.ts';
import type { Scene } from '../../src/core/scene/scene.ts';

const silent: Io = {
  stdin: (async function* () {})(),
  out: async () => undefined,
  err: async () => undefined,
  colours: false,
  width: 100,
  interactive: false,
};

/** The lit map: dimmed, hence translucent, icons stand all over it. */
let scene: Scene;
let icons: IconSet;
beforeAll(async () => {
  const asked = await layOutAsked({ text: 'A voice bot on the phone', view: 'map', direction: 'right' }, silent);
  if (!asked.ok) throw new Error('not laid out');
  scene = asked.value.picture.scene('light');
  icons = loadIcons(asked.value.catalog);
}, 60_000);

const inThisThread: BandPainter = async (band) => paintBand(band);

async function painted(painter: BandPainter, scale = 1): Promise<Uint8Array> {
  const png = await paintPng(scene, { icons, scale }, [Promise.resolve(painter)]);
  if (!png.ok) throw new Error(png.error);
  return png.value;
}

describe('rasterize', () => {
  it('paints the same bytes with and without the help of threads', { timeout: 60_000 }, async () => {
    const alone = await painted(inThisThread);
    expect(Buffer.compare(await painted(await startPainter()), alone)).toBe(0);
    const shared = await rasterize(scene, { icons, scale: 1 });
    if (!shared.ok) throw new Error(shared.error);
    expect(Buffer.compare(shared.value, alone)).toBe(0);
  });

  it("paints the same bytes as the window's build of resvg", { timeout: 60_000 }, async () => {
    await initWasm(readFileSync('node_modules/@resvg/resvg-wasm/index_bg.wasm'));
    const fontBuffers = fontPaths.map((path) => new Uint8Array(readFileSync(path)));
    const asTheWindow: BandPainter = async ({ svg, scale, ...wanted }) => {
      const font = { fontBuffers, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' };
      const { width, pixels: data } = new Resvg(svg, { ...rasterOptions(scale), font }).render();
      return success(encodeRows({ width, data }, wanted));
    };
    expect(Buffer.compare(await painted(asTheWindow), await painted(inThisThread))).toBe(0);
  });

  it('paints in bands what it would paint in one piece', async () => {
    const font = { fontFiles: [...fontPaths], loadSystemFonts: false, defaultFontFamily: 'Inter' };
    const draw = (svg: string) => new NativeResvg(svg, { ...rasterOptions(1), font }).render().pixels;
    const whole = draw(renderSvg(scene, { icons, font: { kind: 'named' } }));
    const png = Buffer.from(await painted(inThisThread)).toString('base64');
    const { width, height } = scene;
    const inBands = draw(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" image-rendering="optimizeSpeed" href="data:image/png;base64,${png}"/></svg>`,
    );
    expect(inBands.length).toBe(whole.length);
    let [differing, farthest] = [0, 0];
    for (let at = 0; at < whole.length; at += 1) {
      const distance = Math.abs((whole[at] ?? 0) - (inBands[at] ?? 0));
      if (distance > 1) differing += 1;
      farthest = Math.max(farthest, distance);
    }
    // A rounded corner that a band's end cuts may have another shade in a few pixels; nothing else differs.
    expect(differing / whole.length).toBeLessThan(1e-5);
    expect(farthest).toBeLessThan(70);
  });
});
