/** A diagram as records by id: what the user owns and edits. It knows no pixels but the hand positions. */
import type { Point } from '../base/geometry.ts';

export interface DiagramNode {
  readonly id: string;
  readonly kind: 'service' | 'actor' | 'data';
  readonly label: string;
  /** Second line, such as what it does here. */
  readonly detail?: string;
  /** The catalogue entry that it stands for. */
  readonly entry?: string;
  readonly group?: string;
  /** Why it is there: `stage` does what was asked, `supporting` stands beside. */
  readonly role?: 'stage' | 'supporting';
  /** Where the user put it by hand, in px; absent: the layout decides. */
  readonly position?: Point;
}

export interface DiagramGroup {
  readonly id: string;
  readonly label: string;
  readonly parent?: string;
}

export interface DiagramEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  readonly style: 'flow' | 'support' | 'relation';
}

export interface Diagram {
  readonly title: string;
  readonly nodes: readonly DiagramNode[];
  readonly groups: readonly DiagramGroup[];
  readonly edges: readonly DiagramEdge[];
}
