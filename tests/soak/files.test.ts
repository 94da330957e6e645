import { it } from 'vitest';
import { tellFigure } from '../support/figure.ts';
import { interleaveSaves } from '../support/interleavedSaves.ts';
import { openUnchanged } from '../support/openUnchanged.ts';

it('row 5: 1,000 interleavings of save, autosave and save-as mix nothing and lose nothing', async (context) => {
  await interleaveSaves(1_000, Number(process.env.LODESTACK_SEED ?? 5));
  tellFigure(context, '1,000 interleavings');
});

it('row 12: opening 10,000 files, sound and damaged, changes no byte and no time of any', async (context) => {
  await openUnchanged(10_000, Number(process.env.LODESTACK_SEED ?? 12));
  tellFigure(context, '10,000 files');
});
