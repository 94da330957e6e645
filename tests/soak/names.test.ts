/** Row 18 in full: a name that every object has, in the place of each key and each text of everything that is opened. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/core/document/readDocument.ts';
import { formatVersion } from '../../src/core/document/saving.ts';
import { formats } from '../support/damagedFormats.ts';
import { tellFigure } from '../support/figure.ts';
import { roundTrip } from '../support/openingRuns.ts';
import { brokenPromises } from '../support/soundDocument.ts';

const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];

/** What every object has: a prototype that was changed has more, or other things. */
const prototypes = () =>
  [Object.prototype, Array.prototype, Function.prototype, Map.prototype, String.prototype].map((prototype) =>
    Object.entries(Object.getOwnPropertyDescriptors(prototype)),
  );

/** Keys and texts of JSON; words of YAML, with or without quotes. */
const places = { json: /"(?:[^"\\]|\\.)*"/g, yaml: /[A-Za-z][\w-]*/g } as const;

/** Each text with one key or text in it replaced by a name, and each object with a thing of that name more. */
function* poisoned(text: string, kind: keyof typeof places): Generator<string> {
  for (const name of names) {
    const word = kind === 'json' ? JSON.stringify(name) : name;
    for (const { 0: found, index } of text.matchAll(places[kind]))
      yield text.slice(0, index) + word + text.slice(index + found.length);
    for (const { index } of text.matchAll(kind === 'json' ? /\{(?=\s*")/g : /\{(?=\s*\w)/g))
      yield `${text.slice(0, index)}{${word}: {"polluted": true},${text.slice(index + 1)}`;
  }
}

/** Reads them all; says how many there were, and how many of them opened. */
function readAll(texts: Iterable<string>, read: (text: string) => boolean): string {
  const before = prototypes();
  let [count, opened] = [0, 0];
  for (const text of texts) {
    count += 1;
    if (read(text)) opened += 1;
    if ('polluted' in {}) expect.fail(`polluted by ${text.slice(0, 2_000)}`);
  }
  expect(prototypes()).toStrictEqual(before);
  expect(opened).toBeGreaterThan(0);
  expect(opened).toBeLessThan(count);
  return `${count} texts, ${opened} of them opened`;
}

const versions = Array.from({ length: formatVersion }, (_, place) => place + 1);

describe('row 18: a name that every object has, in each place', () => {
  it.for(versions)('of a document of version %d', (version, context) => {
    const file = new URL(`../fixtures/documents/version-${version}.lodestack.json`, import.meta.url);
    const read = (text: string): boolean => {
      const opened = readDocument(text);
      if (!opened.ok && opened.error.kind !== 'damaged') return false;
      const found = opened.ok ? opened.value : opened.error.kind === 'damaged' ? opened.error.salvaged : undefined;
      if (!found) return false;
      expect(brokenPromises(found.document)).toEqual([]);
      roundTrip(found.document);
      return opened.ok;
    };
    tellFigure(context, `version ${version}: ${readAll(poisoned(readFileSync(file, 'utf8'), 'json'), read)}`);
  });

  it.for(Object.keys(formats) as (keyof typeof formats)[])('of the format %s', (name, context) => {
    const { sound, read } = formats[name];
    const found = readAll(poisoned(sound, name === 'catalogue' ? 'yaml' : 'json'), (text) => read(text) === 'fine');
    tellFigure(context, `${name}: ${found}`);
  });
});
