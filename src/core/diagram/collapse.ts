/** What is seen of a diagram: a collapsed group is one box, its content hidden and the edges of the content led to it. */
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
  const boxes = new Map<string, number>();
  for (const { id } of diagram.groups) {
    const box = boxOf(id);
    if (box?.id === id) boxes.set(id, 0);
  }
  for (const { group } of diagram.nodes) {
    const box = boxOf(group);
    if (box) boxes.set(box.id, (boxes.get(box.id) ?? 0) + 1);
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
      ...diagram.groups.filter(({ id }) => boxes.has(id)).map((group) => asBox(group, boxes.get(group.id) ?? 0)),
    ],
    groups: diagram.groups.filter(({ id }) => boxOf(id) === undefined),
    edges: withoutDoubles(
      diagram.edges
        .map((edge) => ({ ...edge, from: seen(edge.from), to: seen(edge.to) }))
        .filter(({ from, to }) => from !== to),
    ),
  };
}

const asBox = ({ id, label, parent, position, tone, order }: DiagramGroup, parts: number): DiagramNode => ({
  id,
  kind: 'service',
  label,
  detail: parts === 1 ? '1 part inside' : `${parts} parts inside`,
  ...(parent === undefined ? {} : { group: parent }),
  ...(position === undefined ? {} : { position }),
  ...(tone === undefined ? {} : { tone }),
  ...(order === undefined ? {} : { order }),
});

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
