/** Copy and paste as text, so that it works between windows, in mails and in bug reports. */
import { z } from 'zod';
import { failure, type Result, success } from '../base/result.ts';
import { parseJson } from '../base/safeJson.ts';
import type { DiagramEdge, DiagramGroup, DiagramNode, Drawn } from './diagram.ts';
import { contentOf, inOrder, type Page, tableOf } from './page.ts';
import { edgeSchema, firstIssue, groupSchema, nodeSchema } from './shapes.ts';
import { faultsOf } from './soundness.ts';

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

const marker = 'lodestack-clip';
const clipVersion = 1;
const clipLimits = { characters: 20_000_000, depth: 16 };

/** A copy is the hand's own: it does not remember a draft, remarks, or a lock. */
const asCopy = <Value extends Drawn>({ origin, byHand, comments, locked, ...record }: Value): Value => record as Value;

/**
 * The named things with all that is in them, and the edges between them, in drawing order. Groups that were not copied along
 * are forgotten, or (`where-it-stood`) kept by name.
 */
export function clipOf(page: Page, ids: Iterable<string>, groups: 'forgotten' | 'where-it-stood'): Clip {
  const named = new Set(ids);
  const copied = new Set([...named, ...contentOf(page, named)]);
  const stays = (group: string | undefined): boolean =>
    group !== undefined && (groups === 'where-it-stood' || copied.has(group));
  return {
    nodes: inOrder(page.nodes)
      .filter(({ id }) => copied.has(id))
      .map(({ group, ...node }) => asCopy({ ...node, ...(stays(group) && group !== undefined && { group }) })),
    groups: inOrder(page.groups)
      .filter(({ id }) => copied.has(id))
      .map(({ parent, ...group }) => asCopy({ ...group, ...(stays(parent) && parent !== undefined && { parent }) })),
    edges: inOrder(page.edges)
      .filter(({ from, to }) => copied.has(from) && copied.has(to))
      .map(asCopy),
  };
}

/** The named things with what is in them, and the edges between them, as a text; edges lead where the page says. */
export function copySelection(page: Page, ids: Iterable<string>): string {
  const clip = clipOf(page, ids, 'forgotten');
  return `${JSON.stringify({ format: marker, version: clipVersion, ...clip }, null, 1)}\n`;
}

const headSchema = z.looseObject({ format: z.literal(marker), version: z.number().int() });

const clipSchema = z.strictObject({
  format: z.literal(marker),
  version: z.literal(clipVersion),
  nodes: z.array(nodeSchema),
  groups: z.array(groupSchema),
  edges: z.array(edgeSchema),
});

const foreign = { kind: 'foreign', message: 'The clipboard holds nothing that was copied in Lodestack' } as const;

/** Reads a text that `copySelection` made, here or elsewhere; checks it as strictly as a file. */
export function readClip(text: string): Result<Clip, ClipFailure> {
  if (!text.slice(0, 200).includes(marker)) return failure(foreign);
  const json = parseJson(text, clipLimits);
  if (!json.ok) {
    if (json.error === 'not-json')
      return failure({ kind: 'damaged', message: 'What was copied is not whole; copy it again' });
    return failure({ kind: 'too-large', message: 'What was copied is too large to be pasted; copy fewer things' });
  }
  const head = headSchema.safeParse(json.value);
  if (!head.success) return failure(foreign);
  if (head.data.version > clipVersion)
    return failure({ kind: 'too-new', message: 'It was copied in a newer Lodestack; update this one to paste it' });
  const clip = clipSchema.safeParse(json.value);
  if (!clip.success)
    return failure({ kind: 'damaged', message: `What was copied can't be read: ${firstIssue(clip.error)}` });
  const { nodes, groups, edges } = clip.data;
  const page = { id: 'clip', title: '', nodes: tableOf(nodes), groups: tableOf(groups), edges: tableOf(edges) };
  const ids = new Set([...nodes, ...groups, ...edges].map(({ id }) => id));
  const [fault] = faultsOf(page);
  if (fault) return failure({ kind: 'damaged', message: `What was copied can't be read: ${fault.text}` });
  if (ids.size < nodes.length + groups.length + edges.length)
    return failure({ kind: 'damaged', message: "What was copied can't be read: an id is there twice" });
  return success({ nodes, groups, edges });
}
