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

const fail = (what: string): never => {
  throw new Error(`The SVG holds ${what}`);
};

/** Reads an exported SVG strictly, and finds nothing in it that could run, load or lead anywhere. */
export function harmlessSvg(svg: string): readonly XmlElement[] {
  const found = parseStrictly(svg);
  for (const { name, attributes, text } of found) {
    if (!elements.has(name) && !iconElements.has(name)) fail(`an element <${name}>`);
    if (name === 'style' && !/^(@font-face\{[^{}@]*src:url\(data:font\/woff2;base64,[^()]*\)[^{}@]*\})*$/.test(text))
      fail(`a <style> with more than fonts: ${text.slice(0, 100)}`);
    for (const [key, value] of Object.entries(attributes)) {
      if (/^on|^style$|^class$|^xml:|^xlink:/.test(key)) fail(`an attribute ${key} of <${name}>`);
      if (key === 'href' && !(name === 'image' && /^data:image\/(png|jpeg|webp|svg\+xml)[;,]/.test(value)))
        fail(`a link of <${name}> to ${value.slice(0, 100)}`);
      // What is said may be anything; what is drawn names no address but a part of its own.
      if (key !== 'aria-label' && key !== 'href' && /url\((?!#)|javascript:|expression\(/i.test(value))
        fail(`an attribute ${key}="${value.slice(0, 100)}"`);
    }
  }
  return found;
}
