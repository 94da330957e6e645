/**
 * Lets the keys go on on the picture, once what is on the way (a dialog that closes, a picture that is drawn) is done: on the node
 * that the tab key would stop at, else on the canvas as a whole.
 */
export function focusPicture(): void {
  // A dialog that closes gives the focus back in the next frame; this comes after it.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const canvas = document.getElementById('canvas');
      const entrance = canvas?.querySelector<HTMLElement>('[data-target][tabindex="0"]');
      (entrance ?? canvas)?.focus({ preventScroll: true });
    }),
  );
}
