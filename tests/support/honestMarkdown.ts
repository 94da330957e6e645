import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect } from 'vitest';

/** A node and all that is below it, as it is read. */
export const nodesBelow = (node: Nodes): Nodes[] => [
  node,
  ...('children' in node ? (node as Parents).children.flatMap((child) => nodesBelow(child)) : []),
];

/** The text of a node, without its marks. */
export const textOf = (node: Nodes): string =>
  nodesBelow(node)
    .map((each) => ('value' in each ? each.value : ''))
    .join('');

const foreign = new Set([
  'html',
  'image',
  'imageReference',
  'inlineCode',
  'code',
  'delete',
  'table',
  'emphasis',
  'footnoteReference',
  'footnoteDefinition',
]);

/** Reads a record as GitHub does: nothing of the hostile host but as text, nothing that our own records never hold. Gives the headings. */
export function honestMarkdown(markdown: string): readonly string[] {
  const tree = fromMarkdown(markdown.replace(/^---\n.*?\n---\n/s, ''), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const nodes = nodesBelow(tree);
  for (const node of nodes) {
    if (foreign.has(node.type)) expect.fail(`a ${node.type}: ${JSON.stringify(node).slice(0, 200)}`);
    if (node.type === 'definition') expect(node.url).toMatch(/^https:\/\/(?!hostile)/);
    // Some readers make a link of every address that they see: one that leads where it says.
    if (node.type === 'link') {
      const says = textOf(node);
      const leads = /^(https?|mailto|xmpp):/i.test(node.url) && node.url.endsWith(says.replace(/^\w+:/, ''));
      // A file beside the record: nothing in its name is more than a name.
      const beside = /^[^/:?#]*$/.test(node.url);
      if (!leads && !beside && node.url.includes('hostile')) expect.fail(`a link "${says}" to ${node.url}`);
      expect(node.url).not.toMatch(/^(javascript|data|vbscript|file):/i);
    }
  }
  return nodes.flatMap((node) => (node.type === 'heading' ? [`${'#'.repeat(node.depth)} ${textOf(node)}`] : []));
}
