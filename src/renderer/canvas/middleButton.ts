/** Keeps the middle button from what browsers do with it: scrolling, and on Linux pasting what was selected last, wherever that was. */
export function keepMiddleButton(isOwn: (event: Event) => boolean): () => void {
  let held = false;
  const onMouse = (event: MouseEvent) => {
    if (event.button !== 1) return;
    if (event.type === 'mousedown') held = isOwn(event);
    if (held) event.preventDefault();
  };
  window.addEventListener('mousedown', onMouse, true);
  window.addEventListener('mouseup', onMouse, true);
  return () => {
    window.removeEventListener('mousedown', onMouse, true);
    window.removeEventListener('mouseup', onMouse, true);
  };
}
