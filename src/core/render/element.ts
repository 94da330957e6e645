import { escapeXml, formatNumber } from './xml.ts';

/** Attributes in the order in which they are written; those that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element as text; `children` are elements already written. */
export function element(name: string, attributes: Attributes, children = ''): string {
  let written = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined)
      written += ` ${key}="${typeof value === 'number' ? formatNumber(value) : escapeXml(value)}"`;
  }
  return children === '' ? `${written}/>` : `${written}>${children}</${name}>`;
}

/** An element that holds text. */
export const textElement = (name: string, attributes: Attributes, text: string): string =>
  element(name, attributes, escapeXml(text));
