/** Copy and paste as text, so that it works between windows, in mails and in bug reports. */
import { failure, type Result } from '../base/result.ts';
import type { DiagramEdge, DiagramGroup, DiagramNode } from './diagram.ts';
import type { Page } from './page.ts';

/** Media type of copied parts, for clipboards that know types; the text says itself what it is as well. */
export const clipMediaType = 'application/vnd.lodestack.clip+json';

/** Parts of a page that were copied: sound by itself, with its own ids. */
export interface Clip {
  readonly nodes: readonly DiagramNode[];
  readonly groups: readonly DiagramGroup[];
  readonly edges: readonly DiagramEdge[];
}

/** Why a text can't be pasted as parts of a page. The window may still paste a foreign text as a text node. */
export interface ClipFailure {
  readonly kind: 'foreign' | 'damaged' | 'too-large' | 'too-new';
  readonly message: string;
}

/** The named things with what is in them, and the edges between them, as a text. Nothing named gives a clip of nothing. */
export function copySelection(_page: Page, _ids: Iterable<string>): string {
  return '';
}

/** Reads a text that `copySelection` made, here or elsewhere; checks it as strictly as a file. */
export function readClip(_text: string): Result<Clip, ClipFailure> {
  return failure({ kind: 'foreign', message: 'Not built yet' });
}
