/**
 * What each node of a canvas looks like now. A store beside React Flow's: a change of the need then renders the nodes that
 * look otherwise, and nothing of React Flow, which only knows where nodes are.
 */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Scene, SceneNode, ThemeName } from '../../core/scene/scene.ts';
import { isSame } from './keepSame.ts';

export interface NodeLooks {
  readonly nodes: ReadonlyMap<string, SceneNode>;
  readonly theme: ThemeName;
  /** The one target of the canvas that the tab key stops at. */
  readonly entrance: string | undefined;
}

export type NodeLooksStore = StoreApi<NodeLooks>;

/** The looks of a scene; a node that looks as it did keeps its object. */
export function looksOf({ nodes, theme }: Scene, before?: NodeLooks): Omit<NodeLooks, 'entrance'> {
  const kept = nodes.map((node): [string, SceneNode] => {
    const old = before?.nodes.get(node.id);
    return [node.id, old && isSame(old, node) ? old : node];
  });
  return { nodes: new Map(kept), theme };
}

export const createNodeLooks = (scene: Scene): NodeLooksStore =>
  createStore(() => ({ ...looksOf(scene), entrance: undefined }));

export const NodeLooksContext = createContext<NodeLooksStore | undefined>(undefined);

/** A part of the looks; the component renders again only when that part changes. */
export function useLooks<Part>(select: (looks: NodeLooks) => Part): Part {
  const store = useContext(NodeLooksContext);
  if (store === undefined) throw new Error('A node is drawn outside of <NodeLooksContext>.');
  return useStore(store, select);
}
