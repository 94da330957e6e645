import { expect } from 'vitest';
import { parseStrictly, type XmlElement } from './strictXml.ts';

/** Everything that a picture of ours is made of; `image` only holds pictures of the user's own. */
const elements = new Set(['svg', 'title', 'desc', 'style', 'g', 'rect', 'path', 'polygon', 'text', 'circle', 'image']);
const iconElements = new Set([
  'defs',
  'clipPath',
  'linearGradient',
  'radialGradient',
  'stop',
  'ellipse',
  'line',
  'polyline',
]);

/** Reads an exported SVG strictly, and finds nothing in it that could run, load or lead anywhere. */
export function harmlessSvg(svg: string): readonly XmlElement[] {
  const found = parseStrictly(svg);
  for (const { name, attributes, text } of found) {
    if (!elements.has(name) && !iconElements.has(name)) expect.fail(`an element <${name}>`);
    if (name === 'style')
      expect(text).toMatch(/^(@font-face\{[^{}@]*src:url\(data:font\/woff2;base64,[^()]*\)[^{}@]*\})*$/);
    for (const [key, value] of Object.entries(attributes)) {
      if (/^on|^style$|^class$|^xml:|^xlink:/.test(key)) expect.fail(`an attribute ${key} of <${name}>`);
      if (key === 'href' && !(name === 'image' && /^data:image\/(png|jpeg|webp|svg\+xml)[;,]/.test(value)))
        expect.fail(`a link of <${name}> to ${value.slice(0, 100)}`);
      // What is said may be anything; what is drawn names no address but a part of its own.
      if (key !== 'aria-label' && key !== 'href' && /url\((?!#)|javascript:|expression\(/i.test(value))
        expect.fail(`${key}="${value.slice(0, 100)}"`);
    }
  }
  return found;
}
