/** A diagram as a person reads it in a terminal: its parts, then its flows. */
import type { Diagram, DiagramEdge } from '../core/diagram/diagram.ts';
import type { Io } from './io.ts';
import { columns, harmless, paintFor } from './paint.ts';

const arrows: Readonly<Record<DiagramEdge['style'], string>> = { flow: '->', support: '..', relation: '--' };

/** The text of a diagram, ending in a line break. */
export const describeDiagram = (diagram: Diagram, io: Pick<Io, 'colours'>): string => {
  const paint = paintFor(io);
  const label = new Map(diagram.nodes.map((node) => [node.id, harmless(node.label)]));
  const nodes = diagram.nodes.map((node) => [
    `  ${harmless(node.label)}`,
    node.role ?? node.kind,
    harmless([node.entry, node.detail].filter((part) => part !== undefined).join(' · ')),
  ]);
  const edges = diagram.edges.map((edge) => [
    `  ${label.get(edge.from) ?? edge.from}`,
    arrows[edge.style],
    label.get(edge.to) ?? edge.to,
    edge.label === undefined ? '' : harmless(edge.label),
  ]);
  return [
    paint.strong(harmless(diagram.title)),
    '',
    paint.strong('Parts'),
    ...columns(nodes).map((row) => row.trimEnd()),
    '',
    paint.strong('Flows'),
    ...columns(edges).map((row) => row.trimEnd()),
    '',
  ].join('\n');
};
