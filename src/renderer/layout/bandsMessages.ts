import type { Result } from '../../core/base/result.ts';
import type { Layout, LayoutFailure, LayoutGraph } from '../../core/layout/layout.ts';

/** What the window and the worker that lays out bands say to each other. */
export interface BandsRequest {
  readonly id: number;
  readonly graph: LayoutGraph;
}

export interface BandsAnswer {
  readonly id: number;
  readonly result: Result<Layout, LayoutFailure>;
}
