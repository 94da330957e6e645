import { countedIds } from '../../src/core/diagram/ids.ts';
import { emptyDocument } from '../../src/core/document/document.ts';
import { createMemoryPlatform, emptyWorld, type MemoryWorld } from '../../src/platform/memory/memoryPlatform.ts';
import type { Platform } from '../../src/platform/port.ts';
import { createFilesStore } from '../../src/renderer/files/filesStore.ts';
import { createSketchStore } from '../../src/renderer/sketch/sketchStore.ts';
import { takeNeed } from '../../src/renderer/state/takeNeed.ts';
import { createWindowStore, firstState, type Notice } from '../../src/renderer/state/windowState.ts';
import { smallCatalog } from '../fixtures/smallCatalog.ts';

const catalog = smallCatalog();

/** The part of a window that files need, over a world in memory; `wrap` may delay what the platform does. */
export function memoryWindow(
  world: MemoryWorld = emptyWorld(),
  wrap: (platform: Platform) => Platform = (platform) => platform,
  backupId: string = crypto.randomUUID(),
) {
  const platform = wrap(createMemoryPlatform(world));
  const notices: Omit<Notice, 'id'>[] = [];
  const sketch = createSketchStore(countedIds(), (text) => notices.push({ tone: 'danger', text }));
  const store = createWindowStore(firstState, 'light');
  const files = createFilesStore({
    platform,
    backupId,
    sketch,
    notify: (notice) => notices.push(notice),
    show: () => store.getState().show('draft'),
    takeNeed: (document, quietly) => takeNeed(store, catalog, document, quietly),
  });
  /** Writes a note on the page, as a hand does. */
  const draw = (label: string): void => {
    sketch.getState().edit({ type: 'add', nodes: [{ kind: 'note', label, position: { x: 0, y: 0 } }] });
  };
  /** An empty sketch that does not follow the need. */
  const begin = (title = 'Untitled'): void => sketch.getState().open(emptyDocument('sketch', title), {});
  return { world, platform, store, sketch, files, notices, draw, begin };
}
