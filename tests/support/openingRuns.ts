/** What must hold of saving and opening, for one document: shared by the modest runs and the long ones. */
import { expect } from 'vitest';
import type { SketchDocument } from '../../src/core/document/document.ts';
import { readDocument } from '../../src/core/document/readDocument.ts';
import { writeDocument } from '../../src/core/document/writeDocument.ts';
import { type Damage, damaged } from './damage.ts';
import { brokenPromises } from './soundDocument.ts';

export const app = 'lodestack 0.1.0';

const openingKinds = ['not-json', 'not-ours', 'too-new', 'too-large', 'damaged'] as const;

/** Saved, opened and saved again: an equal document, and the same bytes. */
export function roundTrip(document: SketchDocument): void {
  const text = writeDocument(document, app);
  const opened = readDocument(text);
  if (!opened.ok) expect.fail(`${JSON.stringify(opened.error)}\n${text}`);
  expect(opened.value).toStrictEqual({ document });
  expect(writeDocument(opened.value.document, app)).toBe(text);
}

/** The lines of a text that say something, and how often each does: those that only frame say nothing by themselves. */
function saidIn(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const raw of text.split('\n')) {
    const line = raw.trim().replace(/,$/, '');
    if (/[^{}[\]]/.test(line) && !/^"(version|app)": /.test(line) && !/": [{[]$/.test(line))
      counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}

/** Lines of the original that the damage has left alone, and that what was opened does not say: nobody would miss them in time. */
export function lostInSilence(original: string, damagedText: string, found: SketchDocument): readonly string[] {
  const there = saidIn(damagedText);
  const held = saidIn(writeDocument(found, app));
  return [...saidIn(original)]
    .filter(([line, count]) => Math.min(count, there.get(line) ?? 0) > (held.get(line) ?? 0))
    .map(([line]) => line);
}

/**
 * Damaged, then opened: a sound document or one of the typed errors; never a throw, and what opens as if nothing were wrong holds all
 * that the damage did not touch. Says which.
 */
export function openDamaged(document: SketchDocument, damages: readonly Damage[]): string {
  const original = writeDocument(document, app);
  const text = damages.reduce(damaged, original);
  const opened = readDocument(text);
  const found = opened.ok
    ? opened.value.document
    : opened.error.kind === 'damaged'
      ? opened.error.salvaged?.document
      : undefined;
  if (found) {
    expect(brokenPromises(found)).toEqual([]);
    // What was saved of it can be kept: it is a document like any other.
    roundTrip(found);
  }
  if (opened.ok) {
    expect(lostInSilence(original, text, opened.value.document)).toEqual([]);
    return 'fine';
  }
  expect(openingKinds).toContain(opened.error.kind);
  expect(opened.error.message.length).toBeGreaterThan(20);
  return opened.error.kind === 'damaged' && opened.error.salvaged ? 'salvaged' : opened.error.kind;
}
