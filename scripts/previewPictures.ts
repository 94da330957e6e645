/**
 * Writes pictures to look at while drawing code changes: the map, plain and lit, and the draft, in both themes.
 * `npx tsx scripts/previewPictures.ts [--text "a need"]... [--to /tmp/lodestack-pictures]`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Resvg } from '@resvg/resvg-js';
import { loadCatalogAt, readCatalogDirectory } from '../src/cli/catalogFiles.ts';
import { loadIcons } from '../src/cli/iconFiles.ts';
import { decide } from '../src/core/decision/decide.ts';
import { interpret } from '../src/core/decision/interpret.ts';
import { loadLexicon } from '../src/core/decision/lexicon.ts';
import { draftArchitecture } from '../src/core/drafting/draft.ts';
import { bundledElkEngine } from '../src/core/layout/bundledElk.ts';
import { rasterOptions } from '../src/core/png/rasterOptions.ts';
import { renderSvg } from '../src/core/render/svg.ts';
import { planDraft } from '../src/core/scene/draftPlan.ts';
import { draftScene } from '../src/core/scene/draftScene.ts';
import { planMap } from '../src/core/scene/mapPlan.ts';
import { mapScene } from '../src/core/scene/mapScene.ts';
import type { Scene, ThemeName } from '../src/core/scene/scene.ts';

const { values } = parseArgs({
  options: {
    to: { type: 'string', default: '/tmp/lodestack-pictures' },
    text: { type: 'string', multiple: true, default: [] },
    sheet: { type: 'boolean', default: false },
    scale: { type: 'string', default: '1' },
  },
});
mkdirSync(values.to, { recursive: true });
const loaded = loadCatalogAt();
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error.slice(0, 5), null, 1));
const catalog = loaded.value;
const icons = loadIcons(catalog);
const engine = bundledElkEngine();

const fonts = ['Regular', 'Medium', 'SemiBold'].map((name) => `data/fonts/Inter-${name}.ttf`);
const write = (name: string, scene: Scene): void => {
  const started = performance.now();
  const svg = renderSvg(scene, { icons, font: { kind: 'named' } });
  console.log(
    name,
    `${scene.width} x ${scene.height}`,
    `${svg.length} bytes`,
    `${(performance.now() - started).toFixed(1)} ms`,
  );
  writeFileSync(join(values.to, `${name}.svg`), svg);
  const raster = new Resvg(svg, {
    ...rasterOptions(Number(values.scale)),
    font: { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: 'Inter' },
  });
  writeFileSync(join(values.to, `${name}.png`), raster.render().asPng());
};

const started = performance.now();
const plan = planMap(catalog, { sheetOnly: values.sheet });
const planned = performance.now();
const layout = await engine(plan.graph);
if (!layout.ok) throw new Error(layout.error.message);
console.log(
  `cards ${plan.cards.length}, rows ${plan.cards.flatMap(({ rows }) => rows).length}, relations ${plan.relations.length}`,
);
console.log(`plan ${(planned - started).toFixed(1)} ms, layout ${(performance.now() - planned).toFixed(1)} ms`);
for (const theme of ['light', 'dark'] as const satisfies ThemeName[]) {
  write(`map-${theme}`, mapScene(plan, layout.value, { theme }));
}

const lexiconFiles = readCatalogDirectory('data/lexicon');
const lexicon = lexiconFiles.ok ? loadLexicon(lexiconFiles.value, catalog) : lexiconFiles;
if (values.text.length > 0 && !lexicon.ok) throw new Error(JSON.stringify(lexicon.error.slice(0, 5), null, 1));
for (const [index, text] of values.text.entries()) {
  if (!lexicon.ok) break;
  const decision = decide(catalog, interpret(text, catalog, lexicon.value));
  const diagram = draftArchitecture(catalog, decision);
  const drafted = planDraft(diagram, catalog);
  const placed = await engine(drafted.graph);
  if (!placed.ok) throw new Error(placed.error.message);
  for (const theme of ['light', 'dark'] as const satisfies ThemeName[]) {
    write(`lit-${index}-${theme}`, mapScene(plan, layout.value, { decision, theme }));
    write(`draft-${index}-${theme}`, draftScene(drafted, placed.value, { theme }));
  }
}
