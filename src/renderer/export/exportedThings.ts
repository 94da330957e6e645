/** What the export dialog can write: a picture of either view, or the decision. */
export const exportedThings = [
  { value: 'map', label: 'Stack map' },
  { value: 'draft', label: 'Sketch' },
  { value: 'decision', label: 'Decision' },
] as const;

/** One of them. */
export type ExportedThing = (typeof exportedThings)[number]['value'];
