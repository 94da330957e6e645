import { expect, it } from 'vitest';
import { formats, readDamaged } from '../support/damagedFormats.ts';
import { tellFigure } from '../support/figure.ts';

const seed = Number(process.env.LODESTACK_SEED ?? Date.now() % 1_000_000);

it.for(Object.keys(formats) as (keyof typeof formats)[])(
  `row 13: 10,000 damaged texts of the format %s never throw (seed ${seed})`,
  (name, context) => {
    const counts = readDamaged(name, 10_000, seed);
    const told = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
    tellFigure(context, `10,000 of ${name}: ${told.join(', ')}`);
    expect(Object.keys(counts).length).toBeGreaterThan(1);
  },
);
