/** The part of the picture that the tab key stops at: from there the keys of the picture work. Null where nothing is drawn. */
export const pictureEntrance = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('#canvas [data-target][tabindex="0"]');

/**
 * Lets the keys go on on the picture, once what is on the way (a dialog that closes, a picture that is drawn) is done: on the node
 * that the tab key would stop at, else on the canvas as a whole. `isWanted` is asked then: whoever has gone elsewhere meanwhile stays there.
 */
export function focusPicture(isWanted = () => true): void {
  // A dialog that closes gives the focus back in the next frame; this comes after it.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (isWanted()) (pictureEntrance() ?? document.getElementById('canvas'))?.focus({ preventScroll: true });
    }),
  );
}
