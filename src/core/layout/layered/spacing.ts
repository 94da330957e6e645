/** Distances of the layered layout, px: those that ELK is given too (elkOptions.ts). */

/** Between two boxes of a layer. */
export const nodeGap = 32;
/** Between a line and a box that it passes. */
export const edgeNodeGap = 16;
/** Between two lines side by side. */
export const edgeGap = 12;
/** Between a line and its label. */
export const edgeLabelGap = 4;
/** Between two layers, at least. */
export const layerGap = 40;
/** From a box to the first line that runs up or down beside it. */
export const layerEdgeGap = 12;
/** Between parts of a picture that nothing joins. */
export const componentGap = 40;
