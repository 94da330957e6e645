import { describe, expect, it } from 'vitest';
import { applyToPage } from '../../../src/core/diagram/applyToPage.ts';
import type { PageCommand } from '../../../src/core/diagram/command.ts';
import { countedIds, isId } from '../../../src/core/diagram/ids.ts';
import { inOrder, type Page, pageOfDraft } from '../../../src/core/diagram/page.ts';
import { pipelineDiagram } from '../../support/smallDiagrams.ts';

const page = pageOfDraft('page-1', pipelineDiagram);

const done = (from: Page, command: PageCommand) => {
  const outcome = applyToPage(from, command, countedIds());
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
};
const edited = (from: Page, ...commands: readonly PageCommand[]): Page =>
  commands.reduce((now, command) => done(now, command).page, from);
const refusal = (from: Page, command: PageCommand) => {
  const outcome = applyToPage(from, command, countedIds());
  if (outcome.ok) throw new Error('It was done');
  return outcome.error;
};
const placed = edited(page, {
  type: 'place',
  places: {
    calls: { x: 0, y: 0 },
    hear: { x: 100, y: 100 },
    watch: { x: 300, y: 120 },
    store: { x: 100, y: 300 },
    team: { x: 600, y: 0 },
    ai: { x: 80, y: 60, width: 400, height: 200 },
  },
});
const boxes = Object.fromEntries(
  Object.values(placed.nodes).map(({ id, position }) => [id, { x: 0, y: 0, ...position, width: 100, height: 50 }]),
);

describe('adding', () => {
  it('gives new ids, lies on top and says what was made', () => {
    const { page: next, made } = done(page, {
      type: 'add',
      nodes: [{ kind: 'note', label: 'Why?' }],
      edges: [{ from: 'hear', to: 'store', style: 'relation' }],
    });
    expect(made).toEqual(['node-1', 'edge-2']);
    expect(inOrder(next.nodes).at(-1)).toEqual({ id: 'node-1', kind: 'note', label: 'Why?', order: 5 });
  });

  it('may join what is added by the ids that it is given', () => {
    const { nodes, edges } = done(page, {
      type: 'add',
      groups: [{ id: 'vpc', kind: 'vpc', label: 'Network', parent: 'cloud' }],
      nodes: [{ id: 'queue', kind: 'queue', label: 'Jobs', group: 'vpc', position: { x: 1 / 3, y: -0 } }],
      edges: [{ from: 'queue', to: 'vpc', style: 'flow' }],
    }).page;
    expect(nodes.queue).toMatchObject({ group: 'vpc', position: { x: 0.33, y: 0 } });
    expect(Object.is(nodes.queue?.position?.y, 0)).toBe(true);
    expect(edges['edge-1']).toMatchObject({ from: 'queue', to: 'vpc' });
  });

  it.each<[string, PageCommand, string]>([
    ['a taken id', { type: 'add', nodes: [{ id: 'hear', kind: 'note', label: '' }] }, 'bad-id'],
    ['an id of an edge', { type: 'add', nodes: [{ id: 'hear-watch', kind: 'note', label: '' }] }, 'bad-id'],
    [
      'an id twice',
      { type: 'add', nodes: [{ id: 'a', kind: 'note', label: '' }], groups: [{ id: 'a', kind: 'vpc', label: '' }] },
      'bad-id',
    ],
    ['no id', { type: 'add', nodes: [{ id: '__proto__', kind: 'note', label: '' }] }, 'bad-id'],
    ['an end that is not there', { type: 'add', edges: [{ from: 'hear', to: 'gone', style: 'flow' }] }, 'unknown'],
    ['an edge as an end', { type: 'add', edges: [{ from: 'hear', to: 'hear-watch', style: 'flow' }] }, 'unknown'],
    ['a loop', { type: 'add', edges: [{ from: 'hear', to: 'hear', style: 'flow' }] }, 'cycle'],
    ['a group that is not there', { type: 'add', nodes: [{ kind: 'note', label: '', group: 'gone' }] }, 'unknown'],
    [
      'a place that is no number',
      { type: 'add', nodes: [{ kind: 'note', label: '', position: { x: Number.NaN, y: 0 } }] },
      'bad-value',
    ],
    [
      'a size too small to grasp',
      { type: 'add', nodes: [{ kind: 'note', label: '', size: { width: 3, height: 90 } }] },
      'bad-value',
    ],
    [
      'an image from elsewhere',
      { type: 'add', nodes: [{ kind: 'image', label: '', image: 'https://example.com/a.png' }] },
      'bad-value',
    ],
    ['nothing', { type: 'add' }, 'nothing'],
  ])('refuses %s', (_, command, kind) => {
    expect(refusal(page, command).kind).toBe(kind);
  });
});

