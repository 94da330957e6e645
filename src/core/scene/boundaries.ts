/** How each kind of boundary is told from the others: its sign from AWS's icon set, and the colour of its border. */
import type { GroupKind } from '../diagram/diagram.ts';

/** Colours of borders: the nearest of the theme to those in which AWS draws its groups. */
export type BorderColour = 'blue' | 'green' | 'amber' | 'rose' | 'violet' | 'teal';

/** What tells boundaries of a kind from the others. */
export interface Boundary {
  /** Key of the sign that stands before the title; absent: none. */
  readonly icon?: string;
  /** Colour of the border, where a hand gave none. */
  readonly border?: BorderColour;
}

/** Side of the sign, and its distance from the title, px. */
export const boundarySign = { side: 20, gap: 6 } as const;

/** By kind of boundary. */
export const boundaries: Readonly<Record<GroupKind, Boundary>> = {
  cloud: { icon: 'architecture-group/AWSCloudlogo' },
  account: { icon: 'architecture-group/AWSAccount', border: 'rose' },
  region: { icon: 'architecture-group/Region', border: 'teal' },
  zone: { border: 'blue' },
  vpc: { icon: 'architecture-group/VirtualprivatecloudVPC', border: 'violet' },
  subnet: { icon: 'architecture-group/Privatesubnet', border: 'teal' },
  'public-subnet': { icon: 'architecture-group/Publicsubnet', border: 'green' },
  'scaling-group': { icon: 'architecture-group/AutoScalinggroup', border: 'amber' },
  'on-premises': { icon: 'architecture-group/Corporatedatacenter' },
  layer: {},
  custom: {},
};

/** Room that the sign of a boundary takes before its title, px. */
export const signRoom = (kind: GroupKind): number =>
  boundaries[kind].icon === undefined ? 0 : boundarySign.side + boundarySign.gap;
