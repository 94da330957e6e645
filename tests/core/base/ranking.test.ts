import { describe, expect, it } from 'vitest';
import { type Findable, finder, isOneLetterOff, plainWords } from '../../../src/core/base/ranking.ts';

const thing = (name: string, more: Partial<Findable> = {}): Findable => ({
  key: name,
  names: [name],
  otherNames: [],
  text: '',
  rank: 0,
  ...more,
});

const found = (query: string, things: readonly Findable[], noise: readonly string[] = []) =>
  finder(things, new Set(noise))(query).map(({ key }) => key);

describe('what somebody means by what they typed', () => {
  it('goes by how a name is met: whole, another name whole, its beginning, its words, other names, mistyped, said', () => {
    const things = [
      thing('Said', { text: 'It holds a vault for keys' }),
      thing('Volt', {}),
      thing('Strong room', { otherNames: ['vault door'] }),
      thing('Bank vault'),
      thing('Vault of glass'),
      thing('Safe', { otherNames: ['vault'] }),
      thing('Vault'),
    ];
    expect(found('vault', things)).toEqual(['Vault', 'Safe', 'Vault of glass', 'Bank vault', 'Strong room', 'Said']);
    expect(found('vaul', [thing('Vult')])).toEqual(['Vult']);
  });

  it('takes words in any order, begun only, and drops those that say nothing', () => {
    const things = [thing('Acme Speech Service'), thing('Acme')];
    expect(found('serv spe', things)).toEqual(['Acme Speech Service']);
    expect(found('acme speech', things, ['acme'])).toEqual(['Acme Speech Service']);
    expect(found('ACME', things, ['acme'])).toEqual(['Acme']);
    expect(found('speech vault', things)).toEqual([]);
  });

  it('reads a name without its spaces, signs and accents', () => {
    expect(found('stepfunctions', [thing('Step Functions')])).toEqual(['Step Functions']);
    expect(plainWords('K-means (Café) 53')).toEqual(['k', 'means', 'cafe', '53']);
  });

  it('puts the lower rank first among those met alike, then the shorter name, whatever the order of the list', () => {
    const things = [thing('Echo long'), thing('Echo b'), thing('Echo a'), thing('Echo part of all', { rank: -1 })];
    const best = ['Echo part of all', 'Echo a', 'Echo b', 'Echo long'];
    expect(found('echo', things)).toEqual(best);
    expect(found('echo', things.toReversed())).toEqual(best);
  });

  it.each([
    ['lamda', 'lambda', true],
    ['lamdba', 'lambda', true],
    ['lambdas', 'lambda', true],
    ['lanbda', 'lambda', true],
    ['lambda', 'lambda', false],
    ['lmbad', 'lambda', false],
    ['ab', 'ba', true],
    ['a', '', true],
  ])('%s is one letter off %s: %s', (one, other, off) => {
    expect(isOneLetterOff(one, other)).toBe(off);
    expect(isOneLetterOff(other, one)).toBe(off);
  });

  it('finds nothing for no words', () => {
    expect(found('  …', [thing('Echo')])).toEqual([]);
  });
});
