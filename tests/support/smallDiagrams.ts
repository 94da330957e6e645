/** Diagrams that goldens hold fast: a pipeline with what stands beside it, one moved by hand, and the smallest. */
import type { Diagram } from '../../src/core/diagram/diagram.ts';

export const pipelineDiagram: Diagram = {
  title: 'Hear and see',
  nodes: [
    { id: 'calls', kind: 'data', label: 'Recorded calls' },
    {
      id: 'hear',
      kind: 'service',
      label: 'Hear speech',
      detail: 'Speech to text',
      entry: 'hear',
      group: 'ai',
      role: 'stage',
    },
    {
      id: 'watch',
      kind: 'service',
      label: 'Watch <machines> & "lines"',
      detail: 'Find what is odd',
      entry: 'watch',
      group: 'ai',
      role: 'stage',
    },
    { id: 'store', kind: 'service', label: 'Store', entry: 'store', group: 'around', role: 'supporting' },
    { id: 'team', kind: 'actor', label: 'Your team' },
  ],
  groups: [
    { id: 'cloud', kind: 'cloud', label: 'Cloud' },
    { id: 'ai', kind: 'layer', label: 'Ready services', parent: 'cloud' },
    { id: 'around', kind: 'layer', label: 'Around', parent: 'cloud' },
  ],
  edges: [
    { id: 'calls-hear', from: 'calls', to: 'hear', style: 'flow' },
    { id: 'hear-watch', from: 'hear', to: 'watch', label: 'transcript', style: 'flow' },
    { id: 'watch-team', from: 'watch', to: 'team', label: 'findings', style: 'flow' },
    { id: 'store-hear', from: 'store', to: 'hear', label: 'recordings', style: 'support' },
    { id: 'watch-store', from: 'watch', to: 'store', label: 'reports', style: 'support' },
  ],
};

export const movedDiagram: Diagram = {
  ...pipelineDiagram,
  nodes: pipelineDiagram.nodes.map((node) => (node.id === 'store' ? { ...node, position: { x: -120, y: 700 } } : node)),
};

export const loneDiagram: Diagram = {
  title: '',
  nodes: [{ id: 'only', kind: 'service', label: 'One service' }],
  groups: [],
  edges: [],
};
