/** Everything that can be done to a page, as plain data, and every way in which it can be refused. */
import type { Point, Rectangle } from '../base/geometry.ts';
import type { Alignment, Axis } from './align.ts';
import type { Clip } from './clipboard.ts';
import type {
  Comment,
  DiagramEdge,
  DiagramGroup,
  DiagramNode,
  EdgeDirection,
  EdgeStyle,
  GroupKind,
  NodeKind,
  Tone,
} from './diagram.ts';
import type { Page } from './page.ts';

/** A record to add: without an id it gets a new one. Edges may name the ids given to nodes in the same command. */
export type NewNode = Omit<DiagramNode, 'id' | 'byHand'> & { readonly id?: string };
/** A group to be added; its id is made where none is given. */
export type NewGroup = Omit<DiagramGroup, 'id' | 'byHand'> & { readonly id?: string };
/** An edge to be added; its id is made where none is given. */
export type NewEdge = Omit<DiagramEdge, 'id' | 'byHand'> & { readonly id?: string };

/** Where things stand as drawn. Sizes come from measured text, so whoever draws hands them in. */
export type Boxes = Readonly<Record<string, Rectangle>>;

/** Fields to set; `null` takes a field away. Each must be one that all of the named things have (`fieldsOf`). */
export interface Fields {
  readonly label?: string | null;
  readonly detail?: string | null;
  readonly kind?: NodeKind | GroupKind;
  readonly entry?: string | null;
  readonly data?: string | null;
  readonly role?: 'stage' | 'supporting' | null;
  readonly covers?: readonly string[] | null;
  readonly why?: string | null;
  readonly image?: string | null;
  readonly tone?: Tone | null;
  readonly pinned?: boolean | null;
  readonly locked?: boolean | null;
  readonly collapsed?: boolean | null;
  readonly style?: EdgeStyle;
  readonly direction?: EdgeDirection | null;
  readonly comments?: readonly Comment[] | null;
}

/** One edit of one page. `ids` may name nodes, groups and edges alike unless said otherwise. */
export type PageCommand =
  /** Adds records. A node may name a group that exists or is added with it. New things lie on top. */
  | {
      readonly type: 'add';
      readonly nodes?: readonly NewNode[];
      readonly groups?: readonly NewGroup[];
      readonly edges?: readonly NewEdge[];
    }
  /** Removes, with every edge that would dangle. Of a group the content goes too, unless `content` is `keep`. */
  | { readonly type: 'remove'; readonly ids: readonly string[]; readonly content?: 'remove' | 'keep' }
  /** Renames, restyles, relabels, locks, collapses, comments, replaces a service: sets fields of everything named. */
  | { readonly type: 'set'; readonly ids: readonly string[]; readonly fields: Fields }
  /** Moves nodes and groups; a group takes its content along. `boxes`: where that stands which was never placed. */
  | { readonly type: 'move'; readonly ids: readonly string[]; readonly by: Point; readonly boxes?: Boxes }
  /** Gives one node or group a new box; its content stays where it is. */
  | { readonly type: 'resize'; readonly id: string; readonly box: Rectangle }
  /** Puts nodes and groups at places, as one step: what a layout found. A node with a width and height keeps them only if it
   * has a size of its own already; a group takes the whole box. What is locked is left where it is. */
  | { readonly type: 'place'; readonly places: Readonly<Record<string, Point | Rectangle>> }
  /** Lets groups grow until they hold their content (`grow`), or fit it closely (`fit`); inner ones first. */
  | {
      readonly type: 'fit';
      readonly ids: readonly string[];
      readonly boxes: Boxes;
      readonly how: 'grow' | 'fit';
    }
  /** Leads the ends of an edge elsewhere. */
  | { readonly type: 'reconnect'; readonly id: string; readonly from?: string; readonly to?: string }
  /** Puts nodes and groups into a group, or (`null`) out of every group. Nothing moves. */
  | { readonly type: 'nest'; readonly ids: readonly string[]; readonly into: string | null }
  /** On top of all, below all, or past the next one. */
  | { readonly type: 'order'; readonly ids: readonly string[]; readonly to: 'front' | 'back' | 'forward' | 'backward' }
  | { readonly type: 'align'; readonly ids: readonly string[]; readonly boxes: Boxes; readonly way: Alignment }
  | { readonly type: 'distribute'; readonly ids: readonly string[]; readonly boxes: Boxes; readonly axis: Axis }
  /** Copies of the named things and the edges between them, beside the originals and in the same groups. */
  | { readonly type: 'duplicate'; readonly ids: readonly string[]; readonly by: Point }
  /** What was copied, as new things, moved by `by`; into a group, if one is named. */
  | { readonly type: 'paste'; readonly clip: Clip; readonly by: Point; readonly into?: string }
  /** Updates the draft: see `mergeDraft`. */
  | { readonly type: 'merge-draft'; readonly fresh: Page };

/** Why a command was refused. Nothing was changed. `message` names the thing and says what can be done. */
export interface CommandFailure {
  readonly kind: /** It names something that is not there. */
    | 'unknown'
    /** The id is taken, or can't be one. */
    | 'bad-id'
    /** A number is not finite, or out of bounds; a text is too long; a value is none that is known. */
    | 'bad-value'
    /** The thing has no such field, or can't be an end, or can't hold anything. */
    | 'not-applicable'
    /** The thing is locked. */
    | 'locked'
    /** A group would stand in itself, or an edge lead back to its own start. */
    | 'cycle'
    /** The page or the document would hold more than it may. */
    | 'too-many'
    /** It would change nothing: nothing was named, or all is as asked already. */
    | 'nothing';
  readonly message: string;
  /** The thing that stood in the way. */
  readonly id?: string;
}
