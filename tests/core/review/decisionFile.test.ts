import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/core/decision/decide.ts';
import { needSchema } from '../../../src/core/decision/need.ts';
import { decisionJson } from '../../../src/core/export/decisionJson.ts';
import { readDecisionFile } from '../../../src/core/review/decisionFile.ts';
import { smallCatalog } from '../../fixtures/smallCatalog.ts';

const catalog = smallCatalog();
const decision = decisionJson(catalog, decide(catalog, needSchema.parse({ tasks: [{ task: 'feel-mood' }] })));
const text = JSON.stringify(decision, null, 2);

const failureOf = (source: string) => {
  const read = readDecisionFile(source);
  if (read.ok) throw new Error('It was read');
  return read.error;
};

describe('readDecisionFile', () => {
  it('reads what was written, and the decision within a record as JSON', () => {
    const read = readDecisionFile(text);
    expect(read).toMatchObject({ ok: true, value: { catalogAsOf: '2026-11-01', need: decision.need } });
    expect(readDecisionFile(JSON.stringify({ format: 'madr', markdown: '# x', decision }))).toEqual(read);
  });

  it('leaves alone what a later writer adds', () => {
    expect(readDecisionFile(JSON.stringify({ ...decision, extra: { deep: [1] } })).ok).toBe(true);
  });

  it.each([
    ['', /no JSON/],
    ['hello', /no JSON/],
    ['[]', /no JSON|no decision/],
    ['null', /no JSON|no decision/],
    ['{}', /no decision of Lodestack/],
    ['{"format":"lodestack","version":1}', /no decision of Lodestack/],
    ['---\nstatus: accepted\n---\n# Title', /Markdown/],
    ['# Title', /Markdown/],
    [`${JSON.stringify(decision)}\n${JSON.stringify(decision)}\n`, /several decisions, one a line/],
    [`${'{"a":'.repeat(100)}1${'}'.repeat(100)}`, /nested deeper/],
  ])('says of %j that it is not ours', (source, message) => {
    const failure = failureOf(source);
    expect(failure.kind).toBe('not-ours');
    expect(failure.message).toMatch(message);
    expect(failure.remedy).not.toBe('');
  });

  it('refuses a newer version, and says which', () => {
    expect(failureOf(JSON.stringify({ ...decision, version: 7 }))).toMatchObject({
      kind: 'too-new',
      message: 'A newer Lodestack wrote it (version 7; this one reads up to 1)',
    });
  });

  it.each([
    [text.slice(0, text.length / 2), /breaks off/],
    [JSON.stringify({ ...decision, version: 'one' }), /version/],
    [JSON.stringify({ ...decision, need: undefined }), /^need: Is missing/],
    [JSON.stringify({ ...decision, catalogAsOf: '2026-02-30' }), /^catalogAsOf: The calendar has no such day/],
    [
      JSON.stringify({ ...decision, recommendations: [{ ...decision.recommendations[0], score: '9' }] }),
      /^recommendations\[0\]\.score: Must be a number, not a text/,
    ],
  ])('names what is damaged', (source, message) => {
    const failure = failureOf(source);
    expect(failure.kind).toBe('damaged');
    expect(failure.message).toMatch(message);
  });

  it('never throws, however it was damaged', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 6 }), (start, length, put) => {
        const read = readDecisionFile(text.slice(0, start) + put + text.slice(start + length));
        expect(read.ok || ['not-ours', 'too-new', 'damaged'].includes(read.error.kind)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('lets no key reach a prototype', () => {
    const hostile = text.replace('"preferences": {}', '"preferences": {"__proto__": {"polluted": 1}}');
    expect(hostile).not.toBe(text);
    const read = readDecisionFile(hostile);
    if (read.ok) expect(Object.getPrototypeOf(read.value.need.preferences)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
