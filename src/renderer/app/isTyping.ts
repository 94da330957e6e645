/** Whether keys pressed there write text, so that a shortcut of one character must leave them alone. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type="range"]), textarea, [contenteditable]');
