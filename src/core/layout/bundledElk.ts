import ElkConstructor from 'elkjs/lib/elk.bundled.js';
import { createElkEngine } from './elkEngine.ts';
import type { LayoutEngine } from './layout.ts';

/** The engine in the process itself: for the command line, benches and tests. It has no worker and needs none. */
export const bundledElkEngine = (): LayoutEngine => createElkEngine(new ElkConstructor());
