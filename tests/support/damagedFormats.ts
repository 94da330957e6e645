/** Row 13 for every other thing that is opened besides documents: each is damaged and read, and never throws. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { loadCatalog } from '../../src/core/catalog/load.ts';
import { decide } from '../../src/core/decision/decide.ts';
import { needSchema } from '../../src/core/decision/need.ts';
import { parseNeed } from '../../src/core/decision/parseNeed.ts';
import { copySelection, readClip } from '../../src/core/diagram/clipboard.ts';
import { tableOf } from '../../src/core/diagram/page.ts';
import { faultsOf } from '../../src/core/diagram/soundness.ts';
import { decisionJson } from '../../src/core/export/decisionJson.ts';
import { readDecisionFile } from '../../src/core/review/decisionFile.ts';
import { review } from '../../src/core/review/redecide.ts';
import { decodeRemembered, encodeRemembered } from '../../src/renderer/state/remembered.ts';
import { firstState } from '../../src/renderer/state/windowState.ts';
import { files } from '../core/catalog/catalogFiles.ts';
import { smallCatalog } from '../fixtures/smallCatalog.ts';
import { damaged, damages } from './damage.ts';
import { draftedSketch } from './sketches.ts';

const catalog = smallCatalog();
const need = needSchema.parse({ tasks: [{ task: 'write-down' }, { task: 'feel-mood' }], text: 'Write down and feel' });

/** A format: a sound text of it, and a reader, which says what came of a damaged one. */
interface Format {
  readonly sound: string;
  read(text: string): string;
}

const clip = (): string => {
  const [page] = Object.values(draftedSketch.pages);
  if (!page) throw new Error('no page');
  return copySelection(page, [...Object.keys(page.nodes), ...Object.keys(page.groups)]);
};

const cut = '\n# cut here\n';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const formats: Readonly<Record<'clipboard' | 'decision' | 'need' | 'catalogue' | 'state', Format>> = {
  clipboard: {
    sound: clip(),
    read: (text) => {
      const read = readClip(text);
      if (!read.ok) return read.error.kind;
      const { nodes, groups, edges } = read.value;
      expect(
        faultsOf({ id: 'p', title: '', nodes: tableOf(nodes), groups: tableOf(groups), edges: tableOf(edges) }),
      ).toEqual([]);
      return 'fine';
    },
  },
  decision: {
    sound: JSON.stringify(decisionJson(catalog, decide(catalog, need)), null, 2),
    read: (text) => {
      const read = readDecisionFile(text);
      if (!read.ok) return read.error.kind;
      expect(JSON.stringify(review(read.value, catalog)).length).toBeGreaterThan(0);
      return 'fine';
    },
  },
  need: {
    sound: JSON.stringify(need, null, 2),
    read: (text) => {
      const read = parseNeed(parsed(text), catalog);
      if (!read.ok) {
        for (const { message } of read.error) expect(message).not.toBe('');
        return 'refused';
      }
      decide(catalog, read.value);
      return 'fine';
    },
  },
  catalogue: {
    // The files of a catalogue as one text, so that one damage can reach any of them.
    sound: files()
      .map(({ text }) => text)
      .join(cut),
    read: (text) => {
      const read = loadCatalog(text.split(cut).map((each, index) => ({ path: `${index}.yaml`, text: each })));
      if (read.ok) return 'fine';
      for (const { file, message } of read.error) {
        expect(file).toMatch(/\.yaml$/);
        expect(message).not.toBe('');
      }
      return 'refused';
    },
  },
  state: {
    sound: encodeRemembered({ ...firstState, need }),
    read: (text) => (decodeRemembered(text, catalog).need === firstState.need ? 'afresh' : 'fine'),
  },
};

/** Damages and reads so many texts of a format; gives how often what came of it. */
export function readDamaged(
  name: keyof typeof formats,
  numRuns: number,
  seed: number,
): Readonly<Record<string, number>> {
  const { sound, read } = formats[name];
  expect(read(sound)).toBe('fine');
  const counts: Record<string, number> = {};
  fc.assert(
    fc.property(damages, (harms) => {
      const outcome = read(harms.reduce(damaged, sound));
      counts[outcome] = (counts[outcome] ?? 0) + 1;
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    { numRuns, seed },
  );
  return counts;
}
