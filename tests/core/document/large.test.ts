import { describe, expect, it } from 'vitest';
import type { DiagramNode } from '../../../src/core/diagram/diagram.ts';
import { countedIds } from '../../../src/core/diagram/ids.ts';
import { tableOf } from '../../../src/core/diagram/page.ts';
import { apply } from '../../../src/core/document/apply.ts';
import { documentOf } from '../../../src/core/document/document.ts';
import { perform, startHistory, undo } from '../../../src/core/document/history.ts';
import { readDocument } from '../../../src/core/document/readDocument.ts';
import { limits } from '../../../src/core/document/saving.ts';
import { writeDocument } from '../../../src/core/document/writeDocument.ts';

const nodes = Array.from(
  { length: limits.nodes },
  (_, place): DiagramNode => ({
    id: `service-${place}`,
    kind: 'service',
    label: `Service ${place}`,
    position: { x: (place % 250) * 200, y: Math.floor(place / 250) * 120 },
  }),
);
const page = { id: 'page-1', title: 'Everything', nodes: tableOf(nodes), groups: {}, edges: {} };
const large = documentOf('large', 'Everything', [page]);
const ids = nodes.map(({ id }) => id);

describe('as many nodes as a document may hold (50,000)', () => {
  it('are written and read, and not one more is taken', () => {
    const text = writeDocument(large, 'test');
    expect(text.length).toBeLessThan(limits.characters);
    const opened = readDocument(text);
    expect(opened.ok && Object.keys(opened.value.document.pages['page-1']?.nodes ?? {}).length).toBe(limits.nodes);
    const add = apply(large, { type: 'add', page: 'page-1', nodes: [{ kind: 'note', label: '' }] }, countedIds());
    expect(add.ok ? 'done' : add.error).toMatchObject({
      kind: 'too-many',
      message: 'A document has at most 50000 nodes',
    });
  });

  it('are all moved, aligned, removed and brought back without a stack overflow', () => {
    const boxes = Object.fromEntries(
      nodes.map(({ id, position }) => [id, { x: 0, y: 0, ...position, width: 100, height: 60 }]),
    );
    let history = startHistory(large);
    for (const command of [
      { type: 'move', page: 'page-1', ids, by: { x: 10, y: 0 } },
      { type: 'align', page: 'page-1', ids, boxes, way: 'left' },
      { type: 'batch', commands: [{ type: 'remove', page: 'page-1', ids }] },
    ] as const) {
      const done = perform(history, command, countedIds());
      if (!done.ok) throw new Error(done.error.message);
      history = done.value.history;
    }
    expect(Object.keys(history.document.pages['page-1']?.nodes ?? {})).toEqual([]);
    history = undo(undo(undo(history)));
    expect(history.document.pages['page-1']?.nodes['service-7']).toBe(nodes[7]);
  });
});
