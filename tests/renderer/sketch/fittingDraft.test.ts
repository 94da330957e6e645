import { expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import { decide } from '../../../src/core/decision/decide.ts';
import { interpret } from '../../../src/core/decision/interpret.ts';
import { diagramOf } from '../../../src/core/diagram/page.ts';
import { bundledElkEngine } from '../../../src/core/layout/bundledElk.ts';
import { foldsOf } from '../../../src/core/layout/foldedLayout.ts';
import { planDraft } from '../../../src/core/scene/draftPlan.ts';
import { freshPage } from '../../../src/renderer/sketch/draftDocument.ts';
import { fittingDraft } from '../../../src/renderer/sketch/fittingDraft.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled data is wrong.');
const { catalog, lexicon } = knowledge.value;
/** A chain of three services, a strip where it flows across. */
const need = interpret(
  'We record support calls in Spanish and want to know in English what people complain about',
  catalog,
  lexicon,
);
const page = freshPage(catalog, decide(catalog, need));
const fitting = async (wanted: Parameters<typeof fittingDraft>[3]) => {
  const made = await fittingDraft(bundledElkEngine(), page, catalog, wanted);
  if (!made.ok) throw new Error(made.error.message);
  const { thing, direction } = made.value;
  return { direction, folds: foldsOf(planDraft(diagramOf(thing), catalog, direction).graph) };
};

it('flows across where the canvas is wide or large enough', async () => {
  expect(await fitting({ width: 1000, height: 350 })).toEqual({ direction: 'right' });
  expect(await fitting({ width: 2500, height: 2500 })).toEqual({ direction: 'right' });
});

it('is folded where that shows it larger, the inner boundaries first', async () => {
  expect(await fitting({ width: 750, height: 770 })).toEqual({ direction: 'right', folds: 'inner' });
  expect(await fitting({ width: 560, height: 1000 })).toEqual({ direction: 'right', folds: 'outer' });
});

it('flows down where even so it would be much too small', async () => {
  expect(await fitting({ width: 220, height: 1000 })).toEqual({ direction: 'down' });
});

it('flows as the user says, whatever the canvas', async () => {
  expect(await fitting('right')).toEqual({ direction: 'right' });
  expect(await fitting('down')).toEqual({ direction: 'down' });
});
