/** Which nodes stand out while the pointer or the keyboard is on one of them. A store of its own: it changes often. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface Highlight {
  /** The node that is pointed at. */
  readonly centre: string | undefined;
  /** It and its neighbours; undefined where nothing is pointed at. */
  readonly near: ReadonlySet<string> | undefined;
}

export type HighlightStore = StoreApi<Highlight>;

export const createHighlight = (): HighlightStore => createStore(() => ({ centre: undefined, near: undefined }));

export const HighlightContext = createContext<HighlightStore>(createHighlight());

export function useHighlight<Part>(select: (highlight: Highlight) => Part): Part {
  return useStore(useContext(HighlightContext), select);
}
