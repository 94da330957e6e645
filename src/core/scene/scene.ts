/**
 * A positioned, styled, renderer-neutral picture: the SVG writer draws it, and the window's canvas is a projection of it.
 * All lengths are px; every text is already broken into lines and measured, so that every renderer agrees.
 */
import type { Point, Rectangle, Size } from '../base/geometry.ts';
import type { LifecycleStatus } from '../catalog/entry.ts';
import type { Verdict } from '../decision/decision.ts';
import type { EdgeDirection, NodeKind, Tone } from '../diagram/diagram.ts';
import type { BorderColour } from './boundaries.ts';

/** A theme by its name. */
export type ThemeName = 'light' | 'dark';

/** One line of text: `x`, `y` is the start (or middle, or end) of its baseline. */
export interface SceneText extends Point {
  readonly text: string;
  /** Key of the type scale. */
  readonly style: TextStyleName;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Measured advance width. */
  readonly width: number;
  /** Which of the theme's text colours; absent: `ink`. */
  readonly tone?: TextTone;
  /** Of the words around a picture: which they are, so that they can be changed or left out (framed.ts). */
  readonly part?: 'title' | 'subtitle' | 'note';
}

/** What a text's colour means; the theme says which colour that is. */
export type TextTone =
  | 'ink'
  | 'muted'
  | 'dimmed'
  | 'accent'
  | 'support'
  | 'onAccent'
  | 'danger'
  | 'warning'
  | 'neutral';

/** A step of the type scale (typography.ts). */
export type TextStyleName = 'title' | 'heading' | 'group' | 'node' | 'detail' | 'label' | 'badge';

/** How a thing looks for its verdict; `plain` where there is no decision (empty need, drafts). */
export type SceneState = Verdict | 'plain';

/** A small sign on a node: its rank, or a lifecycle to beware of. */
export interface SceneBadge extends Rectangle {
  readonly kind: LifecycleStatus | 'rank';
  readonly text: SceneText;
}

/** A capability's line inside its service's node. */
export interface SceneRow extends Rectangle {
  readonly id: string;
  readonly text: SceneText;
  readonly state: SceneState;
  readonly badge?: SceneBadge;
}

/** A box with all that is drawn in it, in its place. */
export interface SceneNode extends Rectangle {
  readonly id: string;
  /** Catalogue entry; absent for actors and data. */
  readonly entry?: string;
  readonly kind: NodeKind;
  readonly state: SceneState;
  readonly role?: 'stage' | 'supporting';
  /** Key of the icon set, drawn in `iconBox`; empty: none. */
  readonly icon: string;
  readonly iconBox: Rectangle;
  readonly texts: readonly SceneText[];
  readonly rows: readonly SceneRow[];
  readonly badges: readonly SceneBadge[];
  /** False: no card around it, the icon and the texts stand on the ground. */
  readonly framed?: boolean;
  /** The colour that a hand gave it. */
  readonly tone?: Tone;
  /** A picture of the user's own in place of an icon, as a `data:` address, drawn in `iconBox`. */
  readonly image?: string;
  /** What it is called from afar, where there is little room for words. Absent: its words, less what many names begin with. */
  readonly farName?: string;
  /** What a screen reader says of it: name, verdict, lifecycle. */
  readonly description: string;
}

/** A boundary, or a band of the map, in its place. */
export interface SceneGroup extends Rectangle {
  readonly id: string;
  /** 0 for a layer, 1 for a group in it. */
  readonly depth: number;
  readonly texts: readonly SceneText[];
  /** Place of a band among the bands, for its tint; absent: a box without a tint of its own. */
  readonly band?: number;
  /** True: drawn by its border alone, as the groups of a draft are. */
  readonly outlined?: boolean;
  readonly tone?: Tone;
  /** Colour of the border alone, where a hand gave the group no colour. */
  readonly border?: BorderColour;
  /** The sign before its title, and where it stands. */
  readonly icon?: string;
  readonly iconBox?: Rectangle;
  /** Where lines come through the title: its ground, drawn over the lines and below the words. */
  readonly titleGround?: Rectangle;
}

/** A line in its place. */
export interface SceneEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly style: 'flow' | 'support' | 'relation';
  readonly state: SceneState;
  /** True: shown only while one of its ends is pointed at; a picture leaves it out. */
  readonly quiet?: boolean;
  /** Orthogonal polyline from source to target. */
  readonly points: readonly Point[];
  readonly tone?: Tone;
  /** Where its arrowheads are; absent: at the target. */
  readonly heads?: EdgeDirection;
  /** One or two lines of text, and the ground that they stand on. */
  readonly label?: { readonly box: Rectangle; readonly texts: readonly SceneText[] };
}

/** A sample of a look, and what it means. */
export interface SceneLegendItem extends Rectangle {
  readonly state: SceneState | 'flow' | 'support' | 'relation' | LifecycleStatus;
  readonly text: SceneText;
  /** The badge that an item of a lifecycle shows. */
  readonly sample?: SceneBadge;
}

/**
 * All that is drawn, placed, px, top left corner first. Canvas, SVG and PNG paint the same scene and decide nothing
 * themselves.
 */
export interface Scene extends Size {
  /** Top left corner of the picture; absent: 0, 0. Only what was moved by hand can lie left of it or above. */
  readonly origin?: Point;
  readonly theme: ThemeName;
  readonly title: string;
  /** Title, sub-title (the need), and "catalogue as of DATE". */
  readonly texts: readonly SceneText[];
  readonly groups: readonly SceneGroup[];
  readonly edges: readonly SceneEdge[];
  readonly nodes: readonly SceneNode[];
  readonly legend: readonly SceneLegendItem[];
}
