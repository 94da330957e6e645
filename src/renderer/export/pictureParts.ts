import { contentOf, findGroup, findNode, type Page } from '../../core/diagram/page.ts';

/**
 * What is to be drawn where a part of a page is wanted: the parts that are named with all that is in them, and both ends of the
 * lines. Undefined where nothing that could be drawn is named.
 */
export function pictureParts(page: Page, ids: Iterable<string>): ReadonlySet<string> | undefined {
  const ends = [...ids].flatMap((id) => {
    const edge = Object.hasOwn(page.edges, id) ? page.edges[id] : undefined;
    return edge ? [edge.from, edge.to] : [id];
  });
  const parts = [...new Set(ends)].filter((id) => findNode(page, id) ?? findGroup(page, id));
  return parts.length > 0 ? new Set([...parts, ...contentOf(page, parts)]) : undefined;
}
