import { failure, type Result, success } from '../base/result.ts';
import type { LayoutFailure, LayoutGraph, LayoutGroup } from './layout.ts';

/** The graph as it came, or what makes it impossible to lay out: the first thing found, named. */
export function checkGraph(graph: LayoutGraph): Result<LayoutGraph, LayoutFailure> {
  const problem = repeatedId(graph) ?? unknownReference(graph) ?? circularGroup(graph.groups) ?? badSize(graph);
  return problem === undefined ? success(graph) : failure({ kind: 'invalid-graph', message: problem });
}

function repeatedId({ nodes, groups, edges }: LayoutGraph): string | undefined {
  const boxes = new Set<string>();
  for (const { id } of [...nodes, ...groups]) {
    if (boxes.has(id)) return `Two nodes or groups have the id "${id}"; give each its own`;
    boxes.add(id);
  }
  const seen = new Set<string>();
  for (const { id } of edges) {
    if (seen.has(id)) return `Two edges have the id "${id}"; give each its own`;
    seen.add(id);
  }
  return undefined;
}

function unknownReference({ nodes, groups, edges }: LayoutGraph): string | undefined {
  const nodeIds = new Set(nodes.map(({ id }) => id));
  const groupIds = new Set(groups.map(({ id }) => id));
  for (const { id, group } of nodes) {
    if (group !== undefined && !groupIds.has(group))
      return `Node "${id}" stands in group "${group}", which does not exist`;
  }
  for (const { id, parent } of groups) {
    if (parent !== undefined && !groupIds.has(parent))
      return `Group "${id}" lies in group "${parent}", which does not exist`;
  }
  for (const { id, from, to } of edges) {
    const missing = [from, to].find((end) => !nodeIds.has(end));
    if (missing !== undefined) return `Edge "${id}" ends at node "${missing}", which does not exist`;
  }
  return undefined;
}

function circularGroup(groups: readonly LayoutGroup[]): string | undefined {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const settled = new Set<string>();
  for (const { id } of groups) {
    const path = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !settled.has(at)) {
      if (path.has(at)) return `Group "${at}" lies inside itself`;
      path.add(at);
      at = parents.get(at);
    }
    for (const each of path) settled.add(each);
  }
  return undefined;
}

function badSize({ nodes, groups, edges }: LayoutGraph): string | undefined {
  const sizes = [
    ...nodes.map(({ id, width, height }) => ({ what: `Node "${id}"`, numbers: [width, height] })),
    ...groups.map(({ id, padding, minimum }) => ({
      what: `Group "${id}"`,
      numbers: [padding.top, padding.right, padding.bottom, padding.left, minimum.width, minimum.height],
    })),
    ...edges.flatMap(({ id, label }) =>
      label === undefined ? [] : [{ what: `The label of edge "${id}"`, numbers: [label.width, label.height] }],
    ),
  ];
  const bad = sizes.find(({ numbers }) => numbers.some((value) => !Number.isFinite(value) || value < 0));
  return bad === undefined ? undefined : `${bad.what} has a size that is no number of pixels`;
}
