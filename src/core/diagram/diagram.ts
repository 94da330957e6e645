/**
 * What a picture of an architecture is made of: records that the user owns and edits. Every length is in px, every position
 * is the page's own (never relative to a group), and it knows no other pixels than those that were set.
 */
import type { Point, Side, Size } from '../base/geometry.ts';

/**
 * `service` stands for an entry of the catalogue, `data` for data at rest or data itself, `queue` for what hands on in order,
 * `note` is a remark on the picture, `text` plain words on the ground, `image` a picture of one's own.
 */
export const nodeKinds = ['service', 'actor', 'data', 'queue', 'note', 'text', 'image'] as const;
/** One of them. */
export type NodeKind = (typeof nodeKinds)[number];

/** What a group (a boundary) stands for. `zone` is an Availability Zone, `subnet` one that is private. */
export const groupKinds = [
  'cloud',
  'account',
  'region',
  'zone',
  'vpc',
  'subnet',
  'public-subnet',
  'scaling-group',
  'on-premises',
  'layer',
  'custom',
] as const;
/** One of them. */
export type GroupKind = (typeof groupKinds)[number];

/** The whole designed set of colours that a hand may give; the theme says what each looks like. Absent means `plain`. */
export const tones = ['plain', 'blue', 'green', 'amber', 'rose'] as const;
/** One of them. */
export type Tone = (typeof tones)[number];

/** Where the arrowheads are. Absent means `forward`. */
export const edgeDirections = ['forward', 'both', 'none'] as const;
/** One of them. */
export type EdgeDirection = (typeof edgeDirections)[number];

/** `flow` is the way of the data, `support` what stands beside it, `relation` any other tie. */
export const edgeStyles = ['flow', 'support', 'relation'] as const;
/** One of them. */
export type EdgeStyle = (typeof edgeStyles)[number];

/** A remark that somebody left on a part of the picture. */
export interface Comment {
  readonly id: string;
  readonly text: string;
  readonly author?: string;
  /** When, as an ISO 8601 instant: `2026-11-23T09:30:00Z`. */
  readonly at: string;
}

/** What nodes, groups and edges have in common. */
export interface Drawn {
  /** Unique on its page among nodes, groups and edges together. */
  readonly id: string;
  readonly tone?: Tone;
  /**
   * Which lies on top: the higher, within its table. Fractions are fine. Absent counts as 0; equal ones go by id. Read it by
   * `inOrder`, never from the order of a table's keys, which means nothing.
   */
  readonly order?: number;
  /** Can't be moved, changed or removed until it is unlocked; tidying up leaves it where it is. */
  readonly locked?: boolean;
  /** Who made it: a draft of the tool, or (absent) a hand. */
  readonly origin?: 'draft' | 'hand';
  /** Of what a draft made: the fields that a hand has changed since. "Update the draft" leaves these as they are. */
  readonly byHand?: readonly string[];
  readonly comments?: readonly Comment[];
}

/** One thing on the page: a service, an actor, data, a remark, a picture. */
export interface DiagramNode extends Drawn {
  readonly kind: NodeKind;
  /** What it is called; of a note or a text, all that it says. */
  readonly label: string;
  /** Second line, such as what it does here. */
  readonly detail?: string;
  /** The catalogue entry that it stands for. */
  readonly entry?: string;
  /** The catalogue's kind of the data that it is or holds. */
  readonly data?: string;
  /** The group that it stands in. */
  readonly group?: string;
  /** Why it is there: `stage` does what was asked, `supporting` stands beside. */
  readonly role?: 'stage' | 'supporting';
  /** Top left corner, where it was put; absent: the layout decides. */
  readonly position?: Point;
  /** Its size where a hand has set it; absent: as large as its content. */
  readonly size?: Size;
  /** Tidying up leaves it where it is. */
  readonly pinned?: boolean;
  /** Ids of the tasks of the need that it serves. */
  readonly covers?: readonly string[];
  /** One sentence from the decision: why this and not another. */
  readonly why?: string;
  /** Of an `image`: the picture as a `data:image/png`, `jpeg`, `webp` or `svg+xml` address. */
  readonly image?: string;
}

/** A boundary: a titled box that holds nodes and other groups. */
export interface DiagramGroup extends Drawn {
  readonly kind: GroupKind;
  readonly label: string;
  /** The group that it stands in. */
  readonly parent?: string;
  /** Top left corner and size where set; absent: as the layout or its content has it. */
  readonly position?: Point;
  readonly size?: Size;
  readonly pinned?: boolean;
  /** Shown as one small box, its content hidden and the edges of the content led to the box. */
  readonly collapsed?: boolean;
}

/** Where a line was led when it was drawn last, places of the page as `[x, y]`. */
export interface EdgeWay {
  /** From its start to its end, bends included. */
  readonly points: readonly (readonly [number, number])[];
  /** Upper left corner of its words. */
  readonly label?: readonly [number, number];
}

/** A line between two things, which a hand drew or a draft. */
export interface DiagramEdge extends Drawn {
  /** Ids of a node or a group of the same page; never the same one twice. */
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  readonly style: EdgeStyle;
  readonly direction?: EdgeDirection;
  /** The catalogue's kind of the data that flows. */
  readonly data?: string;
  /** The side of `from` at which a hand began to draw it: it leaves there as long as a way does. Absent: where it suits. */
  readonly leaves?: Side;
  /** Written when it is saved, so that what is opened again looks as it was left. One that does not fit its ends is led anew. */
  readonly way?: EdgeWay;
}

/** A picture as lists, in the order in which it is drawn: what a draft gives, and what a layout and a scene read. */
export interface Diagram {
  readonly title: string;
  readonly nodes: readonly DiagramNode[];
  readonly groups: readonly DiagramGroup[];
  readonly edges: readonly DiagramEdge[];
}
