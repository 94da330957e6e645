/** What the window tells a painter of PNGs; each order is answered by a `Result` before the next is given. */
import type { BandToPaint } from '../../core/png/paintPng.ts';

/** The first message to a painter of PNGs. */
export interface PainterStart {
  /** Files of the shipped font. */
  readonly fonts: readonly ArrayBuffer[];
  /** Address of resvg's WebAssembly. */
  readonly wasm: string;
}

/** What a painter is told: how to start, then band after band. */
export type PainterOrder = PainterStart | BandToPaint;
