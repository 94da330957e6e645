/** How each kind of boundary is told from the others: its sign from AWS's icon set, and the colour of its border. */
import type { GroupKind, Tone } from '../diagram/diagram.ts';

export interface Boundary {
  /** Key of the sign that stands before the title; absent: none. */
  readonly icon?: string;
  /** Colour of the border, where a hand gave none: the nearest of the designed set to the one that AWS draws it in. */
  readonly tone?: Tone;
}

/** Side of the sign, and its distance from the title, px. */
export const boundarySign = { side: 20, gap: 6 } as const;

export const boundaries: Readonly<Record<GroupKind, Boundary>> = {
  cloud: { icon: 'architecture-group/AWSCloudlogo' },
  account: { icon: 'architecture-group/AWSAccount', tone: 'rose' },
  region: { icon: 'architecture-group/Region', tone: 'blue' },
  zone: { tone: 'blue' },
  vpc: { icon: 'architecture-group/VirtualprivatecloudVPC', tone: 'rose' },
  subnet: { icon: 'architecture-group/Privatesubnet', tone: 'blue' },
  'public-subnet': { icon: 'architecture-group/Publicsubnet', tone: 'green' },
  'scaling-group': { icon: 'architecture-group/AutoScalinggroup', tone: 'amber' },
  'on-premises': { icon: 'architecture-group/Corporatedatacenter' },
  layer: {},
  custom: {},
};

/** Room that the sign of a boundary takes before its title, px. */
export const signRoom = (kind: GroupKind): number =>
  boundaries[kind].icon === undefined ? 0 : boundarySign.side + boundarySign.gap;
