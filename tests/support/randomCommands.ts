/** Random edits of a document, by a person who clicks anywhere: most make sense, some don't and have to be refused. */
import fc from 'fast-check';
import { seededRandom } from '../../src/core/base/random.ts';
import { needSchema } from '../../src/core/decision/need.ts';
import { alignments, axes } from '../../src/core/diagram/align.ts';
import { clipOf } from '../../src/core/diagram/clipboard.ts';
import type { Boxes, PageCommand } from '../../src/core/diagram/command.ts';
import { edgeDirections, edgeStyles, groupKinds, nodeKinds, tones } from '../../src/core/diagram/diagram.ts';
import type { Page } from '../../src/core/diagram/page.ts';
import type { Command, SingleCommand } from '../../src/core/document/command.ts';
import { findPage, type SketchDocument } from '../../src/core/document/document.ts';

/** A command before it is known what there is to do it to: numbers pick from what is there. */
export interface Whim {
  readonly kind: number;
  readonly picks: readonly number[];
  readonly point: { readonly x: number; readonly y: number };
  readonly text: string;
}

/** Any number that a pointer or a program could hand in, the mad ones included. */
const coordinate = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: -2000, max: 2000 }) },
  { weight: 3, arbitrary: fc.double({ min: -5000, max: 5000, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1e300, 1e9, -0) },
);

