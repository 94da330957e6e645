/**
 * Makes data/fonts from the npm package of Inter: the three weights as TTF (for rasterizers and outlines) and as a Latin
 * WOFF2 (for the window and for embedding in SVG), and the metrics that core/text measures with. Run it by hand after
 * an update of the package (`npx tsx scripts/makeFonts.ts`); what it writes is committed.
 *
 * Only kerning is kept of the font's features. Contextual alternates, which turn `->` into an arrow and move a colon
 * between digits, would be applied by some programs and not by others; without them every program draws the same
 * advances, and a sum of advances and kerning pairs is exact.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { fontMetricsOf } from './fontMetricsOf.ts';

const weights = [
  { weight: 400, name: 'Regular', file: '400Regular/Inter_400Regular.ttf' },
  { weight: 500, name: 'Medium', file: '500Medium/Inter_500Medium.ttf' },
  { weight: 600, name: 'SemiBold', file: '600SemiBold/Inter_600SemiBold.ttf' },
];
const source = 'node_modules/@expo-google-fonts/inter';
const target = 'data/fonts';

/** Names 16 and 17 join the three weights to one family. */
const kept = { keepFeatures: ['kern'], preserveNameIds: [16, 17] };

/** Latin with Vietnamese, Greek, Cyrillic, punctuation, currencies, arrows, mathematics and shapes. */
const wideRanges: [number, number][] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x300, 0x36f],
  [0x370, 0x3ff],
  [0x400, 0x4ff],
  [0x1e00, 0x1eff],
  [0x2000, 0x206f],
  [0x2070, 0x20cf],
  [0x2100, 0x214f],
  [0x2190, 0x21ff],
  [0x2200, 0x22ff],
  [0x25a0, 0x25ff],
];
/** What a picture of ours needs: Western and Central European letters, punctuation, a few signs. */
const latinRanges: [number, number][] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x218, 0x21b],
  [0x1e9e, 0x1e9e],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2248, 0x2248],
  [0x2260, 0x2265],
];

const charactersOf = (ranges: [number, number][]): string =>
  ranges
    .flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step)),
    )
    .join('');

mkdirSync(target, { recursive: true });
for (const { weight, name, file } of weights) {
  const whole = readFileSync(`${source}/${file}`);
  const truetype = await subsetFont(whole, charactersOf(wideRanges), { targetFormat: 'sfnt', ...kept });
  const woff2 = await subsetFont(whole, charactersOf(latinRanges), { targetFormat: 'woff2', ...kept });
  writeFileSync(`${target}/Inter-${name}.ttf`, truetype);
  writeFileSync(`${target}/Inter-${name}-latin.woff2`, woff2);
  const metrics = JSON.stringify(fontMetricsOf(truetype, weight));
  writeFileSync(`${target}/Inter-${name}.metrics.json`, `${metrics.replaceAll(/,"(?=[a-zA-Z]+":)/g, ',\n"')}\n`);
  console.log(`${name}: TTF ${truetype.length}, WOFF2 ${woff2.length}, metrics ${metrics.length} bytes`);
}
writeFileSync(`${target}/OFL.txt`, readFileSync(`${source}/LICENSE_FONT`));
