import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/core/decision/decide.ts';
import { type Need, needSchema } from '../../../src/core/decision/need.ts';
import { planChains } from '../../../src/core/planning/chains.ts';
import { printShop } from '../../fixtures/printShopCatalog.ts';

const catalog = printShop();
const need = (value: unknown): Need => needSchema.parse(value);
const asked = (...tasks: string[]): { task: string }[] => tasks.map((task) => ({ task }));
const ways = (value: unknown) =>
  planChains(catalog, need(value)).map(({ stages }) => stages.map(({ entry }) => entry).join(' > '));

describe('chains over a catalogue of another trade', () => {
  it('finds the one service and the composed way, by their types', () => {
    const found = ways({ tasks: asked('bind-books'), have: ['manuscript', 'cover-art'] });
    expect(found).toContain('instant-book');
    expect(found.find((way) => way.endsWith('binder'))).toBe('galley > laser > painter > binder');
  });

  it('puts in what the data needs first', () => {
    expect(ways({ tasks: asked('set-pages', 'print-sheets'), have: ['scrawl'] })[0]).toBe('quill > galley > laser');
  });

  it('offers the press with its plates beside the laser, for its craft', () => {
    const [first, second] = planChains(catalog, need({ tasks: asked('print-sheets'), have: ['pages'] }));
    expect(first?.stages.map(({ entry }) => entry)).toEqual(['laser']);
    expect(first?.supporting).toEqual(['paper-store']);
    expect(second?.stages.map(({ entry }) => entry)).toEqual(['etcher', 'offset']);
    expect(second?.tradeOff[0]).toBe(
      'One service more and one supporting part fewer; better for craft, worse for calm.',
    );
    expect(second?.tradeOff[1]).toBe('Etcher and Offset press in place of Laser.');
    expect(second?.caveats).toEqual(['"Make plates" was put in, done by Etcher.']);
  });

  it('joins two branches where a stage takes two inputs', () => {
    const { architecture } = decide(
      catalog,
      need({ tasks: asked('print-sheets', 'print-covers', 'bind-books'), have: ['pages', 'cover-art'] }),
    );
    const into = architecture.flows.filter(({ to }) => to === 'binder').map(({ from, data }) => `${from}: ${data}`);
    expect(into.sort()).toEqual(['laser: sheets', 'painter: covers']);
  });

  it('goes from what is at hand to what is wanted where no task is named', () => {
    const [first] = planChains(catalog, need({ have: ['scrawl'], want: ['sheets'] }));
    expect(first?.stages.map(({ entry }) => entry)).toEqual(['quill', 'galley', 'laser']);
  });
});
