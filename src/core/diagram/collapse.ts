/** What is seen of a diagram: a collapsed group is one box, its content hidden and the edges of the content led to it. */
import type { Point } from '../base/geometry.ts';
import { counted } from '../base/words.ts';
import type { Diagram, DiagramEdge, DiagramGroup, DiagramNode } from './diagram.ts';

/** The diagram as it is shown. The same object where nothing is collapsed. */
export function shownDiagram(diagram: Diagram): Diagram {
  if (!diagram.groups.some(({ collapsed }) => collapsed === true)) return diagram;
  const groups = new Map(diagram.groups.map((group) => [group.id, group]));
  /** The outermost collapsed group that holds a thing, if any. */
  const boxOf = (id: string | undefined): DiagramGroup | undefined => {
    let box: DiagramGroup | undefined;
    let steps = 0;
    for (let at = groups.get(id ?? ''); at && steps <= groups.size; at = groups.get(at.parent ?? '')) {
      if (at.collapsed === true) box = at;
      steps += 1;
    }
    return box;
  };
  const boxes = new Map<string, DiagramNode[]>();
  for (const { id } of diagram.groups) {
    const box = boxOf(id);
    if (box?.id === id) boxes.set(id, []);
  }
  for (const node of diagram.nodes) {
    const box = boxOf(node.group);
    if (box) boxes.get(box.id)?.push(node);
  }
  const hidden = new Map(
    diagram.nodes.flatMap(({ id, group }) => {
      const box = boxOf(group);
      return box ? [[id, box.id] as const] : [];
    }),
  );
  const seen = (id: string): string => hidden.get(id) ?? boxOf(id)?.id ?? id;
  return {
    title: diagram.title,
    nodes: [
      ...diagram.nodes.filter(({ id }) => !hidden.has(id)),
      ...diagram.groups.filter(({ id }) => boxes.has(id)).map((group) => asBox(group, boxes.get(group.id) ?? [])),
    ],
    groups: diagram.groups.filter(({ id }) => boxOf(id) === undefined),
    edges: withoutDoubles(
      diagram.edges
        .map((edge) => ({ ...edge, from: seen(edge.from), to: seen(edge.to) }))
        .filter(({ from, to }) => from !== to),
    ),
  };
}

/**
 * Where the box of a collapsed group stands: at the corner of what it hides, so that the picture around it stays as it is and lines
 * meet it where they met its content. `hidden` are the nodes within it, however deep. Undefined where nothing has a place.
 */
export function cornerOfBox({ position }: DiagramGroup, hidden: readonly DiagramNode[]): Point | undefined {
  const places = hidden.flatMap((node) => node.position ?? []);
  if (places.length === 0) return position;
  return { x: Math.min(...places.map(({ x }) => x)), y: Math.min(...places.map(({ y }) => y)) };
}

function asBox(group: DiagramGroup, hidden: readonly DiagramNode[]): DiagramNode {
  const { id, label, parent, tone, order } = group;
  const position = cornerOfBox(group, hidden);
  return {
    id,
    kind: 'service',
    label,
    detail: `${counted(hidden.length, 'part')} inside`,
    ...(parent === undefined ? {} : { group: parent }),
    ...(position === undefined ? {} : { position }),
    ...(tone === undefined ? {} : { tone }),
    ...(order === undefined ? {} : { order }),
  };
}

/** Of edges that now run between the same two ends in the same way, the first. */
function withoutDoubles(edges: readonly DiagramEdge[]): readonly DiagramEdge[] {
  const known = new Set<string>();
  return edges.filter(({ from, to, style }) => {
    const key = `${from} ${to} ${style}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
