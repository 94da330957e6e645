import type { Page } from '@playwright/test';
import type { ThemeName } from '../../src/core/scene/scene.ts';

/** The size of a window, in CSS pixels. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** A picture of the window: which state it shows, and how a hand gets there. */
export interface Shot {
  /** The picture is `window-<name>-<theme>.png`. */
  readonly name: string;
  /** 1440x900 unless told. */
  readonly size?: WindowSize;
  /** Both unless told. */
  readonly themes?: readonly ThemeName[];
  /** What is done before the page is loaded. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** Brings the opened window into the state to show. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}