describe('removing', () => {
  it('takes the edges along that would dangle, and remembers what a draft had made', () => {
    const next = edited(page, { type: 'remove', ids: ['hear'] });
    expect(Object.keys(next.edges).sort()).toEqual(['watch-store', 'watch-team']);
    expect(next.dismissed).toEqual(['calls-hear', 'hear', 'hear-watch', 'store-hear']);
  });

  it('takes the content of a group along, or leaves it in the group outside', () => {
    expect(Object.keys(edited(page, { type: 'remove', ids: ['cloud'] }).nodes)).toEqual(['calls', 'team']);
    const kept = edited(page, { type: 'remove', ids: ['ai'], content: 'keep' });
    expect(kept.nodes.hear?.group).toBe('cloud');
    expect(Object.keys(kept.edges)).toHaveLength(5);
    const bare = edited(page, { type: 'remove', ids: ['cloud', 'ai'], content: 'keep' });
    expect(bare.nodes.hear).not.toHaveProperty('group');
    expect(bare.groups.around).not.toHaveProperty('parent');
  });

  it('spares what is locked and says so', () => {
    const locked = edited(page, { type: 'set', ids: ['watch'], fields: { locked: true } });
    expect(refusal(locked, { type: 'remove', ids: ['cloud'] })).toMatchObject({ kind: 'locked', id: 'watch' });
    expect(refusal(locked, { type: 'remove', ids: ['gone'] }).message).toContain('"gone"');
  });
});

describe('setting fields', () => {
  it('renames, restyles, takes away, and marks what a hand changed of a draft', () => {
    const next = edited(page, { type: 'set', ids: ['hear'], fields: { label: 'Ears', detail: null, tone: 'blue' } });
    expect(next.nodes.hear).toEqual({
      id: 'hear',
      kind: 'service',
      label: 'Ears',
      entry: 'hear',
      group: 'ai',
      role: 'stage',
      tone: 'blue',
      order: 1,
      origin: 'draft',
      byHand: ['detail', 'label'],
    });
  });

  it('leaves out what says the same as nothing', () => {
    const toned = edited(page, { type: 'set', ids: ['hear', 'ai', 'hear-watch'], fields: { tone: 'rose' } });
    const plain = edited(toned, { type: 'set', ids: ['hear', 'ai', 'hear-watch'], fields: { tone: 'plain' } });
    expect(plain).toEqual(page);
  });

  it.each<[string, PageCommand, string, RegExp]>([
    [
      'a field that the thing has not',
      { type: 'set', ids: ['hear-watch'], fields: { detail: 'x' } },
      'not-applicable',
      /line “transcript” from “Hear speech” to/,
    ],
    ['a kind of another sort', { type: 'set', ids: ['hear'], fields: { kind: 'vpc' } }, 'bad-value', /“Hear speech”/],
    ['a text without end', { type: 'set', ids: ['hear'], fields: { label: 'x'.repeat(20_001) } }, 'bad-value', /20000/],
    [
      'what is so already',
      { type: 'set', ids: ['hear'], fields: { label: 'Hear speech', tone: 'plain' } },
      'nothing',
      /nothing/,
    ],
  ])('refuses %s', (_, command, kind, message) => {
    const error = refusal(page, command);
    expect(error.kind).toBe(kind);
    expect(error.message).toMatch(message);
  });

  it('changes of what is locked only the lock and the comments', () => {
    const locked = edited(page, { type: 'set', ids: ['hear'], fields: { locked: true } });
    expect(refusal(locked, { type: 'set', ids: ['hear'], fields: { label: 'x' } }).message).toBe(
      '“Hear speech” is locked; unlock it first',
    );
    expect(refusal(locked, { type: 'nest', ids: ['hear'], into: null }).kind).toBe('locked');
    const comment = { id: 'c', text: 'Why locked?', at: '2026-11-23T09:30:00Z' };
    expect(
      edited(locked, { type: 'set', ids: ['hear'], fields: { comments: [comment] } }).nodes.hear?.comments,
    ).toEqual([comment]);
    expect(edited(locked, { type: 'set', ids: ['hear'], fields: { locked: false } })).toEqual(page);
  });
});

