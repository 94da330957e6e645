/** What every document promises, looked at from outside of the code that keeps it. */
import type { SketchDocument } from '../../src/core/document/document.ts';

/** Everything that breaks a promise, in words; nothing where all are kept. Written apart from `faultsOf` on purpose. */
export function brokenPromises(document: SketchDocument): readonly string[] {
  const broken: string[] = [];
  const pages = Object.keys(document.pages);
  if (pages.length === 0) broken.push('no page');
  if ([...document.pageOrder].sort().join('|') !== [...pages].sort().join('|'))
    broken.push('page order is not the pages');
  for (const [id, page] of Object.entries(document.pages)) {
    if (page.id !== id) broken.push(`page ${id} says ${page.id}`);
    const keys = [page.nodes, page.groups, page.edges].flatMap((table) => Object.keys(table));
    if (new Set(keys).size !== keys.length) broken.push(`page ${id} has an id twice`);
    const boxes = new Set([...Object.keys(page.nodes), ...Object.keys(page.groups)]);
    for (const [key, edge] of Object.entries(page.edges)) {
      if (edge.id !== key) broken.push(`edge ${key} says ${edge.id}`);
      if (!boxes.has(edge.from) || !boxes.has(edge.to)) broken.push(`edge ${key} dangles`);
      if (edge.from === edge.to) broken.push(`edge ${key} is a loop`);
    }
    for (const [key, box] of [...Object.entries(page.nodes), ...Object.entries(page.groups)]) {
      if (box.id !== key) broken.push(`${key} says ${box.id}`);
      const { position, size } = box;
      if (position && !(Number.isFinite(position.x) && Number.isFinite(position.y))) broken.push(`${key} is nowhere`);
      if (position && (Object.is(position.x, -0) || Object.is(position.y, -0)))
        broken.push(`${key} is at minus nought`);
      if (size && !(size.width >= 24 && size.height >= 24 && size.width < 1e8 && size.height < 1e8))
        broken.push(`${key} has no size`);
      if (box.order !== undefined && !Number.isFinite(box.order)) broken.push(`${key} has no order`);
    }
    for (const node of Object.values(page.nodes))
      if (node.group !== undefined && !Object.hasOwn(page.groups, node.group)) broken.push(`${node.id} is in no group`);
    for (const group of Object.values(page.groups)) {
      const seen = new Set<string>();
      for (let at: string | undefined = group.id; at !== undefined; at = page.groups[at]?.parent) {
        if (seen.has(at)) {
          broken.push(`${group.id} stands in itself`);
          break;
        }
        seen.add(at);
        if (!Object.hasOwn(page.groups, at)) broken.push(`${group.id} stands in ${at}, which is not there`);
      }
    }
  }
  return broken;
}
