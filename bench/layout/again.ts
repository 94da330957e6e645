/** Laying out again after one node is added, and leading edges during a drag: time, and how much stays. No peer does either. */
import { success } from '../../src/core/base/result.ts';
import { layoutLayered } from '../../src/core/layout/layered/layoutLayered.ts';
import type { LayoutGraph } from '../../src/core/layout/layout.ts';
import { createRelayout } from '../../src/core/layout/relayout.ts';
import { routeEdges } from '../../src/core/layout/routeEdges.ts';
import { cloudGraph } from '../../tests/support/layoutGraphs.ts';
import { measureLayout } from '../../tests/support/layoutMetrics.ts';
import { formatMs, median, printTable } from '../measure.ts';

const relayout = createRelayout((graph) => Promise.resolve(success(layoutLayered(graph))));

/** Ids of nodes spread over a graph. */
function some({ nodes }: LayoutGraph, count: number): readonly string[] {
  const step = Math.ceil(nodes.length / count);
  return nodes.filter((_, index) => index % step === Math.min(3, step - 1)).map(({ id }) => id);
}

const middle = (values: readonly number[], share: number): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length * share)] ?? 0;

export async function benchRelayout(): Promise<void> {
  const rows = [];
  for (const size of [40, 200, 1000]) {
    const graph = cloudGraph(size);
    const times: number[] = [];
    const stayed: number[] = [];
    let through = 0;
    for (const id of some(graph, 12)) {
      const rest = {
        ...graph,
        nodes: graph.nodes.filter((node) => node.id !== id),
        edges: graph.edges.filter(({ from, to }) => from !== id && to !== id),
      };
      const before = layoutLayered(rest);
      const { ms, value } = await median(5, () => relayout(graph, before));
      if (!value.ok) throw new Error(value.error.message);
      const after = value.value;
      times.push(ms);
      const near = rest.nodes.filter((node) => {
        const [then, now] = [before.nodes[node.id], after.nodes[node.id]];
        return then && now && Math.hypot(now.x - then.x, now.y - then.y) < 10;
      });
      stayed.push(near.length / rest.nodes.length);
      const metrics = measureLayout(graph, after);
      through += metrics.through + metrics.overlaps;
    }
    rows.push({
      nodes: size,
      'ms, median': formatMs(middle(times, 0.5)),
      'ms, worst': formatMs(Math.max(...times)),
      'moved less than 10 px, median': `${(100 * middle(stayed, 0.5)).toFixed(0)} %`,
      'and at worst': `${(100 * Math.min(...stayed)).toFixed(0)} %`,
      'overlaps and edges through nodes': through,
    });
  }
  console.log('\nOne node added, twelve different ones; median of 5 each');
  printTable(rows);
}

export function benchRoutes(): void {
  const rows = [];
  for (const size of [40, 200, 1000]) {
    const graph = cloudGraph(size);
    const layout = layoutLayered(graph);
    const times: number[] = [];
    for (const id of some(graph, 40)) {
      const own = graph.edges.filter(({ from, to }) => from === id || to === id);
      const others = Object.fromEntries(
        Object.entries(layout.edges).filter(([key]) => !own.some((edge) => edge.id === key)),
      );
      for (let step = 0; step < 8; step += 1) {
        const box = layout.nodes[id];
        if (box === undefined) continue;
        const nodes = { ...layout.nodes, [id]: { ...box, x: box.x + 37 * step, y: box.y + 23 * step } };
        const started = performance.now();
        routeEdges(own, nodes, others);
        times.push(performance.now() - started);
      }
    }
    rows.push({
      nodes: size,
      'ms a frame, median': formatMs(middle(times, 0.5)),
      'of twenty the slowest': formatMs(middle(times, 0.95)),
    });
  }
  console.log('\nThe edges of one dragged node led around all others, at each step of the drag');
  printTable(rows);
}
