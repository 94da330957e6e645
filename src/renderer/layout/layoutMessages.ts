import type { Result } from '../../core/base/result.ts';
import type { Layout, LayoutFailure, LayoutGraph, RelayoutScope } from '../../core/layout/layout.ts';
import type { PackedLayout } from './packedLayout.ts';

/** What the window asks of the worker that lays out by our own code. `before` is there if it is to lay out again. */
export interface LayoutRequest {
  readonly id: number;
  readonly graph: LayoutGraph;
  readonly before?: Layout;
  readonly scope?: RelayoutScope;
}

/** What the worker says to the request of that id. */
export interface LayoutAnswer {
  readonly id: number;
  readonly result: Result<PackedLayout, LayoutFailure>;
}
