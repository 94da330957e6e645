/** What the window and the painter of PNGs say to each other. */
export interface PaintRequest {
  readonly id: number;
  readonly svg: string;
  /** Pixels of the picture for one px of the SVG. */
  readonly scale: number;
  readonly fonts: readonly ArrayBuffer[];
  /** Address of resvg's WebAssembly. */
  readonly wasm: string;
}

export type PaintAnswer =
  | { readonly id: number; readonly png: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly error: string };
