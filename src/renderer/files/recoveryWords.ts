import type { KeptSketch } from './filesState.ts';

/** Of a title no more is said, in characters. */
const longestTitle = 48;

/** What is said at the start of what was not saved last time: of the one that is shown, and of how many more wait. Undefined: nothing. */
export function recoveryWords(
  shown: KeptSketch | undefined,
  waiting: number,
): { readonly text: string; readonly detail?: string } | undefined {
  if (!shown && waiting === 0) return undefined;
  if (!shown) return { text: `${waiting === 1 ? 'A sketch was' : `${waiting} sketches were`} not saved last time.` };
  const { document, lostCount } = shown;
  const title = document.title.length > longestTitle ? `${document.title.slice(0, longestTitle)}…` : document.title;
  const details = [
    ...(lostCount > 0 ? [`${lostCount} of its parts could not be read.`] : []),
    ...(waiting > 0
      ? [`${waiting === 1 ? 'Another sketch waits' : `${waiting} other sketches wait`} to be opened.`]
      : []),
  ];
  return {
    text: `“${title}” was not saved last time. It is back, as an unsaved copy.`,
    ...(details.length > 0 && { detail: details.join(' ') }),
  };
}
