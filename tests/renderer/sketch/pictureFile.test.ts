import { describe, expect, it } from 'vitest';
import { pictureAddress } from '../../../src/renderer/sketch/pictureFile.ts';

const file = (name: string, bytes = Uint8Array.of(1, 2, 250)) => ({ name, where: name, bytes });

describe('pictureAddress', () => {
  it('turns a picture into an address that holds all of it', () => {
    const large = Uint8Array.from({ length: 100_000 }, (_, at) => at % 256);
    const address = pictureAddress(file('Plan.JPG', large));
    expect(address.ok && address.value.startsWith('data:image/jpeg;base64,')).toBe(true);
    if (address.ok) expect(new Uint8Array(Buffer.from(address.value.split(',')[1] ?? '', 'base64'))).toEqual(large);
  });

  it('names what it refuses, and the way out', () => {
    for (const [name, bytes] of [
      ['plan.pdf', Uint8Array.of(1)],
      ['plan', Uint8Array.of(1)],
      ['huge.png', new Uint8Array(2_000_001)],
    ] as const) {
      const address = pictureAddress(file(name, bytes));
      expect(address.ok ? '' : address.error).toMatch(new RegExp(`^${name} is .*choose a`));
    }
  });
});
