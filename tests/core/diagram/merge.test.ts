import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyToPage } from '../../../src/core/diagram/applyToPage.ts';
import type { PageCommand } from '../../../src/core/diagram/command.ts';
import type { Diagram } from '../../../src/core/diagram/diagram.ts';
import { drift } from '../../../src/core/diagram/drift.ts';
import { countedIds } from '../../../src/core/diagram/ids.ts';
import { mergeDraft } from '../../../src/core/diagram/merge.ts';
import { type Page, pageOfDraft } from '../../../src/core/diagram/page.ts';
import { faultsOf } from '../../../src/core/diagram/soundness.ts';
import { apply } from '../../../src/core/document/apply.ts';
import { documentOf } from '../../../src/core/document/document.ts';
import { commandOf, whims } from '../../support/randomCommands.ts';
import { pipelineDiagram } from '../../support/smallDiagrams.ts';

const page = pageOfDraft('page-1', pipelineDiagram);

/** The need has changed: nobody watches any more, the calls are translated, and the ears do more. */
const changed: Diagram = {
  ...pipelineDiagram,
  nodes: [
    ...pipelineDiagram.nodes
      .filter(({ id }) => id !== 'watch')
      .map((node) => (node.id === 'hear' ? { ...node, detail: 'Speech to text, live' } : node)),
    {
      id: 'translate',
      kind: 'service',
      label: 'Translate',
      detail: 'To English',
      entry: 'translate',
      group: 'ai',
      role: 'stage',
    },
  ],
  edges: [
    ...pipelineDiagram.edges.filter(({ from, to }) => from !== 'watch' && to !== 'watch'),
    { id: 'hear-translate', from: 'hear', to: 'translate', label: 'transcript', style: 'flow' },
  ],
};
const fresh = pageOfDraft('page-1', changed);

const edited = (...commands: readonly PageCommand[]): Page =>
  commands.reduce((now, command) => {
    const outcome = applyToPage(now, command, countedIds());
    if (!outcome.ok) throw new Error(outcome.error.message);
    return outcome.value.page;
  }, page);

