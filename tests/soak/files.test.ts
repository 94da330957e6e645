import { it } from 'vitest';
import { interleaveSaves } from '../support/interleavedSaves.ts';
import { openUnchanged } from '../support/openUnchanged.ts';

it('row 5: 1,000 interleavings of save, autosave and save-as mix nothing and lose nothing', () =>
  interleaveSaves(1_000, Number(process.env.LODESTACK_SEED ?? 5)));

it('row 12: opening 10,000 files, sound and damaged, changes no byte and no time of any', () =>
  openUnchanged(10_000, Number(process.env.LODESTACK_SEED ?? 12)));