describe('moving and placing', () => {
  it('takes the content of a group along, once', () => {
    const next = edited(placed, { type: 'move', ids: ['ai', 'hear'], by: { x: 10, y: -5 } });
    expect(next.groups.ai?.position).toEqual({ x: 90, y: 55 });
    expect(next.nodes.hear?.position).toEqual({ x: 110, y: 95 });
    expect(next.nodes.watch?.position).toEqual({ x: 310, y: 115 });
    expect(next.nodes.store).toBe(placed.nodes.store);
  });

  it('needs to know where a thing stands', () => {
    expect(refusal(page, { type: 'move', ids: ['hear'], by: { x: 1, y: 1 } }).message).toMatch(/no place yet/);
    const next = edited(page, { type: 'move', ids: ['hear'], by: { x: 1, y: 1 }, boxes });
    expect(next.nodes.hear?.position).toEqual({ x: 101, y: 101 });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e12])('refuses to go to %s', (x) => {
    expect(refusal(placed, { type: 'move', ids: ['hear'], by: { x, y: 0 } }).kind).toBe('bad-value');
    expect(refusal(placed, { type: 'place', places: { hear: { x, y: 0 } } }).kind).toBe('bad-value');
    expect(refusal(placed, { type: 'resize', id: 'hear', box: { x: 0, y: 0, width: x, height: 40 } }).kind).toBe(
      'bad-value',
    );
  });

  it('keeps the side at which a line was begun until it begins elsewhere', () => {
    const drawn = edited(placed, {
      type: 'add',
      edges: [{ id: 'mine', from: 'hear', to: 'store', style: 'flow', leaves: 'bottom' }],
    });
    expect(edited(drawn, { type: 'reconnect', id: 'mine', to: 'team' }).edges.mine?.leaves).toBe('bottom');
    expect(edited(drawn, { type: 'reconnect', id: 'mine', from: 'watch' }).edges.mine).not.toHaveProperty('leaves');
  });

  it('places all at once, and leaves what is locked', () => {
    const locked = edited(placed, { type: 'set', ids: ['store'], fields: { locked: true } });
    const places = { hear: { x: 1, y: 1, width: 5, height: 5 }, store: { x: 2, y: 2 } };
    const next = edited(locked, { type: 'place', places });
    expect(next.nodes.hear).toMatchObject({ position: { x: 1, y: 1 } });
    expect(next.nodes.hear).not.toHaveProperty('size');
    expect(next.nodes.store).toBe(locked.nodes.store);
  });

  it('moves what a collapsed group hides along with its box, which stands at the corner of that', () => {
    const closed = edited(placed, { type: 'set', ids: ['ai'], fields: { collapsed: true } });
    const next = edited(closed, { type: 'place', places: { ai: { x: 500, y: 40 } } });
    expect(next.nodes.hear?.position).toEqual({ x: 500, y: 40 });
    expect(next.nodes.watch?.position).toEqual({ x: 700, y: 60 });
  });

  it('lets groups grow around their content, inner ones first, or fit it', () => {
    const grown = edited(placed, { type: 'fit', ids: ['cloud', 'ai'], boxes, how: 'grow' });
    expect(grown.groups.ai).toMatchObject({ position: { x: 80, y: 56 }, size: { width: 400, height: 204 } });
    expect(grown.groups.cloud).toMatchObject({ position: { x: 64, y: 12 }, size: { width: 432, height: 264 } });
    const fitted = edited(placed, { type: 'fit', ids: ['ai'], boxes, how: 'fit' });
    expect(fitted.groups.ai).toMatchObject({ position: { x: 84, y: 56 }, size: { width: 332, height: 130 } });
    expect(refusal(placed, { type: 'fit', ids: ['hear'], boxes, how: 'fit' }).kind).toBe('not-applicable');
  });

  it('aligns and distributes by what is drawn; what is locked stays and counts', () => {
    const ids = ['calls', 'hear', 'watch'];
    const left = edited(placed, { type: 'align', ids, boxes, way: 'left' });
    expect(ids.map((id) => left.nodes[id]?.position?.x)).toEqual([0, 0, 0]);
    const locked = edited(placed, { type: 'set', ids: ['watch'], fields: { locked: true } });
    const right = edited(locked, { type: 'align', ids, boxes, way: 'right' });
    expect(ids.map((id) => right.nodes[id]?.position?.x)).toEqual([300, 300, 300]);
    const spread = edited(placed, { type: 'distribute', ids, boxes, axis: 'x' });
    expect(ids.map((id) => spread.nodes[id]?.position?.x)).toEqual([0, 150, 300]);
  });
});

