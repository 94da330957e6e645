/** Ceilings on what a user may hand in. Far above any honest use, and low enough to answer at once. */

/** The longest sentence that is read, in UTF-16 units: some five pages. */
export const longestText = 10_000;

/** The largest need file, and the longest line of JSON Lines, in bytes. */
export const largestNeed = 1_000_000;

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** What is wrong with a sentence as such, or undefined. */
export const textProblem = (text: string): string | undefined => {
  if (text.trim() === '') return 'The text is empty; say in a sentence what you need';
  if (text.length > longestText) {
    return `The text has more than ${grouped(longestText)} characters; say what you need in a few sentences`;
  }
  return undefined;
};