describe('mergeDraft', () => {
  it('brings in what is new, takes away what is gone, and changes what differs', () => {
    const { page: merged, added, removed, changed: differing, kept } = mergeDraft(page, fresh);
    expect({ added, removed, differing, kept }).toEqual({
      added: ['hear-translate', 'translate'],
      removed: ['hear-watch', 'watch', 'watch-store', 'watch-team'],
      differing: ['hear'],
      kept: [],
    });
    expect(merged.nodes.hear?.detail).toBe('Speech to text, live');
    expect(merged.nodes.store).toBe(page.nodes.store);
  });

  it('keeps where things were put, what they were called, how they look, and what a hand added', () => {
    const mine = edited(
      { type: 'place', places: { hear: { x: 5, y: 6 }, store: { x: 7, y: 8 } } },
      { type: 'set', ids: ['hear'], fields: { label: 'Ears', tone: 'blue', pinned: true } },
      { type: 'nest', ids: ['store'], into: null },
      { type: 'add', nodes: [{ id: 'note', kind: 'note', label: 'Ask legal', position: { x: 1, y: 1 } }] },
      { type: 'add', edges: [{ id: 'mine', from: 'note', to: 'hear', style: 'relation' }] },
    );
    const { page: merged } = mergeDraft(mine, fresh);
    expect(merged.nodes.hear).toMatchObject({
      label: 'Ears',
      detail: 'Speech to text, live',
      tone: 'blue',
      pinned: true,
      position: { x: 5, y: 6 },
    });
    expect(merged.nodes.store).toBe(mine.nodes.store);
    expect(merged.nodes.note).toBe(mine.nodes.note);
    expect(merged.edges.mine).toBe(mine.edges.mine);
  });

  it('does not bring back what a hand removed, unless asked to', () => {
    const mine = edited({ type: 'remove', ids: ['store'] });
    expect(mergeDraft(mine, page).page).toBe(mine);
    const restored = mergeDraft(mine, page, { restore: true });
    expect(restored.added).toEqual(['store', 'store-hear', 'watch-store']);
    expect(restored.page.dismissed).toEqual([]);
  });

  it('keeps what the draft has no more where a hand has changed it or joined something to it', () => {
    const renamed = mergeDraft(edited({ type: 'set', ids: ['watch'], fields: { label: 'Eyes' } }), fresh);
    expect(renamed.kept).toEqual(['watch']);
    expect(renamed.page.nodes.watch).toMatchObject({ label: 'Eyes' });
    expect(renamed.page.nodes.watch).not.toHaveProperty('origin');
    const joined = mergeDraft(
      edited({ type: 'add', edges: [{ id: 'mine', from: 'team', to: 'watch', style: 'flow' }] }),
      fresh,
    );
    expect(joined.kept).toEqual(['watch']);
    expect(joined.page.edges.mine).toBeDefined();
  });

  it('takes an empty group of the draft away, and keeps one that a hand has put something into', () => {
    const flat = pageOfDraft('page-1', {
      ...changed,
      groups: [],
      nodes: changed.nodes.map(({ group, ...node }) => node),
      edges: [],
    });
    expect(Object.keys(mergeDraft(page, flat).page.groups)).toEqual([]);
    const mine = edited({ type: 'add', nodes: [{ id: 'note', kind: 'note', label: '', group: 'ai' }] });
    const { page: merged, kept } = mergeDraft(mine, flat);
    expect(Object.keys(merged.groups).sort()).toEqual(['ai', 'cloud']);
    expect(kept).toEqual(['ai', 'cloud']);
  });

  it("lets the hand's nesting win where it would bite its own tail", () => {
    const mine = edited({ type: 'nest', ids: ['ai'], into: 'around' });
    const turned = pageOfDraft('page-1', {
      ...pipelineDiagram,
      groups: pipelineDiagram.groups.map((group) => (group.id === 'around' ? { ...group, parent: 'ai' } : group)),
    });
    const { page: merged } = mergeDraft(mine, turned);
    expect(faultsOf(merged)).toEqual([]);
    expect(merged.groups.ai?.parent).toBe('around');
  });

  it('keeps a page sound, loses nothing of the hand, and changes nothing the second time (300 pages)', () => {
    fc.assert(
      fc.property(
        whims(25),
        fc.constantFrom(fresh, page, pageOfDraft('p', { title: '', nodes: [], groups: [], edges: [] })),
        (run, draft) => {
          const ids = countedIds();
          let document = documentOf('d', '', [page]);
          for (const whim of run) {
            const outcome = apply(document, commandOf(document, whim), ids);
            if (outcome.ok) document = outcome.value.document;
          }
          for (const mine of Object.values(document.pages)) {
            const { page: merged, added, removed, changed: differing, kept } = mergeDraft(mine, draft);
            expect(faultsOf(merged)).toEqual([]);
            for (const table of ['nodes', 'groups', 'edges'] as const) {
              for (const record of Object.values(mine[table])) {
                if (record.origin !== 'draft') expect(merged[table][record.id]).toBe(record);
              }
            }
            for (const node of Object.values(mine.nodes))
              if (merged.nodes[node.id]) expect(merged.nodes[node.id]?.position).toEqual(node.position);
            expect(mergeDraft(merged, draft).page).toBe(merged);
            expect(drift(mine, draft)).toHaveLength(added.length + removed.length + differing.length + kept.length);
            expect(drift(merged, draft)).toEqual([]);
          }
        },
      ),
      { numRuns: 300, seed: 4 },
    );
  });
});

describe('drift', () => {
  it('tells two parts of one name apart by what they do', () => {
    const twin = edited({ type: 'set', ids: ['watch'], fields: { label: 'Hear speech', detail: 'The other one' } });
    const [gone] = drift(twin, { ...fresh, nodes: {}, groups: {}, edges: {} }).filter(({ id }) => id === 'watch');
    expect(gone?.text).toContain('“Hear speech” (The other one) is no longer needed');
  });

  it('says by name what the new draft would change', () => {
    const mine = edited({ type: 'set', ids: ['watch'], fields: { label: 'Eyes' } });
    expect(drift(mine, fresh).map(({ text }) => text)).toEqual([
      '“Translate” is new: To English.',
      '“Hear speech”: here it now does: Speech to text, live.',
      '“Eyes” is no longer needed, but stays, since it was changed or joined to something by hand.',
      'The line “transcript” from “Hear speech” to “Translate” is new.',
      'The line “transcript” from “Hear speech” to “Eyes” is no longer needed.',
      'The line “reports” from “Eyes” to “Store” is no longer needed.',
      'The line “findings” from “Eyes” to “Your team” is no longer needed.',
    ]);
    expect(drift(page, page)).toEqual([]);
  });
});
