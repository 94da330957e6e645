const writes = (element: unknown): boolean =>
  element instanceof HTMLElement && element.matches('input:not([type="range"]), textarea, [contenteditable]');

/**
 * Whether a key pressed there writes text, so that a shortcut of one character must leave it alone. What has the focus counts too: a field
 * with a list below hands its keys on to the marked line of the list, and that line is then what the event names.
 */
export const isTyping = (target: EventTarget | null): boolean => writes(target) || writes(document.activeElement);
