/** Time and quality of layouts, against other engines on the same graphs: `npm run bench layout [--big]`. */
import { loadCatalogAt } from '../../src/cli/catalogFiles.ts';
import { bundledElkEngine } from '../../src/core/layout/bundledElk.ts';
import { planMap } from '../../src/core/scene/mapPlan.ts';
import { mapScene } from '../../src/core/scene/mapScene.ts';
import { cloudGraph } from '../../tests/support/layoutGraphs.ts';
import { measureLayout } from '../../tests/support/layoutMetrics.ts';
import { formatMs, median, printTable } from '../measure.ts';
import { benchRelayout, benchRoutes } from './again.ts';
import { dagre, graphviz, type Peer, plainElk } from './peers.ts';

const engine = bundledElkEngine();
const lodestack: Peer = async (graph) => {
  const result = await engine(graph);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const peers: [string, Peer, number][] = [
  ['lodestack', lodestack, 1000],
  ['elkjs defaults', plainElk, 1000],
  // Past a minute at 1,000 nodes.
  ['dagre', dagre, 200],
  ['graphviz dot (wasm)', graphviz, 1000],
];

// Several graphs of a size: on one alone, an engine may be lucky.
const seeds = [42, 1, 2, 3];
const sizes = process.argv.includes('--small') ? [40, 200] : [40, 200, 1000];
for (const size of sizes) {
  const graphs = (size > 200 ? seeds.slice(0, 2) : seeds).map((seed) => cloudGraph(size, seed));
  const rows = [];
  let ours = 0;
  for (const [name, peer, most] of peers) {
    if (size > most) continue;
    const sums = { ms: 0, crossings: 0, overlaps: 0, through: 0, unrouted: 0 };
    // Engines grow quicker over their first calls; nobody is timed on those.
    if (size <= 200) for (const graph of graphs) await peer(graph);
    for (const graph of graphs) {
      const { ms, value } = await median(size > 200 ? 3 : 5, () => peer(graph));
      const { crossings, overlaps, through, unrouted } = measureLayout(graph, value);
      sums.ms += ms;
      sums.crossings += crossings;
      sums.overlaps += overlaps;
      sums.through += through;
      sums.unrouted += unrouted;
    }
    if (ours === 0) ours = sums.ms;
    rows.push({
      engine: name,
      ms: formatMs(sums.ms / graphs.length),
      'lodestack is': `${(ours / sums.ms).toFixed(2)} of it`,
      crossings: sums.crossings,
      overlaps: sums.overlaps,
      'edges through nodes': sums.through,
      unrouted: sums.unrouted,
    });
  }
  console.log(
    `\n${size} nodes, ${graphs.length} graphs; time of one (median of ${size > 200 ? 3 : 5}), the rest summed over all`,
  );
  printTable(rows);
}

await benchRelayout();
benchRoutes();

const catalog = loadCatalogAt();
if (catalog.ok) {
  const planned = await median(9, () => planMap(catalog.value, {}));
  const placed = await median(9, () => lodestack(planned.value.graph));
  const drawn = await median(9, () => mapScene(planned.value, placed.value, { theme: 'light' }));
  const { overlaps, through, unrouted } = measureLayout(planned.value.graph, placed.value);
  console.log(`\nThe stack map: ${catalog.value.entries.length} entries; median of 9`);
  printTable([
    { step: 'plan', ms: formatMs(planned.ms) },
    { step: 'place and route', ms: formatMs(placed.ms) },
    { step: 'scene', ms: formatMs(drawn.ms) },
  ]);
  console.log(`overlaps ${overlaps}, edges through nodes ${through}, unrouted ${unrouted}`);
}
