/** What parts of a sketch are called where one is selected. */
import type { EdgeStyle, GroupKind, NodeKind } from '../../../core/diagram/diagram.ts';
import type { Page, Part } from '../../../core/diagram/page.ts';
import { countedParts } from '../countedParts.ts';

/** Lines by what they are for. */
export const styleNames: Readonly<Record<EdgeStyle, string>> = {
  flow: 'Flow',
  support: 'Support',
  relation: 'Relation',
};

/** Boundaries by what they stand for. */
export const groupNames: Readonly<Record<GroupKind, string>> = {
  cloud: 'Cloud',
  account: 'Account',
  region: 'Region',
  zone: 'Availability Zone',
  vpc: 'VPC',
  subnet: 'Private subnet',
  'public-subnet': 'Public subnet',
  'scaling-group': 'Auto Scaling group',
  'on-premises': 'On-premises',
  layer: 'Layer of the stack',
  custom: 'Boundary',
};

const kindNames: Readonly<Record<NodeKind, string>> = {
  service: 'Service',
  actor: 'Person or application',
  data: 'Data',
  queue: 'Queue',
  note: 'Note',
  text: 'Text',
  image: 'Picture',
};

const nameOf = (page: Page, id: string): string => page.nodes[id]?.label ?? page.groups[id]?.label ?? id;

/** What is selected, as a heading: what it is where it is one, how many of what where they are more. */
export function titleOf(page: Page, parts: readonly Part[]): string {
  const [only, ...more] = parts;
  if (!only || more.length > 0) return countedParts(parts);
  switch (only.type) {
    case 'node':
      return kindNames[only.record.kind];
    case 'group':
      return groupNames[only.record.kind];
    case 'edge': {
      const { style, from, to } = only.record;
      return `${styleNames[style]} from ${nameOf(page, from)} to ${nameOf(page, to)}`;
    }
  }
}
