import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorLines, run } from './run.ts';

const need = 'Translate our web pages into French and read them aloud';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lodestack-export-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Fails on anything that is not well-formed. */
const strictlyParsed = (xml: string): void => {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
};

/** Width and height of a PNG, from its header. */
const pngSize = (bytes: Buffer): readonly number[] => {
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

/** What the pHYs chunk says; undefined where there is none. */
const pngDotsPerMetre = (bytes: Buffer): number | undefined => {
  const at = bytes.indexOf('pHYs');
  return at === -1 ? undefined : bytes.readUInt32BE(at + 4);
};

describe('export', () => {
  it('goes from a sentence to an SVG of the draft, the same each time', async () => {
    const path = join(folder, 'a.svg');
    const ran = await run(['export', '--text', need, '-o', path]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^Wrote .*a\.svg \(\d+ x \d+ px\)\n$/);
    const svg = readFileSync(path, 'utf8');
    strictlyParsed(svg);
    expect(svg).toContain('Amazon Translate');
    expect(svg).toContain('Amazon Polly');
    await run(['export', '--text', need, '-o', join(folder, 'b.svg')]);
    expect(readFileSync(join(folder, 'b.svg'), 'utf8')).toBe(svg);
    expect(readdirSync(folder).sort()).toEqual(['a.svg', 'b.svg']);
  });

  it('writes a file of draw.io, of a draft and not of the map', async () => {
    const path = join(folder, 'a.drawio');
    expect(await run(['export', '--text', need, '-o', path])).toMatchObject({ code: 0, err: '' });
    const file = readFileSync(path, 'utf8');
    strictlyParsed(file);
    expect(file).toMatch(/^<mxfile .*\n<diagram /);
    expect(file).toContain('Amazon Polly');
    const map = await run(['export', '--view', 'map', '-o', path]);
    expect(map.code).toBe(1);
    expect(errorLines(map)[0]).toContain('.svg or .png');
  });

  it('outlines the text where it is asked to', async () => {
    const path = join(folder, 'a.svg');
    expect(await run(['export', '--text', need, '-o', path, '--font', 'outlined'])).toMatchObject({ code: 0, err: '' });
    const svg = readFileSync(path, 'utf8');
    strictlyParsed(svg);
    expect(svg).not.toMatch(/<text[ >]|@font-face/);
  });

  it('writes a PNG at each scale, from a need file, in the dark, of the map', async () => {
    const file = join(folder, 'need.yaml');
    writeFileSync(file, 'tasks: [translate-text]\n');
    const once = join(folder, 'one.png');
    const thrice = join(folder, 'three.PNG');
    expect(await run(['export', '--need', file, '-o', once, '--scale', '1'])).toMatchObject({ code: 0, err: '' });
    const json = await run(['export', '--need', file, '-o', thrice, '--scale', '3', '--theme', 'dark', '--json']);
    const [width = 0, height = 0] = pngSize(readFileSync(once));
    expect(pngSize(readFileSync(thrice))).toEqual([width * 3, height * 3]);
    // 96 dots an inch at 1x, so 288 at 3x, in dots a metre: the picture has its size on a page at every scale.
    expect(pngDotsPerMetre(readFileSync(thrice))).toBe(Math.round((3 * 96) / 0.0254));
    expect(JSON.parse(json.out)).toMatchObject({ file: thrice, format: 'png', width, height });
    const map = join(folder, 'map.svg');
    expect(await run(['export', '--need', file, '-o', map, '--view', 'map'])).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(map, 'utf8')).toContain('Catalogue as of');
  });

  it('says which letters a PNG leaves out, and nothing of an SVG', async () => {
    const text = 'Translate our web pages 網頁 into French';
    const png = await run(['export', '--text', text, '-o', join(folder, 'letters.png')]);
    expect(png).toMatchObject({ code: 0 });
    expect(png.err).toMatch(/^note: A PNG leaves out 網 and 頁, .* SVG .*\n$/);
    expect(await run(['export', '--text', text, '-o', join(folder, 'letters.svg')])).toMatchObject({
      code: 0,
      err: '',
    });
  });

  it('replaces a file whole', async () => {
    const path = join(folder, 'a.svg');
    writeFileSync(path, 'x'.repeat(5_000_000));
    await run(['export', '--text', need, '-o', path]);
    strictlyParsed(readFileSync(path, 'utf8'));
  });

  it.each([
    [
      'a folder that is not there',
      () => join(folder, 'no', 'a.svg'),
      /^error: The folder of .*a\.svg does not exist\. /,
    ],
    [
      'a folder of that name',
      () => {
        mkdirSync(join(folder, 'a.svg'));
        return join(folder, 'a.svg');
      },
      /^error: .*a\.svg is a folder\. /,
    ],
    [
      'a file in the place of the folder',
      () => {
        writeFileSync(join(folder, 'f'), '');
        return join(folder, 'f', 'a.svg');
      },
      /^error: .*a\.svg/,
    ],
  ])('%s: one clear error, nothing half-written', async (_, place, message) => {
    const path = place();
    const before = readdirSync(folder);
    const ran = await run(['export', '--text', need, '-o', path]);
    expect(ran.code).toBe(1);
    expect(errorLines(ran)).toEqual([expect.stringMatching(message)]);
    expect(readdirSync(folder)).toEqual(before);
  });

  it.skipIf(process.getuid?.() === 0)('a folder that may not be written', async () => {
    chmodSync(folder, 0o500);
    const ran = await run(['export', '--text', need, '-o', join(folder, 'a.svg')]);
    chmodSync(folder, 0o700);
    expect(ran.code).toBe(1);
    expect(errorLines(ran)).toEqual([expect.stringMatching(/may not be written/)]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('draws nothing of nothing, and says why', async () => {
    const path = join(folder, 'a.svg');
    const ran = await run(['export', '--text', 'Lorem ipsum', '-o', path]);
    expect(ran.code).toBe(1);
    expect(errorLines(ran)).toEqual([expect.stringMatching(/^error: Nothing to draw/)]);
    expect(existsSync(path)).toBe(false);
    expect(await run(['draft', '--text', 'Lorem ipsum'])).toMatchObject({ code: 1, out: '' });
  });

  it('keeps hostile words as words', async () => {
    const path = join(folder, 'a.svg');
    const text = 'Translate </text><script>alert(1)</script> & "quotes" \u0000 into French';
    expect(await run(['export', '--text', text, '-o', path])).toMatchObject({ code: 0 });
    const svg = readFileSync(path, 'utf8');
    strictlyParsed(svg);
    expect(svg).not.toMatch(/<script/i);
  });
});

describe('draft and layout', () => {
  it('print the diagram, as records and for people', async () => {
    const json = await run(['draft', '--text', need, '--json']);
    const diagram = JSON.parse(json.out) as {
      nodes: { id: string; entry?: string }[];
      edges: { from: string; to: string }[];
    };
    const ids = new Set(diagram.nodes.map(({ id }) => id));
    for (const { from, to } of diagram.edges) expect(ids.has(from) && ids.has(to)).toBe(true);
    const plain = await run(['draft', '--text', need]);
    expect(plain.out).toContain('Amazon Polly');
    expect(plain.out).toContain(' -> ');
  });

  it('lay out what is drawn, the whole stack too', async () => {
    const draft = JSON.parse((await run(['layout', '--text', need])).out);
    expect(draft).toMatchObject({
      view: 'draft',
      nodes: { translate: { x: expect.any(Number), width: expect.any(Number) } },
    });
    const map = JSON.parse((await run(['layout', '--view', 'map'])).out);
    expect(Object.keys(map.nodes).length).toBeGreaterThan(80);
    const sheet = JSON.parse((await run(['layout', '--view', 'map', '--sheet-only'])).out);
    expect(Object.keys(sheet.nodes).length).toBeLessThan(Object.keys(map.nodes).length);
  });
});
