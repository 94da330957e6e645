import { failure, type Result, success } from '../../core/base/result.ts';
import type { OpenedFile, Platform } from '../../platform/port.ts';
import type { NewPart } from './newPart.ts';

/** Endings of pictures that can stand on a page, and what each is. */
const pictureTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

/** Largest picture: a document is to stay one that can be sent by mail. */
const mostBytes = 2_000_000;

/** A file as the `data:` address of a picture; it is only ever shown as an image, which runs nothing. */
export function pictureAddress({ name, bytes }: OpenedFile): Result<string, string> {
  const type = pictureTypes[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];
  if (!type) return failure(`${name} is no picture that can be shown here; choose a PNG, JPEG, WebP or SVG file.`);
  if (bytes.length > mostBytes)
    return failure(
      `${name} is ${(bytes.length / 1e6).toFixed(1)} MB large; choose a picture of at most ${mostBytes / 1e6} MB.`,
    );
  let text = '';
  // In pieces: as arguments of one call, the bytes of a large picture would not fit on the stack.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return success(`data:${type};base64,${btoa(text)}`);
}

/** A picture that somebody chooses from their files, as a part; nothing where they choose none. */
export async function choosePicture(platform: Platform): Promise<Result<NewPart | undefined, string>> {
  const file = await platform.open(Object.keys(pictureTypes));
  if (!file.ok) return file.error.kind === 'cancelled' ? success(undefined) : failure(file.error.message);
  const address = pictureAddress(file.value);
  if (!address.ok) return address;
  const label = file.value.name.replace(/\.[^.]+$/, '');
  return success({ type: 'node', kind: 'image', label, image: address.value });
}

/** Whether a part is a picture that has yet to be chosen. */
export const lacksPicture = (part: NewPart): boolean =>
  part.type === 'node' && part.kind === 'image' && part.image === undefined;
