/** What must hold of saving and opening, for one document: shared by the modest runs and the long ones. */
import { expect } from 'vitest';
import { needSchema } from '../../src/core/decision/need.ts';
import type { SketchDocument } from '../../src/core/document/document.ts';
import { readDocument } from '../../src/core/document/readDocument.ts';
import type { Salvaged } from '../../src/core/document/saving.ts';
import { quoted } from '../../src/core/document/standsTwice.ts';
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

/** Whether one of the sentences speaks of what a line says: by its id, its label, or the name of the field. */
function isNamed(line: string, sentences: readonly string[]): boolean {
  const [, name = ''] = /^("(?:[^"\\]|\\.)*"): /.exec(line) ?? [];
  const key = name === '' ? line : (JSON.parse(name) as string);
  const label = /"label":"((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? '';
  const names = [quoted(key), `“${String(JSON.parse(`"${label}"`)).trim() || key}”`, ...(fieldWords[key] ?? [])];
  // Lines between two parts go with the parts: all of a page together.
  if (/^"[^"]+": \{"from":/.test(line)) names.push('the edges are missing');
  return sentences.some((sentence) => names.some((each) => sentence.includes(each)));
}

// A decision that lost its end holds what stood below it.
const needWords = ['The need', 'the need', 'The decision can'];

/** What the fields of a document are called in a sentence. */
const fieldWords: Readonly<Record<string, readonly string[]>> = {
  template: ['The name of the template'],
  decision: ['The decision'],
  ...Object.fromEntries(Object.keys(needSchema.shape).map((name) => [name, needWords])),
};

/**
 * Of a damaged file: lines that the damage has left alone and that are neither in what was saved of it nor spoken of. `lostCount` may be
 * more than there are sentences: then the rest is only counted.
 */
export function lostUnnamed(original: string, damagedText: string, salvaged: Salvaged): readonly string[] {
  // What only frames is not missed by itself: tables that are empty, and names that nobody wrote or whose pages are named.
  const missing = lostInSilence(original, damagedText, salvaged.document).filter(
    (line) => !/^"[a-z]+": {}$|^"(id|title|dismissed|template)": /.test(line),
  );
  // A part of a need says nothing by itself where the line that begins the need is gone.
  const hasNeed = damagedText.includes('"need": {');
  const isPartOfNeed = (line: string): boolean => Object.hasOwn(needSchema.shape, /^"([a-z]+)"/i.exec(line)?.[1] ?? '');
  const unnamed = missing.filter((line) => !isNamed(line, salvaged.lost) && (hasNeed || !isPartOfNeed(line)));
  return unnamed.slice(Math.max(0, salvaged.lostCount - salvaged.lost.length));
}

/** Records that stand by themselves: not lines between two others. */
const isRecord = (line: string): boolean => /^"[^"]+": \{"kind":.*"order":/.test(line);

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
  if (opened.error.kind === 'damaged' && opened.error.salvaged)
    expect(lostUnnamed(original, text, opened.error.salvaged)).toEqual([]);
  else if (opened.error.kind !== 'too-new' && opened.error.kind !== 'too-large') {
    // Where nothing opens at all, nothing is whole that anybody drew.
    const there = saidIn(text);
    expect([...saidIn(original).keys()].filter((line) => isRecord(line) && there.has(line))).toEqual([]);
  }
  expect(openingKinds).toContain(opened.error.kind);
  expect(opened.error.message.length).toBeGreaterThan(20);
  return opened.error.kind === 'damaged' && opened.error.salvaged ? 'salvaged' : opened.error.kind;
}
