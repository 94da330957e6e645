/** A place on the picture, in px; x grows to the right and y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Width and height in px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A rectangle in px: its top left corner and its size. */
export interface Rectangle extends Point, Size {}
