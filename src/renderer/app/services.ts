/** What the window is built from. The composition root makes it once; every component takes it from here. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { CatalogIndex } from '../../core/catalog/lookup.ts';
import type { Decision } from '../../core/decision/decision.ts';
import type { Need } from '../../core/decision/need.ts';
import type { Guide } from '../../core/guide/guide.ts';
import type { LayoutEngine, Relayout } from '../../core/layout/layout.ts';
import type { IconSet } from '../../core/render/icon.ts';
import type { Template } from '../../core/templates/template.ts';
import type { Platform } from '../../platform/port.ts';
import type { ExportFonts } from '../export/exportFonts.ts';
import type { PngPainter } from '../export/pngClient.ts';
import type { FilesActions, FilesState, FilesStore } from '../files/filesState.ts';
import type { FindWays } from '../layout/layoutEngine.ts';
import type { SketchActions, SketchState, SketchStore } from '../sketch/sketchStore.ts';
import type { WindowActions, WindowState, WindowStore } from '../state/windowState.ts';
import { useAfterFrame } from './useAfterFrame.ts';

/** All that components use and do not own, made once at start (compositionRoot.tsx). */
export interface Services {
  readonly platform: Platform;
  readonly catalog: Catalog;
  readonly index: CatalogIndex;
  readonly icons: IconSet;
  readonly layout: LayoutEngine;
  /** Lays out from where things stand. */
  readonly relayout: Relayout;
  /** Finds ways where a page has none, without holding up a layout. */
  readonly findWays: FindWays;
  readonly paintPng: PngPainter;
  readonly fonts: ExportFonts;
  readonly store: WindowStore;
  /** Owns the document that is being drawn. */
  readonly sketch: SketchStore;
  /** Owns the place of that document: opening, saving, the file. */
  readonly files: FilesStore;
  /** The decision on a need; the same need object gives the same decision object. */
  readonly decide: (need: Need) => Decision;
  /** What a sentence reads as. */
  readonly interpret: (text: string) => Need;
  /** Architectures to start from. */
  readonly templates: readonly Template[];
  /** What leads the conversation of the guide. */
  readonly guide: Guide;
}

/** Undefined outside of a window. */
export const ServicesContext = createContext<Services | undefined>(undefined);

/** What the window was started with; throws outside of it, which is a mistake of ours. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === undefined) throw new Error('A component of the window is used outside of <ServicesContext>.');
  return services;
}

/** A part of the window's state; the component renders again only when that part changes. */
export function useWindow<Part>(select: (state: WindowState & WindowActions) => Part): Part {
  return useStore(useServices().store, select);
}

/** A part of the sketch's state. */
export function useSketch<Part>(select: (state: SketchState & SketchActions) => Part): Part {
  return useStore(useServices().sketch, select);
}

/** A part of what is known of the document's file. */
export function useFiles<Part>(select: (state: FilesState & FilesActions) => Part): Part {
  return useStore(useServices().files, select);
}

/** The present need, a frame later: for what may follow once the map has been lit anew. */
export function useNeedLater(): Need {
  return useAfterFrame(useWindow((state) => state.need));
}

/** The decision on the present need, a frame later. What it is shown by must be memoised, or nothing is gained. */
export function useDecisionLater(): Decision {
  return useServices().decide(useNeedLater());
}

/** The decision on the present need. */
export function useDecision(): Decision {
  const { decide } = useServices();
  return decide(useWindow((state) => state.need));
}
