import { expect, it } from 'vitest';
import { formats, readDamaged } from '../support/damagedFormats.ts';

const seed = Number(process.env.LODESTACK_SEED ?? Date.now() % 1_000_000);

it.each(Object.keys(formats) as (keyof typeof formats)[])(
  `row 13: 10,000 damaged texts of the format %s never throw (seed ${seed})`,
  (name) => {
    const counts = readDamaged(name, 10_000, seed);
    console.log(name, counts);
    expect(Object.keys(counts).length).toBeGreaterThan(1);
  },
);
