/** What is undone looks as it looked, line for line, and what is done again as it looked then: whatever was done in between. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge, loadTemplatesAt } from '../../../src/cli/dataFiles.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { countedIds } from '../../../src/core/diagram/ids.ts';
import { isDirty } from '../../../src/core/document/history.ts';
import { bundledElkEngine } from '../../../src/core/layout/bundledElk.ts';
import { createRelayout } from '../../../src/core/layout/relayout.ts';
import type { Services } from '../../../src/renderer/app/services.ts';
import { draftDocument } from '../../../src/renderer/sketch/draftDocument.ts';
import { picturePage } from '../../../src/renderer/sketch/pagePicture.ts';
import { createSketchStore, shownPage } from '../../../src/renderer/sketch/sketchStore.ts';
import { updateDraft } from '../../../src/renderer/sketch/updateDraft.ts';
import { createWindowStore, firstState } from '../../../src/renderer/state/windowState.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong.');
const { catalog } = knowledge.value;
const loaded = loadTemplatesAt(catalog);
const decisions = (loaded.ok ? loaded.value : []).map(({ need }) => decide(catalog, need));
const engine = bundledElkEngine();
const relayout = createRelayout(engine);
const drafts = decisions.map(async (decision) => {
  const made = await draftDocument(engine, catalog, decision, 'right');
  if (!made.ok) throw new Error(made.error.message);
  return made.value.thing;
});

/** A window that shows the draft of one of the needs. */
async function windowWith(place: number) {
  const document = await drafts[place % drafts.length];
  if (!document) throw new Error('There is no draft.');
  const refused: string[] = [];
  const sketch = createSketchStore(countedIds(), (text) => refused.push(text));
  const store = createWindowStore(firstState, 'light');
  sketch.getState().open(document, { saved: true });
  // What updating a draft asks of the window.
  const services = { catalog, relayout, sketch, store } as Services;
  const picture = (): string => {
    const state = sketch.getState();
    return JSON.stringify(picturePage(shownPage(state), catalog, 'light', state.history).scene);
  };
  return { services, sketch, picture, refused };
}

interface Whim {
  readonly kind: number;
  readonly one: number;
  readonly other: number;
  readonly by: { readonly x: number; readonly y: number };
}
const distance = fc.integer({ min: -300, max: 300 });
const whim: fc.Arbitrary<Whim> = fc.record({
  kind: fc.nat(9),
  one: fc.nat(99),
  other: fc.nat(99),
  by: fc.record({ x: distance, y: distance }),
});

async function act({ services, sketch }: Awaited<ReturnType<typeof windowWith>>, whim: Whim): Promise<void> {
  const { edit, perform, page } = sketch.getState();
  const nodes = Object.keys(shownPage(sketch.getState()).nodes);
  const [one = '', other = ''] = [nodes[whim.one % nodes.length], nodes[whim.other % nodes.length]];
  const decision = decisions[whim.other % decisions.length];
  if (whim.kind < 4 && decision) await updateDraft(services, decision);
  // The steps of a held key are one.
  else if (whim.kind < 6) perform({ type: 'move', page, ids: [one], by: whim.by }, 'nudge');
  else if (whim.kind === 6) edit({ type: 'remove', ids: [one] });
  else if (whim.kind === 7) edit({ type: 'set', ids: [one], fields: { label: 'Another and much longer name for it' } });
  else if (one !== other) edit({ type: 'add', edges: [{ from: one, to: other, style: 'flow', label: 'by hand' }] });
}

describe('the picture', () => {
  it('is the same after an undo and after a redo, whatever was updated and moved (15 sketches)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(99), fc.array(whim, { minLength: 3, maxLength: 7 }), async (draft, whims) => {
        const window = await windowWith(draft);
        const { sketch, picture } = window;
        let [past, drawn] = [sketch.getState().history.past, [picture()]];
        for (const each of whims) {
          await act(window, each);
          const now = sketch.getState().history.past;
          if (now === past) continue;
          // A gesture that goes on is the same step as before.
          if (past && now?.earlier === past.earlier) drawn = drawn.slice(0, -1);
          drawn.push(picture());
          past = now;
        }
        for (const before of drawn.slice(0, -1).reverse()) {
          sketch.getState().undo();
          expect(picture()).toBe(before);
        }
        expect(isDirty(sketch.getState().history)).toBe(false);
        for (const after of drawn.slice(1)) {
          sketch.getState().redo();
          expect(picture()).toBe(after);
        }
      }),
      { numRuns: 15, seed: 4 },
    );
  }, 120_000);

  it('is the same at every moment at which it was drawn, where edits and undos come faster than pictures (15 sketches)', async () => {
    const haste = fc.record({ whim, isDrawn: fc.boolean(), undone: fc.nat(3) });
    await fc.assert(
      fc.asyncProperty(fc.nat(99), fc.array(haste, { minLength: 3, maxLength: 7 }), async (draft, hastes) => {
        const window = await windowWith(draft);
        const { sketch, picture } = window;
        const past = () => sketch.getState().history.past;
        const drawn = new Map([[past(), picture()]]);
        const look = () => {
          const now = picture();
          expect(now).toBe(drawn.get(past()) ?? now);
          drawn.set(past(), now);
        };
        for (const each of hastes) {
          await act(window, each.whim);
          if (each.isDrawn) look();
          // Mostly none, else up to two.
          for (let count = 1; count < each.undone; count += 1) sketch.getState().undo();
        }
        const isAtStart = () => past() === undefined;
        for (let count = 0; !isAtStart(); count += 1) {
          sketch.getState().undo();
          // The start is looked at whatever was skipped before it.
          if (count % 3 !== 1 || isAtStart()) look();
        }
        while (sketch.getState().history.future) {
          sketch.getState().redo();
          look();
        }
      }),
      { numRuns: 15, seed: 5 },
    );
  }, 120_000);
});
