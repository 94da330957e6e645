/** A document that holds hostile texts wherever a document holds text, and a decision file that does. */
import { needSchema } from '../../src/core/decision/need.ts';
import { type DiagramEdge, type DiagramGroup, type DiagramNode, nodeKinds } from '../../src/core/diagram/diagram.ts';
import { type Page, tableOf } from '../../src/core/diagram/page.ts';
import { documentOf, type SketchDocument } from '../../src/core/document/document.ts';

/** Nodes in a row of the page, and px from one to the next: apart enough for a large note. */
const inRow = 15;
const step = { x: 420, y: 360 };
/** Payloads in the boundary of one part, and pages that have a hostile title. */
const boundaries = 12;

/** An SVG that runs and loads whatever an SVG can, as the user's own picture. */
const pictureOf = (payload: string): string => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="pwned()"><script>pwned()</script><image href="https://hostile.invalid/i.png"/><title>${payload}</title></svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
};

const at = '2026-11-23T09:30:00Z';

function node(payload: string, index: number): DiagramNode {
  const kind = nodeKinds[index % nodeKinds.length] ?? 'service';
  return {
    id: `n${index}`,
    kind,
    label: payload,
    detail: payload,
    ...(kind === 'service' && { entry: payload }),
    data: payload,
    covers: [payload],
    why: payload,
    // One that is read as base64, and one that is no picture at all but ends the attribute that it stands in.
    ...(kind === 'image' && { image: index % 2 === 0 ? pictureOf(payload) : `data:image/png;${payload}` }),
    ...(index < boundaries && { group: `g${index}` }),
    position: { x: (index % inRow) * step.x, y: Math.floor(index / inRow) * step.y },
    comments: [{ id: `comment-${index}`, text: payload, author: payload, at }],
  };
}

const edge = (payload: string, index: number, count: number): DiagramEdge => ({
  id: `e${index}`,
  from: `n${index}`,
  to: `n${(index + 1) % count}`,
  label: payload,
  data: payload,
  style: 'flow',
  comments: [{ id: `remark-${index}`, text: payload, author: payload, at }],
});

const group = (payload: string, index: number): DiagramGroup => ({ id: `g${index}`, kind: 'custom', label: payload });

function pageOf(payloads: readonly string[], id: string, title: string): Page {
  return {
    id,
    title,
    nodes: tableOf(payloads.map(node)),
    groups: tableOf(payloads.slice(0, boundaries).map(group)),
    // A page with one part has no line.
    edges: tableOf(payloads.length < 2 ? [] : payloads.map((payload, index) => edge(payload, index, payloads.length))),
  };
}

/**
 * Every payload in every text field of a part, each in the title of a page, and the first in what a document has once. What a
 * need may only name by an id is checked by its schema and holds none.
 */
export function hostileDocument(payloads: readonly string[]): SketchDocument {
  const [first = ''] = payloads;
  const pages = payloads.slice(1).map((payload, index) => pageOf([], `title-${index}`, payload));
  return documentOf('hostile', first, [pageOf(payloads, 'all', first), ...pages], {
    need: hostileNeed(first),
    decision: { catalogAsOf: first.slice(0, 40), chosen: [...payloads] },
    template: first,
  });
}

/** A need that was read out of a hostile sentence. */
export const hostileNeed = (payload: string) =>
  needSchema.parse({
    tasks: [{ task: 'transcribe-recordings', triggers: [{ start: 0, end: 1, words: payload }] }],
    named: [{ entry: 'tostring', stance: 'use', triggers: [{ start: 0, end: 1, words: payload }] }],
    readings: [{ concept: payload, negated: false, triggers: [{ start: 0, end: 1, words: payload }] }],
    text: payload,
  });

/** A decision as it was written down, JSON text, with hostile texts in all that a review tells. */
export function hostileDecisionFile(payload: string): string {
  const lifecycle = {
    status: 'closed-to-new',
    date: '2024-01-31',
    asOf: '2024-02-01',
    note: payload,
    successors: [{ id: 'tostring', name: payload || 'x' }],
  };
  const name = payload || 'x';
  const recommendation = {
    id: 'transcribe',
    name,
    rank: 1,
    score: 50,
    verdict: 'recommended',
    tasks: ['transcribe-recordings'],
    lifecycle,
    capabilities: [{ id: 'gone', name, lifecycle }],
    parts: [{ of: payload, kind: 'task', points: 50 }],
  };
  return JSON.stringify({
    format: 'lodestack-decision',
    version: 1,
    catalogAsOf: '2024-02-01',
    need: hostileNeed(payload),
    needs: [{ task: 'transcribe-recordings', name: payload }],
    recommendations: [recommendation, { ...recommendation, id: 'tostring', rank: 2 }],
    pipeline: ['transcribe'],
    excluded: [{ id: 'comprehend', name, reason: payload, lifecycle }],
    record: { file: payload, title: payload, date: '2024-02-01' },
  });
}