const label = fc.oneof(
  { weight: 8, arbitrary: fc.string({ maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', '', '\u0000', '</script>'),
  },
);

export const whims = (count: number): fc.Arbitrary<readonly Whim[]> =>
  fc.array(
    fc.record({
      kind: fc.nat(999),
      picks: fc.array(fc.nat(999), { minLength: 3, maxLength: 6 }),
      point: fc.record({ x: coordinate, y: coordinate }),
      text: label,
    }),
    { minLength: count, maxLength: count },
  );

const pick = <Value>(values: readonly Value[], at: number): Value | undefined => values[at % values.length];

/** Boxes as a canvas would draw them. */
function boxesOf(page: Page): Boxes {
  const random = seededRandom(Object.keys(page.nodes).length);
  return Object.fromEntries(
    [...Object.values(page.nodes), ...Object.values(page.groups)].map(({ id, position, size }) => [
      id,
      {
        x: position?.x ?? Math.floor(random() * 500),
        y: position?.y ?? Math.floor(random() * 500),
        width: size?.width ?? 120,
        height: size?.height ?? 60,
      },
    ]),
  );
}

/** The command that a whim comes to on this document; ids that don't exist are among what may be picked. */
export function commandOf(document: SketchDocument, whim: Whim): Command {
  if (whim.kind % 17 === 16) {
    const commands = [0, 1, 2].map((step) => singleOf(document, { ...whim, kind: whim.kind + step * 5 + 1 }));
    return { type: 'batch', commands };
  }
  return singleOf(document, whim);
}

function singleOf(document: SketchDocument, whim: Whim): SingleCommand {
  const [first = 0, second = 0, third = 0] = whim.picks;
  const id = pick([...document.pageOrder, ...document.pageOrder, 'nowhere'], first) ?? 'nowhere';
  const page = findPage(document, id);
  if (!page || whim.kind % 12 === 11) return documentCommand(document, whim, id, second, third);
  return { ...pageCommand(page, whim, document), page: id };
}

function documentCommand(
  document: SketchDocument,
  whim: Whim,
  page: string,
  second: number,
  third: number,
): SingleCommand {
  const content = pick(Object.values(document.pages), second);
  const commands: readonly SingleCommand[] = [
    { type: 'add-page', title: whim.text },
    { type: 'remove-page', page },
    { type: 'rename-page', page, title: whim.text },
    { type: 'move-page', page, to: third % (document.pageOrder.length + 1) },
    { type: 'duplicate-page', page, title: whim.text },
    { type: 'set-title', title: whim.text },
    { type: 'set-decision', decision: third % 3 === 0 ? null : { catalogAsOf: '2026-11-23', chosen: [whim.text] } },
    { type: 'set-need', need: third % 2 === 0 ? null : needSchema.parse({ tasks: [], text: whim.text }) },
    // A page that was removed, put back at a place of its own.
    {
      type: 'add-page',
      title: whim.text,
      at: third % (document.pageOrder.length + 2),
      ...(content && third % 2 === 0 && { content }),
    },
  ];
  // Pages are copied seldom, so that a document stays small.
  const rare = document.pageOrder.length > 3 ? 1 : second;
  return pick(commands, rare) ?? { type: 'set-title', title: whim.text };
}

function pageCommand(page: Page, whim: Whim, document: SketchDocument): PageCommand {
  const boxIds = [...Object.keys(page.nodes), ...Object.keys(page.groups)].sort();
  const all = [...boxIds, ...Object.keys(page.edges).sort(), '__proto__', 'lost'];
  const groups = [...Object.keys(page.groups).sort(), 'lost'];
  const [first = 0, second = 0, third = 0] = whim.picks;
  const ids = whim.picks.slice(2).map((at) => pick(all, at) ?? 'lost');
  const one = pick(all, second) ?? 'lost';
  const holder = pick(groups, third) ?? 'lost';
  const boxes = boxesOf(page);
  const ends = boxIds.length > 0 ? boxIds : ['lost'];
  const end = (at: number): string => pick(ends, at) ?? 'lost';
  const box = { ...whim.point, width: (first % 400) + 10, height: (second % 300) + 10 };
  const tone = pick(tones, third) ?? 'plain';
  const commands: readonly PageCommand[] = [
    {
      type: 'add',
      nodes: [
        {
          kind: pick(nodeKinds, first) ?? 'note',
          label: whim.text,
          ...(second % 3 > 0 && { position: whim.point }),
          ...(third % 2 === 0 && holder !== 'lost' && { group: holder }),
          ...(second % 5 === 0 && { origin: 'draft' as const }),
        },
      ],
    },
    {
      type: 'add',
      groups: [
        {
          kind: pick(groupKinds, first) ?? 'custom',
          label: whim.text,
          ...(third % 2 === 0 && holder !== 'lost' && { parent: holder }),
        },
      ],
    },
    { type: 'add', edges: [{ from: end(first), to: end(second), style: pick(edgeStyles, third) ?? 'flow' }] },
    {
      type: 'add',
      nodes: [
        { id: `own-${first}`, kind: 'note', label: whim.text },
        { id: `other-${first}`, kind: 'actor', label: '', position: { x: first, y: second } },
      ],
      edges: [{ id: `edge-own-${third}`, from: `own-${first}`, to: `other-${first}`, style: 'flow', label: whim.text }],
    },
    { type: 'remove', ids: [one] },
    { type: 'remove', ids: ids.slice(0, 2), content: 'keep' },
    { type: 'set', ids: [one], fields: { label: whim.text } },
    { type: 'set', ids, fields: { tone, ...(third % 2 === 0 && { comments: [] }) } },
    { type: 'set', ids: [one], fields: { locked: third % 3 === 0 } },
    { type: 'set', ids: [holder], fields: { collapsed: second % 2 === 0 ? true : null } },
    { type: 'set', ids: [one], fields: { detail: whim.text === '' ? null : whim.text } },
    { type: 'set', ids: [end(second)], fields: { kind: pick([...nodeKinds, ...groupKinds], third) ?? 'note' } },
    {
      type: 'set',
      ids: [pick(Object.keys(page.edges).sort(), second) ?? one],
      fields: { style: pick(edgeStyles, third) ?? 'flow', direction: pick(edgeDirections, first) ?? null },
    },
    { type: 'set', ids: [end(second)], fields: { pinned: true, label: whim.text } },
    { type: 'move', ids, by: whim.point, ...(third % 2 === 0 && { boxes }) },
    { type: 'move', ids: [end(first)], by: whim.point, boxes },
    { type: 'resize', id: one, box },
    { type: 'place', places: Object.fromEntries(boxIds.map((id, at) => [id, { ...whim.point, x: at * 40 }])) },
    { type: 'fit', ids: [holder], boxes, how: third % 2 === 0 ? 'grow' : 'fit' },
    { type: 'reconnect', id: one, from: end(third) },
    { type: 'reconnect', id: one, to: end(third), from: end(first) },
    { type: 'nest', ids: [end(first), end(second)], into: third % 4 === 0 ? null : holder },
    { type: 'order', ids, to: pick(['front', 'back', 'forward', 'backward'] as const, first) ?? 'front' },
    { type: 'align', ids: ids.map((_, at) => end(first + at)), boxes, way: pick(alignments, third) ?? 'left' },
    { type: 'distribute', ids: ids.map((_, at) => end(first + at)), boxes, axis: pick(axes, third) ?? 'x' },
    { type: 'duplicate', ids: [end(first), end(third)], by: { x: 20, y: 20 } },
    {
      type: 'paste',
      clip: clipOf(pick(Object.values(document.pages), first) ?? page, ids, 'forgotten'),
      by: whim.point,
      ...(third % 3 === 0 && { into: holder }),
    },
    { type: 'merge-draft', fresh: pick(Object.values(document.pages), second) ?? page },
  ];
  // Whatever doubles is refused a page that is large already: a run is about rules, not about size.
  const command = pick(commands, Math.floor(whim.kind / 12)) ?? { type: 'remove', ids: [one] };
  const doubles = command.type === 'duplicate' || command.type === 'paste' || command.type === 'merge-draft';
  return doubles && boxIds.length > 60 ? { type: 'remove', ids: [one] } : command;
}
