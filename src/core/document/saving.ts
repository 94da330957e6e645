/** The file `*.lodestack.json`: what it is called, how large it may be, and in which ways opening one can fail. */
import type { SketchDocument } from './document.ts';

/** The number of the form that this program writes. Older ones are brought up to it; newer ones are refused. */
export const formatVersion = 3;

/** What the envelope calls itself. */
export const fileFormat = 'lodestack';

/** The ending of documents, without its first dot. */
export const fileEnding = 'lodestack.json';

/** The most that a file may hold; an edit is refused before it passes these. */
export const limits = {
  /** Characters of the file. */
  characters: 20_000_000,
  /** Brackets within brackets. The form needs eight. */
  depth: 32,
  /** Nodes, groups and edges of all pages together. */
  nodes: 50_000,
  groups: 10_000,
  edges: 50_000,
  pages: 500,
  /** Characters of all images of the user's own together: a file of them has to open again. */
  images: 10_000_000,
} as const;

/** Why a text must not be saved, where it would not open again; undefined where it may be. Ask before every save. */
export const tooLargeToSave = (text: string): string | undefined =>
  text.length > limits.characters
    ? `The document has grown past ${limits.characters / 1_000_000} MB and would not open again. Remove images or long texts, or move pages to another document`
    : undefined;

/** A document that was opened. */
export interface Opened {
  readonly document: SketchDocument;
  /** The form that it was written in, where that was an older one: saving it writes the present one. */
  readonly from?: number;
}

/** What could be read of a damaged file, and what was lost, in sentences (at most 50) and in number. */
export interface Salvaged {
  readonly document: SketchDocument;
  readonly lost: readonly string[];
  readonly lostCount: number;
}

/** The whole list of ways in which opening a file fails. `message` names what, where, and what can be done. */
export type OpeningFailure =
  /** No JSON, and nothing in it that looks like a file of ours. */
  | { readonly kind: 'not-json'; readonly message: string }
  /** JSON of something else. */
  | { readonly kind: 'not-ours'; readonly message: string }
  /** Written by a newer Lodestack. It must not be overwritten. */
  | { readonly kind: 'too-new'; readonly message: string; readonly version: number; readonly app?: string }
  /** More than the limits allow, in length, depth or number. */
  | { readonly kind: 'too-large'; readonly message: string }
  /** Ours, but not whole; `salvaged` where something could be saved: it opens as an unsaved copy. */
  | { readonly kind: 'damaged'; readonly message: string; readonly salvaged?: Salvaged };
