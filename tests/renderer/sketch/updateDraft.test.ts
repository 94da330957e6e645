import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { overlap, type Rectangle } from '../../../src/core/base/geometry.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { interpret } from '../../../src/core/decision/interpret.ts';
import { countedIds } from '../../../src/core/diagram/ids.ts';
import { diagramOf, type Page, tableOf } from '../../../src/core/diagram/page.ts';
import type { SketchDocument } from '../../../src/core/document/document.ts';
import { writeDocument } from '../../../src/core/document/writeDocument.ts';
import { bundledElkEngine } from '../../../src/core/layout/bundledElk.ts';
import { placedBoxes } from '../../../src/core/layout/placedLayout.ts';
import { createRelayout } from '../../../src/core/layout/relayout.ts';
import { planDraft } from '../../../src/core/scene/draftPlan.ts';
import { draftDocument } from '../../../src/renderer/sketch/draftDocument.ts';
import { createSketchStore, shownPage } from '../../../src/renderer/sketch/sketchStore.ts';
import { updateDraft } from '../../../src/renderer/sketch/updateDraft.ts';
import { createWindowStore, firstState } from '../../../src/renderer/state/windowState.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong.');
const { catalog, lexicon } = knowledge.value;
const engine = bundledElkEngine();
const canvas = { width: 750, height: 770 };
const decisionOn = (text: string) => decide(catalog, interpret(text, catalog, lexicon));

const made = new Map<string, SketchDocument>();

async function drafted(text: string): Promise<SketchDocument> {
  const known = made.get(text);
  if (known) return known;
  const laidOut = await draftDocument(engine, catalog, decisionOn(text), canvas);
  if (!laidOut.ok) throw new Error(laidOut.error.message);
  made.set(text, laidOut.value.thing);
  return laidOut.value.thing;
}

/** A sketch that shows the draft of a need, fitted to a window. */
async function draftOf(text: string) {
  const sketch = createSketchStore(countedIds(), (message) => {
    throw new Error(message);
  });
  sketch.getState().open(await drafted(text), { following: true });
  const store = createWindowStore(firstState, 'light');
  const page = () => shownPage(sketch.getState());
  return {
    sketch,
    page,
    boxes: () => boxesOf(page()),
    move: (id: string, x: number, y: number) =>
      sketch.getState().perform({ type: 'move', page: page().id, ids: [id], by: { x, y }, boxes: boxesOf(page()) }),
    update: (now: string) => updateDraft({ catalog, relayout: createRelayout(engine), sketch, store }, decisionOn(now)),
  };
}

const plannedBoxes = (page: Page) => placedBoxes(planDraft(diagramOf(page), catalog, 'right').graph);
const boxesOf = (page: Page): Readonly<Record<string, Rectangle>> => {
  const { nodes, groups } = plannedBoxes(page);
  return { ...nodes, ...groups };
};

/** Each boundary with each part that it does not hold, but covers. */
function covered(page: Page): readonly string[] {
  const { nodes, groups } = plannedBoxes(page);
  const holds = (holder: string, group: string | undefined): boolean =>
    group !== undefined && (group === holder || holds(holder, page.groups[group]?.parent));
  return Object.entries(groups).flatMap(([holder, box]) =>
    Object.values(page.nodes).flatMap(({ id, group }) => {
      const there = nodes[id];
      return there && !holds(holder, group) && overlap(box, there) ? [`${holder} ${id}`] : [];
    }),
  );
}

const calls = 'We record support calls in Spanish and want to know in English what people complain about';
const heard = 'We record support calls in Spanish and want to hear a summary in English';

describe('bringing a draft in', () => {
  it('leaves a part outside of a boundary that was put beside it', async () => {
    const { move, update, page, boxes } = await draftOf(calls);
    const output = Object.keys(page().nodes).find((id) => id.endsWith('output-store')) ?? '';
    move(output, 30, -394);
    const [from] = Object.values(page().edges).filter(({ to }) => to === output);
    expect(from).toBeDefined();
    await update(heard);
    expect(covered(page())).toEqual([]);
    const [column, bedrock] = [boxes().translate, boxes().bedrock];
    expect(bedrock).toBeDefined();
    // It goes on in the column that it joins.
    expect((bedrock?.x ?? 0) + (bedrock?.width ?? 0) / 2).toBe((column?.x ?? 0) + (column?.width ?? 0) / 2);
  });

  it('puts what stands in no boundary around what the boundaries come to', async () => {
    const { update, page } = await draftOf('Batch translate product manuals from German to Japanese');
    await update('Convert our e-learning courses into audio in five languages');
    expect(covered(page())).toEqual([]);
  });

  it('covers nothing with a boundary that did not, moves nothing, and is undone to the last letter', async () => {
    // What one would change it into while drawing, and what has nothing in common with it.
    const needs = [
      calls,
      heard,
      'Turn support calls in Spanish into English text',
      'We record support calls and want to know how people feel',
      'A chatbot that answers from our PDF manuals on our website',
      'Detect fraud in card payments as they happen',
      'Predict which machines will fail from sensor readings',
      'Run our own container image on GPU instances',
      'Extract invoices and have clerks check the doubtful ones',
      'Run a model on devices without a network',
      'Generate pictures and text for our shop',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...needs),
        fc.constantFrom(...needs),
        fc.array(
          fc.record({
            which: fc.nat(),
            x: fc.integer({ min: -400, max: 400 }),
            y: fc.integer({ min: -400, max: 400 }),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        async (first, second, moves) => {
          const { sketch, move, update, page } = await draftOf(first);
          for (const { which, x, y } of moves) {
            const ids = Object.keys(page().nodes);
            move(ids[which % ids.length] ?? '', x, y);
          }
          const before = page();
          const file = () => writeDocument(sketch.getState().history.document, '1.0.0');
          const saved = file();
          await update(second);
          const after = page();
          for (const { id, position } of Object.values(before.nodes))
            if (after.nodes[id]) expect(after.nodes[id]?.position, id).toEqual(position);
          // What a boundary covers by the parts alone that it had, or that came into it where they stand, nothing new can help.
          const stood = ({ id }: { readonly id: string }) => before.nodes[id] !== undefined;
          const alone = covered({ ...after, nodes: tableOf(Object.values(after.nodes).filter(stood)), edges: {} });
          const news = covered(after).filter((pair) => !covered(before).includes(pair) && !alone.includes(pair));
          expect(news).toEqual([]);
          if (after === before) return;
          sketch.getState().undo();
          expect(file()).toBe(saved);
        },
      ),
      { numRuns: 40, seed: 7 },
    );
  }, 60_000);
});
