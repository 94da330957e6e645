import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { encodeRows } from '../../../src/core/png/encodeRows.ts';
import { joinPng } from '../../../src/core/png/joinPng.ts';

const draw = (body: string) =>
  new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">${body}</svg>`).render();

/** The pixels that a decoder reads: resvg draws the PNG again, over white. */
const seen = (png: Uint8Array): Buffer =>
  Buffer.from(
    draw(
      `<rect width="40" height="30" fill="#fff"/><image width="40" height="30" href="data:image/png;base64,${Buffer.from(png).toString('base64')}"/>`,
    ).pixels,
  );

describe('encodeRows', () => {
  for (const [name, body, opaque] of [
    [
      'an opaque picture',
      '<rect width="40" height="30" fill="#123456"/><circle cx="9" cy="9" r="7" fill="#fedcba"/>',
      true,
    ],
    ['a picture without a ground', '<circle cx="20" cy="15" r="9" fill="#c03010" fill-opacity="0.4"/>', false],
  ] as const) {
    it(`writes ${name} that a decoder reads as resvg's own PNG`, () => {
      const image = draw(body);
      const { width, height, pixels: data } = image;
      const halves = [
        encodeRows({ width, data }, { from: 0, count: 11, opaque }),
        encodeRows({ width, data }, { from: 11, count: height - 11, opaque }),
      ];
      const png = joinPng({ width, height }, 1, halves);
      const own = seen(png);
      const resvgs = seen(image.asPng());
      expect(own.length).toBe(resvgs.length);
      const farthest = own.reduce((most, byte, at) => Math.max(most, Math.abs(byte - (resvgs[at] ?? 0))), 0);
      expect(farthest).toBeLessThanOrEqual(1);
      expect(new Set(own).size).toBeGreaterThan(2);
    });
  }
});
