import { expect, it } from 'vitest';
import { formats, readDamaged } from '../../support/damagedFormats.ts';

// Documents are in codecProperties.test.ts; ten thousand of each in tests/soak/formats.test.ts.
it.each(Object.keys(formats) as (keyof typeof formats)[])(
  'row 13: damaged texts of the format %s never throw',
  (name) => {
    // A catalogue takes a hundred times as long to check, and has five hundred damages of its own (loadProperties.test.ts).
    const runs = name === 'catalogue' ? 30 : 300;
    const counts = readDamaged(name, runs, 13);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(runs);
    expect(Object.keys(counts).length).toBeGreaterThan(1);
  },
);
