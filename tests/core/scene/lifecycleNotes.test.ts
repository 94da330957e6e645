import { describe, expect, it } from 'vitest';
import { loadBundledData } from '../../../src/cli/dataFiles.ts';
import { layOutView } from '../../../src/cli/picture.ts';
import type { Entry } from '../../../src/core/catalog/entry.ts';
import { indexCatalog } from '../../../src/core/catalog/lookup.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { needSchema } from '../../../src/core/decision/need.ts';
import { lifecycleNote } from '../../../src/core/scene/lifecycleNotes.ts';

const { catalog } = loadBundledData();
const index = indexCatalog(catalog);
const ailing = catalog.entries.filter(({ lifecycle }) => lifecycle.status !== 'active');

/** The picture as it is exported. */
async function exported(view: 'map' | 'draft', need = needSchema.parse({})) {
  const decision = decide(catalog, need);
  const laid = await layOutView(view, catalog, view === 'map' ? undefined : decision, { sheetOnly: false });
  if (!laid.ok) throw new Error(laid.error);
  const scene = laid.value.scene('light');
  return { scene, text: scene.texts.map(({ text }) => text).join(' ') };
}

/** A line may end after a hyphen: texts are compared without their spaces. */
const closed = (text: string): string => text.replaceAll(' ', '');

describe('notes on lifecycles', () => {
  it('say the day, what to use instead, the source and the day of knowledge, for every entry that is not active', () => {
    expect(ailing.length).toBeGreaterThan(20);
    for (const entry of ailing) {
      const note = lifecycleNote(index, entry);
      const { date, asOf, successors, sources } = entry.lifecycle;
      expect(note.startsWith(`${entry.name}: `)).toBe(true);
      if (date !== undefined) expect(note).toContain(date);
      for (const id of successors) expect(note).toContain(index.entries.get(id)?.name);
      expect(note).toContain(`Known as of ${asOf}.`);
      expect(note).toContain(index.sources.get(sources[0] ?? '')?.title.split(' (')[0]);
      expect(note).not.toMatch(/undefined/);
    }
  });

  it('stand below the map for every entry that bears a badge, within the picture, and none is cut', async () => {
    const { scene, text } = await exported('map');
    const badges = scene.nodes.flatMap(({ badges: own, rows }) => [
      ...own.filter(({ kind }) => kind !== 'rank'),
      ...rows.flatMap(({ badge }) => badge ?? []),
    ]);
    expect(badges).toHaveLength(ailing.length);
    for (const entry of ailing) expect(closed(text)).toContain(closed(lifecycleNote(index, entry)));
    for (const { x, y, width, anchor } of scene.texts) {
      if (anchor === 'start') expect(x + width).toBeLessThanOrEqual(scene.width);
      expect(y).toBeLessThan(scene.height);
    }
    expect(text).toContain(`Catalogue as of ${catalog.asOf}`);
  });

  it('stand below the draft of an existing customer, for a capability without a box of its own too', async () => {
    const closing = ailing.filter(
      (entry): entry is Entry & { partOf: string } =>
        entry.kind === 'capability' && entry.lifecycle.status === 'closed-to-new' && entry.partOf !== undefined,
    );
    expect(closing.length).toBeGreaterThan(3);
    let shown = 0;
    for (const entry of closing) {
      for (const { task } of entry.offers) {
        const need = needSchema.parse({ tasks: [{ task }], constraints: { customer: 'existing' } });
        const used = decide(catalog, need).recommendations.some(
          ({ verdict, via }) => verdict === 'recommended' && via.includes(entry.id),
        );
        if (!used) continue;
        shown += 1;
        expect(closed((await exported('draft', need)).text)).toContain(closed(lifecycleNote(index, entry)));
      }
    }
    expect(shown).toBeGreaterThan(0);
  });

  it('leave a picture alone in which all is active', async () => {
    const { text } = await exported('draft', needSchema.parse({ tasks: [{ task: 'translate-text' }] }));
    expect(text).not.toContain('Lifecycle');
    expect(text).toContain(`Catalogue as of ${catalog.asOf}`);
  });
});
