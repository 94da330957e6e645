import { it } from 'vitest';
import { interleaveSaves } from '../support/interleavedSaves.ts';

it('row 5: 1,000 interleavings of save, autosave and save-as mix nothing and lose nothing', () =>
  interleaveSaves(1_000, Number(process.env.LODESTACK_SEED ?? 5)));
