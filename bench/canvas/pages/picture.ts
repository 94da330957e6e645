/** The picture that every page of the bench shows: services in a grid of boundaries, and flows between neighbours. */
import type { Scene, SceneEdge, SceneGroup, SceneNode } from '../../../src/core/scene/scene.ts';

const box = { width: 168, height: 60 };
const step = { x: 220, y: 110 };
/** Nodes of a boundary: so many across, so many down. */
const block = { across: 5, down: 4 };
const blockGap = 60;

const at = (index: number, columns: number) => {
  const perBlock = block.across * block.down;
  const number = Math.floor(index / perBlock);
  const inside = index % perBlock;
  const blockColumn = number % columns;
  const blockRow = Math.floor(number / columns);
  return {
    x: blockColumn * (block.across * step.x + blockGap) + (inside % block.across) * step.x,
    y: blockRow * (block.down * step.y + blockGap) + Math.floor(inside / block.across) * step.y,
  };
};

/** So many nodes, about as wide as high, with an edge to the right and, from every third one, an edge down. */
export function benchScene(count: number): Scene {
  const perBlock = block.across * block.down;
  const blocks = Math.ceil(count / perBlock);
  const columns = Math.max(1, Math.round(Math.sqrt(blocks * 0.7)));
  const nodes = Array.from({ length: count }, (_, index): SceneNode => {
    const { x, y } = at(index, columns);
    return {
      ...box,
      x,
      y,
      id: `n${index}`,
      kind: 'service',
      state: 'plain',
      icon: `icon ${index % 24}`,
      iconBox: { x: x + 10, y: y + 14, width: 32, height: 32 },
      texts: [{ text: `Service ${index}`, x: x + 52, y: y + 35, style: 'node', anchor: 'start', width: 70 }],
      rows: [],
      badges: [],
      description: `Service ${index}`,
    };
  });
  const edges: SceneEdge[] = [];
  const join = (from: number, to: number) => {
    const start = nodes[from];
    const end = nodes[to];
    if (!start || !end) return;
    const level = start.y === end.y;
    const points = level
      ? [
          { x: start.x + start.width, y: start.y + 30 },
          { x: end.x, y: end.y + 30 },
        ]
      : [
          { x: start.x + 84, y: start.y + 60 },
          { x: start.x + 84, y: (start.y + 60 + end.y) / 2 },
          { x: end.x + 84, y: (start.y + 60 + end.y) / 2 },
          { x: end.x + 84, y: end.y },
        ];
    edges.push({ id: `e${from}-${to}`, from: start.id, to: end.id, style: 'flow', state: 'plain', points });
  };
  for (let index = 0; index < count; index += 1) {
    if (index % block.across < block.across - 1) join(index, index + 1);
    if (index % 3 === 0 && index % perBlock < perBlock - block.across) join(index, index + block.across);
  }
  const groups = Array.from({ length: blocks }, (_, index): SceneGroup => {
    const { x, y } = at(index * perBlock, columns);
    return {
      id: `g${index}`,
      depth: 0,
      outlined: true,
      x: x - 20,
      y: y - 36,
      width: block.across * step.x - 52 + 40,
      height: block.down * step.y - 50 + 56,
      texts: [{ text: `Boundary ${index}`, x: x - 8, y: y - 16, style: 'group', anchor: 'start', width: 80 }],
    };
  });
  const last = groups.reduce(
    (size, group) => ({
      width: Math.max(size.width, group.x + group.width),
      height: Math.max(size.height, group.y + group.height),
    }),
    { width: 0, height: 0 },
  );
  return { ...last, theme: 'light', title: '', texts: [], groups, edges, nodes, legend: [] };
}

/** How many nodes the page was asked for. */
export const askedFor = (): number => Number(new URLSearchParams(location.search).get('nodes') ?? 200);

/** Says when the picture was there: two frames after it was given to the page. */
export function ready(began: number): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      document.body.dataset.ready = String(performance.now() - began);
    }),
  );
}

/** Tells the bench where in the window the middle of a node is. */
export function placesBy(find: (index: number) => { readonly x: number; readonly y: number } | undefined): void {
  Object.assign(globalThis, { placeOfNode: find });
}
