import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseIcon } from '../../../src/core/render/icon.ts';
import { findIcon } from '../../../src/core/render/neutralIcons.ts';
import { parseStrictly } from '../../support/strictXml.ts';

const svg = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="1 2 30 40">${inside}</svg>`;

describe('parseIcon', () => {
  it('reads the frame and the shapes', () => {
    expect(parseIcon(svg('<title>x</title><g fill="#fff"><path d="M0 0h1"/></g>'))).toEqual({
      viewBox: [1, 2, 30, 40],
      body: '<g fill="#fff"><path d="M0 0h1"/></g>',
    });
  });

  it('drops what runs, loads or styles, with everything inside', () => {
    const hostile = [
      '<script>alert(1)</script>',
      '<style>*{fill:red}</style>',
      '<foreignObject><path d="M9 9"/></foreignObject>',
      '<image href="https://example.com/x.png"/>',
      '<use href="https://example.com/x.svg#a"/>',
      '<rect width="1" onclick="alert(1)" style="fill:url(https://example.com)" fill="url(https://example.com/#a)"/>',
      '<a href="javascript:alert(1)"><path d="M8 8"/></a>',
    ];
    expect(parseIcon(svg(hostile.join(''))).body).toBe('<rect width="1"/>');
  });

  it('makes ids its own, so that two icons never share one', () => {
    const one = parseIcon(
      svg('<defs><clipPath id="a"><path d="M0 0"/></clipPath></defs><g clip-path="url(#a)"/>'),
    ).body;
    const two = parseIcon(
      svg('<defs><clipPath id="a"><path d="M1 1"/></clipPath></defs><g clip-path="url(#a)"/>'),
    ).body;
    const id = (body: string) => body.match(/id="([^"]+)"/)?.[1];
    expect(id(one)).not.toBe(id(two));
    expect(one).toContain(`url(#${id(one)})`);
  });

  it.each(['', 'not xml', '<svg', '<html/>', '<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', svg('<g>')])(
    'draws nothing of %j',
    (text) => {
      expect(parseIcon(text).body).toBe('');
    },
  );

  it.each([65, 5_000, 200_000])(
    'row 21: draws nothing of shapes %d deep, which the program that paints might not survive',
    (deep) => {
      expect(parseIcon(svg(`${'<g>'.repeat(deep)}<path d="M0 0"/>${'</g>'.repeat(deep)}`)).body).toBe('');
    },
  );

  it('draws what is no deeper than people draw', () => {
    expect(parseIcon(svg(`${'<g>'.repeat(60)}<path d="M0 0"/>${'</g>'.repeat(60)}`)).body).toContain('<path');
  });

  it('keeps every icon of the package drawable', () => {
    const folder = 'node_modules/aws-icons/icons';
    for (const kind of readdirSync(folder)) {
      for (const file of readdirSync(`${folder}/${kind}`)) {
        const { body } = parseIcon(readFileSync(`${folder}/${kind}/${file}`, 'utf8'));
        expect(body, file).toMatch(/<(path|rect|circle)/);
        parseStrictly(`<g>${body}</g>`);
      }
    }
  });
});

describe('glyphs of our own', () => {
  it('tell every kind of a node apart', () => {
    const kinds = ['service', 'actor', 'data', 'queue', 'note', 'text', 'picture', 'boundary'];
    const bodies = kinds.map((kind) => findIcon({}, `neutral/${kind}`).body);
    expect(new Set(bodies).size).toBe(kinds.length);
    expect(bodies).not.toContain(findIcon({}, 'no/such/icon').body);
  });
});
