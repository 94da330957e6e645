/** What the window tells a painter of PNGs; each order is answered by a `Result` before the next is given. */
import type { BandToPaint } from '../../core/png/paintPng.ts';

export interface PainterStart {
  /** Files of the shipped font. */
  readonly fonts: readonly ArrayBuffer[];
  /** Address of resvg's WebAssembly. */
  readonly wasm: string;
}

export type PainterOrder = PainterStart | BandToPaint;
