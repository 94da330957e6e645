/** What must hold of hostile texts where no browser is needed: shared by the modest run and the long one. */
import { expect } from 'vitest';
import { loadKnowledge } from '../../src/cli/dataFiles.ts';
import { drawPage } from '../../src/cli/drawPage.ts';
import { checkPage } from '../../src/core/checks/checkPage.ts';
import { decide } from '../../src/core/decision/decide.ts';
import { copySelection, readClip } from '../../src/core/diagram/clipboard.ts';
import { inOrder } from '../../src/core/diagram/page.ts';
import { decisionJson } from '../../src/core/export/decisionJson.ts';
import { relativeAddress } from '../../src/core/export/markdown.ts';
import { reviewJson } from '../../src/core/export/reviewJson.ts';
import { superseded } from '../../src/core/export/supersede.ts';
import { readDecisionFile } from '../../src/core/review/decisionFile.ts';
import { review } from '../../src/core/review/redecide.ts';
import { writtenRecord } from '../../src/renderer/export/decisionFiles.ts';
import { honestMarkdown } from './honestMarkdown.ts';
import { hostileDecisionFile, hostileDocument, hostileNeed } from './hostileDocument.ts';
import { roundTrip } from './openingRuns.ts';
import { harmlessSvg } from './strictSvg.ts';

const knowledge = loadKnowledge();
if (!knowledge.ok) throw new Error('The bundled catalogue does not load');
const { catalog } = knowledge.value;
const date = '2026-11-23';

/** A document of these texts: saved and opened, copied and pasted, looked over, and drawn as an SVG both ways. */
export async function hostileSketch(
  payloads: readonly string[],
  fonts: readonly ('embedded' | 'outlined')[],
): Promise<void> {
  const document = hostileDocument(payloads);
  roundTrip(document);
  const [page] = Object.values(document.pages);
  if (!page) throw new Error('no page');
  const ids = [...Object.keys(page.nodes), ...Object.keys(page.groups)];
  const clip = readClip(copySelection(page, ids));
  if (!clip.ok) expect.fail(clip.error.message);
  expect(clip.value.nodes.map(({ label }) => label)).toEqual(inOrder(page.nodes).map(({ label }) => label));
  for (const { text } of checkPage(catalog, page, decide(catalog, hostileNeed(payloads[0] ?? ''))))
    expect(typeof text).toBe('string');
  for (const font of fonts) {
    const drawn = await drawPage(page, document, catalog, { ending: '.svg', theme: 'light', font, scale: 1 });
    if (!drawn.ok) expect.fail(drawn.error);
    // However long a text is, it makes no picture that nobody can open.
    expect(drawn.value.width).toBeLessThan(10_000);
    expect(harmlessSvg(String(drawn.value.content)).filter(({ name }) => name === 'image').length).toBeLessThanOrEqual(
      payloads.length,
    );
  }
}

/** The headings of every record of `hostileNeed`. */
const headings = honestMarkdown(
  writtenRecord(catalog, decide(catalog, hostileNeed('x')), { date, status: 'proposed', supersedes: undefined }),
);

/** A sentence as the need, and an old decision that says it everywhere: written down, reviewed, superseded. */
export function hostileDecision(whole: string, ways: 1 | 2 = 2): void {
  // The parser of Markdown that looks at the record takes half a minute for some long texts; for the record they are all alike.
  const payload = whole.slice(0, 600);
  const need = hostileNeed(payload);
  const decision = decide(catalog, need);
  const json = JSON.stringify(decisionJson(catalog, decision));
  const again = readDecisionFile(json);
  if (!again.ok) expect.fail(again.error.message);
  expect(again.value.need).toEqual(need);

  const old = readDecisionFile(hostileDecisionFile(payload));
  if (!old.ok) expect.fail(old.error.message);
  expect(typeof JSON.stringify(reviewJson(catalog, review(old.value, catalog)))).toBe('string');

  const choices = { date, status: 'proposed', supersedes: undefined } as const;
  const written = [
    writtenRecord(catalog, decision, { ...choices, supersedes: { name: `${payload}.json`, old: old.value } }),
    writtenRecord(catalog, decision, {
      ...choices,
      supersedes: { name: `${payload}.json`, old: { ...old.value, record: undefined } },
    }),
  ];
  for (const record of written.slice(0, ways)) {
    const after = superseded(record, relativeAddress(payload.replaceAll('/', '')));
    if (!after.ok) expect.fail(after.error);
    expect(honestMarkdown(after.value)).toEqual(headings);
    const front = after.value.split('\n').slice(0, 4);
    expect([front[0], front[3]]).toEqual(['---', '---']);
  }
}
