/**
 * Icons as safe pieces of SVG: parsed strictly, copied element by element from a list of what is allowed, so that
 * nothing that a file of an icon package (or of a user's catalogue) holds can run, load or leak anything.
 */
import { SaxesParser } from 'saxes';
import { escapeXml } from './xml.ts';

/** An icon to be drawn in any size. */
export interface Icon {
  /** Left, top, width and height of its own coordinates. */
  readonly viewBox: readonly [number, number, number, number];
  /** Elements as XML text, ids made unique to the icon. */
  readonly body: string;
}

/** Icons by key; a key that is missing is drawn by a neutral glyph. */
export type IconSet = Readonly<Record<string, Icon>>;

const allowedElements: ReadonlySet<string> = new Set([
  'g',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'defs',
  'clipPath',
  'linearGradient',
  'radialGradient',
  'stop',
]);
const allowedAttributes: ReadonlySet<string> = new Set(
  `d points x y x1 y1 x2 y2 cx cy r rx ry fx fy width height transform fill fill-rule fill-opacity clip-rule clip-path
   stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-opacity opacity id offset
   stop-color stop-opacity gradientUnits gradientTransform spreadMethod clipPathUnits`.split(/\s+/),
);

/** Elements within elements: far above any icon, far below what overflows the stack of a program that paints it. */
const deepest = 64;

/** Reads an icon. Of a text that is no SVG, nests deeper than any icon, or has no drawing, it gives an empty icon, which draws nothing. */
export function parseIcon(text: string): Icon {
  const prefix = `i${fingerprint(text)}-`;
  const parser = new SaxesParser({ xmlns: false });
  let viewBox: Icon['viewBox'] = [0, 0, 64, 64];
  let body = '';
  /** Depth of the element below which everything is left out; 0: none. */
  let skipped = 0;
  let depth = 0;
  let broken = false;
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    depth += 1;
    if (depth > deepest) broken = true;
    // Nothing more is gathered of what is not shown.
    if (broken) return;
    if (depth === 1) {
      if (name !== 'svg') broken = true;
      viewBox = readViewBox(attributes);
      return;
    }
    if (skipped === 0 && !allowedElements.has(name)) skipped = depth;
    if (skipped === 0) body += `<${name}${writeAttributes(attributes, prefix)}${isSelfClosing ? '/' : ''}>`;
  });
  parser.on('closetag', ({ name, isSelfClosing }) => {
    if (skipped === 0 && depth > 1 && !isSelfClosing) body += `</${name}>`;
    if (skipped === depth) skipped = 0;
    depth -= 1;
  });
  // No icon needs a document type, and one can hold a bomb of entities.
  parser.on('doctype', () => {
    broken = true;
  });
  parser.on('error', () => {
    broken = true;
  });
  try {
    parser.write(text).close();
  } catch {
    broken = true;
  }
  return broken ? { viewBox: [0, 0, 64, 64], body: '' } : { viewBox, body };
}

function readViewBox(attributes: Readonly<Record<string, string>>): Icon['viewBox'] {
  const [x, y, width, height] = (attributes.viewBox ?? '').split(/[\s,]+/).map(Number);
  const numbers = [x, y, width, height].every((value) => value !== undefined && Number.isFinite(value));
  if (numbers && (width ?? 0) > 0 && (height ?? 0) > 0) return [x ?? 0, y ?? 0, width ?? 64, height ?? 64];
  const side = Number.parseFloat(attributes.width ?? '') || 64;
  return [0, 0, side, Number.parseFloat(attributes.height ?? '') || side];
}

function writeAttributes(attributes: Readonly<Record<string, string>>, prefix: string): string {
  return Object.entries(attributes)
    .filter(([name, value]) => allowedAttributes.has(name) && isHarmless(value))
    .map(([name, value]) => {
      const own = name === 'id' ? prefix + value : value.replace(/url\(\s*#([^)\s]+)\s*\)/g, `url(#${prefix}$1)`);
      return ` ${name}="${escapeXml(own)}"`;
    })
    .join('');
}

/** A `url()` may only point into the icon itself. */
const isHarmless = (value: string): boolean =>
  !/url\((?!\s*#)/i.test(value) && !/javascript:|expression\(/i.test(value);

/** FNV-1a of 32 bits: the same icon gets the same prefix on every machine. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}
