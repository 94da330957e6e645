import { describe, expect, it } from 'vitest';
import type { Flow } from '../../../src/core/decision/decision.ts';
import { throughRegistries } from '../../../src/core/drafting/registries.ts';

const flow = (from: string, to: string, data: string): Flow => ({ from, to, data, label: data });
const lines = (flows: readonly Flow[]) =>
  throughRegistries(flows, (kind) => kind === 'image').map(({ from, to, data }) => `${from} -${data}-> ${to}`);

describe('throughRegistries', () => {
  it('leads what comes in through the registry', () => {
    expect(lines([flow('input', 'runner', 'image'), flow('shelf', 'runner', 'registry')])).toEqual([
      'input -image-> shelf',
      'shelf -image-> runner',
    ]);
  });

  it('pushes what is built and pulls what is run', () => {
    const flows = [
      flow('builder', 'runner', 'image'),
      flow('shelf', 'builder', 'registry'),
      flow('shelf', 'runner', 'registry'),
    ];
    expect(lines(flows)).toEqual(['builder -image-> shelf', 'shelf -image-> runner']);
    expect(lines([flow('builder', 'output', 'image'), flow('shelf', 'builder', 'registry')])).toEqual([
      'builder -image-> shelf',
      'shelf -image-> output',
    ]);
  });

  it('leaves a registry beside what works on other data', () => {
    const flows = [flow('input', 'trainer', 'table'), flow('shelf', 'trainer', 'registry')];
    expect(lines(flows)).toEqual(['input -table-> trainer', 'shelf -registry-> trainer']);
  });

  it('leaves a registry that is a stage of the way as it is', () => {
    const flows = [
      flow('builder', 'shelf', 'image'),
      flow('shelf', 'runner', 'image'),
      flow('shelf', 'runner', 'registry'),
    ];
    expect(lines(flows)).toEqual(['builder -image-> shelf', 'shelf -image-> runner', 'shelf -image-> runner']);
  });
});
