import { expect, it } from 'vitest';
import { formats, readDamaged } from '../../support/damagedFormats.ts';

// Documents are in codecProperties.test.ts; ten thousand of each in tests/soak/formats.test.ts.
it.each(Object.keys(formats) as (keyof typeof formats)[])(
  'row 13: damaged texts of the format %s never throw',
  (name) => {
    const counts = readDamaged(name, 300, 13);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(300);
    expect(Object.keys(counts).length).toBeGreaterThan(1);
  },
);
