import { it } from 'vitest';
import { interleaveSaves } from '../../support/interleavedSaves.ts';

// The soak run does 1,000.
it('row 5: 200 interleavings of save, autosave and save-as mix nothing and lose nothing', () =>
  interleaveSaves(200, 5));
