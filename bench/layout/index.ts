/** Time and quality of layouts, against other engines on the same graphs: `npm run bench layout [--big]`. */
import { loadCatalogAt } from '../../src/cli/catalogFiles.ts';
import { bundledElkEngine } from '../../src/core/layout/bundledElk.ts';
import { planMap } from '../../src/core/scene/mapPlan.ts';
import { mapScene } from '../../src/core/scene/mapScene.ts';
import { cloudGraph } from '../../tests/support/layoutGraphs.ts';
import { measureLayout } from '../../tests/support/layoutMetrics.ts';
import { formatMs, median, printTable } from '../measure.ts';
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

const sizes = process.argv.includes('--small') ? [40, 200] : [40, 200, 1000];
for (const size of sizes) {
  const graph = cloudGraph(size);
  const rows = [];
  let ours = 0;
  for (const [name, peer, most] of peers) {
    if (size > most) continue;
    // Engines grow quicker over their first calls; nobody is timed on those.
    if (size <= 200) for (let warm = 0; warm < 3; warm += 1) await peer(graph);
    const { ms, value } = await median(5, () => peer(graph));
    if (ours === 0) ours = ms;
    const { crossings, overlaps, through, unrouted } = measureLayout(graph, value);
    rows.push({
      engine: name,
      ms: formatMs(ms),
      'lodestack is': `${(ours / ms).toFixed(2)} of it`,
      crossings,
      overlaps,
      'edges through nodes': through,
      unrouted,
    });
  }
  console.log(`\n${size} nodes, ${graph.edges.length} edges, ${graph.groups.length} groups; median of 5`);
  printTable(rows);
}

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
