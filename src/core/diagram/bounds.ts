/** How small, how far and how much: bounds of everything that is drawn. */

/** Least size of a node or group, px: still to be seen and grasped (a target of 24 px). */
export const leastSize = 24;

/** Farthest from the origin that anything may stand, px: beyond it, arithmetic on a canvas falls apart. */
export const farthest = 10_000_000;

/** Most characters in a label, detail, comment or other text. */
export const longestText = 20_000;

/** Most groups within groups. Nobody reads more; and whatever walks down a page may do so without a care. */
export const deepestNesting = 32;
