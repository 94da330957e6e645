/**
 * Time to write a picture, against html-to-image in Chromium on the elements that React Flow makes for the same nodes and
 * edges: `npm run bench export [--big]`. No framework runs in the page, so that the peer is timed at its best.
 */
import { readFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/findBrowser.mjs';
import { rasterize } from '../../src/cli/rasterize.ts';
import { bundledElkEngine } from '../../src/core/layout/bundledElk.ts';
import { parseIcon } from '../../src/core/render/icon.ts';
import { renderSvg } from '../../src/core/render/svg.ts';
import { placeLine } from '../../src/core/scene/placeText.ts';
import type { Scene } from '../../src/core/scene/scene.ts';
import { cloudGraph } from '../../tests/support/layoutGraphs.ts';
import { formatMs, median, printTable } from '../measure.ts';

const icon = readFileSync('node_modules/aws-icons/icons/architecture-service/AmazonRekognition.svg', 'utf8');
const engine = bundledElkEngine();

/** Icons of 48 px over a label, in groups, as a diagram of such a size is drawn. */
async function sceneOf(size: number): Promise<Scene> {
  const graph = cloudGraph(size);
  const layout = await engine(graph);
  if (!layout.ok) throw new Error(layout.error.message);
  const { nodes, groups, edges, width, height } = layout.value;
  return {
    theme: 'light',
    title: `${size} nodes`,
    width,
    height,
    texts: [],
    legend: [],
    groups: Object.entries(groups).map(([id, box]) => ({
      ...box,
      id,
      depth: 0,
      outlined: true,
      texts: [placeLine(`Group ${id}`, 'group', { x: box.x + 12, top: box.y + 8 })],
    })),
    nodes: Object.entries(nodes).map(([id, box]) => ({
      ...box,
      id,
      kind: 'service',
      state: 'plain',
      role: 'stage',
      icon: 'bench',
      iconBox: { x: box.x + 12, y: box.y + 8, width: 48, height: 48 },
      texts: [placeLine(`Part ${id}`, 'node', { x: box.x + box.width / 2, top: box.y + 62, anchor: 'middle' })],
      rows: [],
      badges: [],
      description: id,
    })),
    edges: graph.edges.map(({ id, from, to }) => ({
      id,
      from,
      to,
      style: 'flow',
      state: 'plain',
      points: edges[id]?.points ?? [],
    })),
  };
}

/** The same picture as elements of a page: for each node and edge what React Flow puts there, in the same web font. */
function pageOf(scene: Scene): string {
  const box = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string =>
    `position:absolute;transform:translate(${x}px,${y}px);width:${width}px;height:${height}px`;
  const groups = scene.groups.map(
    (group) =>
      `<div class="react-flow__node group" style="${box(group)}"><span>${group.texts[0]?.text ?? ''}</span></div>`,
  );
  const handle = (side: string): string => `<div class="react-flow__handle ${side}" data-handlepos="${side}"></div>`;
  const nodes = scene.nodes.map(
    (node) =>
      `<div class="react-flow__node" style="${box(node)}" tabindex="0" role="group"><div class="card">${handle('left')}<div class="icon">${icon}</div><div class="label">${node.texts.map(({ text }) => `<span>${text}</span>`).join('')}</div>${handle('right')}</div></div>`,
  );
  const edges = scene.edges.map(({ points }) => {
    const path = `M${points.map(({ x, y }) => `${x},${y}`).join('L')}`;
    return `<svg class="lines"><g class="react-flow__edge" tabindex="0"><path class="edge" d="${path}" marker-end="url(#tip)"/><path class="reach" d="${path}"/></g></svg>`;
  });
  return `<style>${faces}${styles}</style><div id="picture" style="width:${scene.width}px;height:${scene.height}px">${groups.join('')}<svg class="lines"><defs><marker id="tip" viewBox="-10 -10 20 20" markerWidth="12" markerHeight="12"><path d="M-5,-4L0,0L-5,4z"/></marker></defs></svg>${edges.join('')}${nodes.join('')}</div>`;
}

const faces = (
  [
    [400, 'Regular'],
    [500, 'Medium'],
    [600, 'SemiBold'],
  ] as const
)
  .map(([weight, name]) => {
    const file = readFileSync(`data/fonts/Inter-${name}-latin.woff2`).toString('base64');
    return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${file}) format("woff2")}`;
  })
  .join('');
const styles = `#picture{position:relative;font:500 13px Inter,sans-serif;background:#fff}.react-flow__node{left:0;top:0}
.group{border:1px dashed #888;border-radius:8px;box-sizing:border-box}.card{height:100%;box-sizing:border-box;border:2px solid #34d;border-radius:6px;background:#fff;text-align:center}
.icon{width:48px;height:48px;margin:6px auto}.react-flow__handle{position:absolute;width:6px;height:6px;top:50%}.lines{position:absolute;left:0;top:0;width:100%;height:100%;overflow:visible}
.edge{fill:none;stroke:#555}.reach{fill:none;stroke:transparent;stroke-width:20}`;

const timedRuns = 7;

async function timeInPage(page: Page, call: string, runs: number): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    times.push(
      await page.evaluate(async (source) => {
        const picture = document.getElementById('picture');
        const started = performance.now();
        await new Function('picture', `return ${source}`)(picture);
        return performance.now() - started;
      }, call),
    );
  }
  // The first run of either warms up what runs it.
  return times.slice(1).sort((left, right) => left - right)[Math.floor(runs / 2)] ?? 0;
}

const sizes = process.argv.includes('--big') ? [40, 200, 1000] : [40, 200];
const executablePath = findBrowser();
if (executablePath === undefined) throw new Error('No Chromium or Chrome found to run the peer in');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
for (const size of sizes) {
  const scene = await sceneOf(size);
  const options = { icons: { bench: parseIcon(icon) }, font: { kind: 'named' } } as const;
  for (let run = 0; run < 5; run += 1) renderSvg(scene, options);
  const svg = await median(15, () => renderSvg(scene, options));
  const paint = () => rasterize(scene, { icons: options.icons, scale: 2 });
  await paint();
  const png = await median(timedRuns, paint);
  if (!png.value.ok) throw new Error(png.value.error);
  await page.setContent(pageOf(scene));
  await page.addScriptTag({ path: 'node_modules/html-to-image/dist/html-to-image.js' });
  const runs = size > 200 ? 1 : timedRuns;
  const peerSvg = await timeInPage(page, 'htmlToImage.toSvg(picture)', runs);
  const peerPng = await timeInPage(page, 'htmlToImage.toPng(picture, { pixelRatio: 2 })', runs);
  const ownPixels = scene.width * scene.height * 4;
  const peerPixels = await page.evaluate(async () => {
    const tools = (
      window as unknown as { htmlToImage: { toPng(node: Element | null, options: object): Promise<string> } }
    ).htmlToImage;
    const image = new Image();
    image.src = await tools.toPng(document.getElementById('picture'), { pixelRatio: 2 });
    await image.decode();
    return image.naturalWidth * image.naturalHeight;
  });
  // A browser's canvas has a largest size: past it the peer's picture is scaled down, and its time is for that.
  console.log(
    `PNG megapixels: lodestack ${(ownPixels / 1e6).toFixed(1)}, html-to-image ${(peerPixels / 1e6).toFixed(1)}`,
  );
  console.log(`\n${size} nodes, ${scene.edges.length} edges, ${scene.width} x ${scene.height} px; median of ${runs}`);
  printTable([
    {
      picture: 'SVG',
      'lodestack ms': formatMs(svg.ms),
      'html-to-image ms': formatMs(peerSvg),
      'times as fast': Math.round(peerSvg / svg.ms),
    },
    {
      picture: 'PNG at 2x',
      'lodestack ms': formatMs(png.ms),
      'html-to-image ms': formatMs(peerPng),
      'times as fast': (peerPng / png.ms).toFixed(1),
    },
  ]);
}
await browser.close();
