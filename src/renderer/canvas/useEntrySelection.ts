import { useMemo } from 'react';
import type { Scene } from '../../core/scene/scene.ts';
import { useWindow } from '../app/services.ts';

const nothing: ReadonlySet<string> = new Set();

/** What is shown as selected where the view says nothing of it: what stands for the entry that is selected in the window. */
export function useEntrySelection(scene: Scene, own: ReadonlySet<string> | undefined): ReadonlySet<string> {
  const entry = useWindow((state) => state.selection);
  const shown = useMemo(() => {
    if (own || entry === undefined) return nothing;
    const ids = scene.nodes.flatMap((node) => [
      ...(node.entry === entry ? [node.id] : []),
      ...node.rows.flatMap(({ id }) => (id === entry ? [id] : [])),
    ]);
    return new Set(ids);
  }, [scene, own, entry]);
  return own ?? shown;
}
