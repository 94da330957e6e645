/** Distances of the layered layout, px: those that ELK is given too (elkOptions.ts). */
export const nodeGap = 32;
export const edgeNodeGap = 16;
export const edgeGap = 12;
export const edgeLabelGap = 4;
/** Between two layers: at least so much, and so much from a box to the first line that runs up or down. */
export const layerGap = 40;
export const layerEdgeGap = 12;
export const componentGap = 40;