describe('nesting, ordering, reconnecting', () => {
  it('puts things into groups and out of them, and never a group into itself', () => {
    const next = edited(page, { type: 'nest', ids: ['calls', 'around'], into: 'ai' });
    expect([next.nodes.calls?.group, next.groups.around?.parent]).toEqual(['ai', 'ai']);
    expect(next.nodes.calls?.byHand).toEqual(['group']);
    expect(refusal(next, { type: 'nest', ids: ['ai'], into: 'around' })).toMatchObject({ kind: 'cycle' });
    expect(refusal(next, { type: 'nest', ids: ['ai'], into: 'ai' }).kind).toBe('cycle');
    expect(edited(next, { type: 'nest', ids: ['around'], into: null }).groups.around).not.toHaveProperty('parent');
  });

  it('refuses groups deeper than anyone can read', () => {
    let deep = edited(page, { type: 'add', groups: [{ id: 'g1', kind: 'custom', label: '1' }] });
    for (let depth = 2; depth <= 32; depth += 1) {
      deep = edited(deep, {
        type: 'add',
        groups: [{ id: `g${depth}`, kind: 'custom', label: '', parent: `g${depth - 1}` }],
      });
    }
    expect(refusal(deep, { type: 'add', groups: [{ kind: 'custom', label: '', parent: 'g32' }] }).kind).toBe(
      'too-many',
    );
    expect(refusal(deep, { type: 'nest', ids: ['g1'], into: 'cloud' }).kind).toBe('too-many');
  });

  it('brings to the front, to the back, forward and backward, touching no more than it must', () => {
    const order = (from: Page): string =>
      inOrder(from.nodes)
        .map(({ id }) => id)
        .join(' ');
    expect(order(page)).toBe('calls hear watch store team');
    const front = edited(page, { type: 'order', ids: ['hear', 'calls'], to: 'front' });
    expect(order(front)).toBe('watch store team calls hear');
    expect(front.nodes.watch).toBe(page.nodes.watch);
    expect(order(edited(page, { type: 'order', ids: ['store'], to: 'back' }))).toBe('store calls hear watch team');
    expect(order(edited(page, { type: 'order', ids: ['calls', 'hear'], to: 'forward' }))).toBe(
      'watch calls hear store team',
    );
    expect(order(edited(page, { type: 'order', ids: ['team'], to: 'backward' }))).toBe('calls hear watch team store');
    expect(refusal(page, { type: 'order', ids: ['team'], to: 'front' }).kind).toBe('nothing');
  });

  it('finds room between two neighbours again and again', () => {
    let now = page;
    for (let turn = 0; turn < 200; turn += 1) {
      now = edited(now, { type: 'order', ids: [turn % 2 === 0 ? 'calls' : 'hear'], to: 'forward' });
      now = edited(now, { type: 'order', ids: [turn % 2 === 0 ? 'calls' : 'hear'], to: 'backward' });
    }
    expect(inOrder(now.nodes).map(({ id }) => id)).toEqual(['calls', 'hear', 'watch', 'store', 'team']);
  });

  it('leads an end of an edge elsewhere', () => {
    const next = edited(page, { type: 'reconnect', id: 'hear-watch', to: 'cloud' });
    expect(next.edges['hear-watch']).toMatchObject({ from: 'hear', to: 'cloud', byHand: ['to'] });
    expect(refusal(page, { type: 'reconnect', id: 'hear-watch', to: 'hear' }).kind).toBe('cycle');
    expect(refusal(page, { type: 'reconnect', id: 'hear', to: 'watch' }).kind).toBe('not-applicable');
  });
});

describe('copies', () => {
  it('stand beside their originals, in the same groups, joined as they are', () => {
    const { page: next, made } = done(placed, { type: 'duplicate', ids: ['hear', 'watch'], by: { x: 20, y: 20 } });
    expect(made).toHaveLength(3);
    const [hear, watch, edge] = made;
    expect(next.nodes[hear ?? '']).toMatchObject({ label: 'Hear speech', group: 'ai', position: { x: 120, y: 120 } });
    expect(next.nodes[hear ?? '']).not.toHaveProperty('origin');
    expect(next.edges[edge ?? '']).toMatchObject({ from: hear, to: watch, label: 'transcript' });
  });
});

describe('ids', () => {
  it.each(['a', '9', 'aws-cloud', 's3--input-store', 'A.b_c:d~e'])('%j may be one', (id) => {
    expect(isId(id)).toBe(true);
  });
  it.each(['', '-a', 'a b', 'a"b', '__proto__', 'constructor', 'toString', 'a\u0000', 'ä', 'x'.repeat(201)])(
    '%j may not',
    (id) => {
      expect(isId(id)).toBe(false);
    },
  );
});
