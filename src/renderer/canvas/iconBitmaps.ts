/** Icons as bitmaps, each made once for each size that is drawn: an SVG drawn anew every frame would take too long. */
import type { IconSet } from '../../core/render/icon.ts';
import { iconUrl } from '../widgets/iconUrl.ts';

/** Icons as bitmaps, made when they are first asked for, since a canvas can't paint an SVG at once. */
export interface IconBitmaps {
  /** The icon for a box of so many pixels of the screen; undefined until it is loaded. */
  get(key: string, pixels: number): ImageBitmap | undefined;
  /** A picture of the user's own by its `data:` address; undefined until it is loaded, or where it can't be. */
  picture(address: string): HTMLImageElement | undefined;
  /** Called when an icon that was asked for is there. */
  onLoaded(listener: () => void): () => void;
}

/** Sizes that bitmaps are made in, px of the screen: the next larger one is drawn smaller. */
const sizes = [12, 24, 48, 96, 192] as const;
/** The policy of the page lets pictures come from blobs, not from addresses that somebody could have written. */
function blobOf(address: string): string {
  const [head = '', body = ''] = address.split(',', 2);
  const type = /^data:(image\/(?:png|jpeg|webp|svg\+xml));base64$/.exec(head)?.[1];
  if (type === undefined) return '';
  try {
    const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
    return URL.createObjectURL(new Blob([bytes], { type }));
  } catch {
    return '';
  }
}

/** ms. */
const moment = 40;

const cache = new WeakMap<IconSet, IconBitmaps>();

const rightSize = (pixels: number): number => sizes.find((size) => size >= pixels * 0.9) ?? 192;

function rendered(image: HTMLImageElement, size: number): ImageBitmap | undefined {
  const canvas = new OffscreenCanvas(size, size);
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, size, size);
  return canvas.transferToImageBitmap();
}

function create(icons: IconSet): IconBitmaps {
  const images = new Map<string, HTMLImageElement>();
  const bitmaps = new Map<string, ImageBitmap | undefined>();
  const listeners = new Set<() => void>();
  let told = false;
  /** Icons come one by one, but close together: one call for all of a moment, because each paints the picture anew. */
  const tell = () => {
    if (told) return;
    told = true;
    setTimeout(() => {
      told = false;
      for (const listener of listeners) listener();
    }, moment);
  };
  const load = (key: string, address = iconUrl(icons, key)): HTMLImageElement => {
    const image = new Image();
    image.src = address;
    images.set(key, image);
    image.addEventListener('load', tell);
    return image;
  };
  return {
    get(key, pixels) {
      const image = images.get(key) ?? load(key);
      if (!image.complete || image.naturalWidth === 0) return undefined;
      const size = rightSize(pixels);
      const name = `${size} ${key}`;
      const known = bitmaps.get(name);
      if (known !== undefined) return known;
      const made = rendered(image, size);
      bitmaps.set(name, made);
      return made;
    },
    picture(address) {
      const image = images.get(address) ?? load(address, blobOf(address));
      return image.complete && image.naturalWidth > 0 ? image : undefined;
    },
    onLoaded(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The bitmaps of an icon set, shared by all canvases. */
export function iconBitmaps(icons: IconSet): IconBitmaps {
  const made = cache.get(icons) ?? create(icons);
  cache.set(icons, made);
  return made;
}
