import type { IconSet } from '../../core/render/icon.ts';
import { findIcon } from '../../core/render/neutralIcons.ts';

const made = new WeakMap<IconSet, Map<string, string>>();

/** The address of an icon as an image of its own, made once: nothing of it becomes part of the page. */
export function iconUrl(icons: IconSet, key: string): string {
  const urls = made.get(icons) ?? new Map<string, string>();
  made.set(icons, urls);
  const known = urls.get(key);
  if (known !== undefined) return known;
  const { viewBox, body } = findIcon(icons, key);
  const [, , width, height] = viewBox;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${viewBox.join(' ')}">${body}</svg>`;
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  urls.set(key, url);
  return url;
}
